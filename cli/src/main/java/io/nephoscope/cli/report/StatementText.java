package io.nephoscope.cli.report;

import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What rests on people's word, in sentences: so that nobody takes it for what was read. */
public record StatementText(Words words) {
    /** How many verdicts do, and how many failures are waived; nothing of what there is none of. */
    public List<String> totals(Tally tally) {
        List<String> sentences = new ArrayList<>();
        Counts all = tally.verdicts();
        if (all.attested() > 0) {
            List<String> parts = Words.VERDICTS.stream()
                    .filter(verdict -> all.attested(verdict) > 0)
                    .map(verdict -> words.of(verdict) + " " + words.number(all.attested(verdict)))
                    .toList();
            sentences.add(words.of(Word.ATTESTED, all.attested(), words.list(parts)));
        }
        if (all.waived() > 0) {
            List<String> parts = Arrays.stream(Severity.values())
                    .filter(severity -> tally.of(severity).waived() > 0)
                    .map(severity -> words.of(severity) + " "
                            + words.number(tally.of(severity).waived()))
                    .toList();
            sentences.add(words.of(Word.WAIVED, all.waived(), words.list(parts)));
        }
        return sentences;
    }

    public String of(Warning warning) {
        return words.of(
                Word.STATEMENT_WARNING,
                words.name(warning.file()),
                String.valueOf(warning.line()),
                words.value(warning.message().in(words.language())));
    }

    /** What must stand beside a finding. */
    public List<String> marks(Finding finding) {
        List<String> marks = new ArrayList<>();
        finding.attested()
                .forEach(it -> marks.add(words.of(
                        Word.ATTESTED_MARK,
                        words.name(it.field()),
                        words.name(it.owner()),
                        it.until(),
                        words.name(it.evidence()))));
        finding.waived()
                .ifPresent(it -> marks.add(words.of(
                        Word.WAIVED_MARK, words.name(it.until()), words.name(it.owner()), words.value(it.reason()))));
        return marks;
    }
}
