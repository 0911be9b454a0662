package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.Columns;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Fact;
import io.nephoscope.cli.report.Opening;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.StatementText;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first worksheet: what was scanned, how whole that is, and the figures. */
final class XlsxCover {
    private static final int TITLE = 18;
    private static final int HEADING = 13;
    private static final int LINE = 14;
    /** No row of a worksheet is higher than 409 points. */
    private static final int MOST_LINES = 29;

    private static final int[] LETTERS = {28, 64, 14, 14, 14, 14, 14, 14};

    private final Cells cells;
    private final Words words;
    private int row;

    private XlsxCover(Cells cells, Words words) {
        this.cells = cells;
        this.words = words;
    }

    static void write(Workbook workbook, String name, ReportData data, Words words) throws IOException {
        Worksheet worksheet = workbook.newWorksheet(name);
        worksheet.hideGridLines();
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.pageOrientation("landscape");
        worksheet.fitToHeight((short) 0);
        for (int i = 0; i < LETTERS.length; i++) {
            worksheet.width(i, LETTERS[i]);
        }
        new XlsxCover(new Cells(worksheet), words).write(data);
        worksheet.close();
    }

    private void write(ReportData data) {
        Opening opening = Opening.of(data, words);
        cells.put(row, 0, opening.title());
        cells.heading(row, TITLE);
        row++;
        cells.put(row, 0, opening.extent());
        row += 2;
        line(opening.headline(), opening.completeness());
        cells.tone(row - 1, 0, 0, opening.complete() ? Tone.GOOD : Tone.OPEN);
        opening.replayed().forEach(sentence -> line("", sentence));
        heading(Word.SCANNED);
        Fact.of(data, words).forEach(fact -> line(fact.name(), fact.value()));
        heading(Word.TARGETS);
        head(Word.BRANCH, Word.TARGET, Word.PROVIDER, Word.ACCOUNT, Word.REGIONS_ASKED, Word.SOURCE);
        data.manifest().targets().forEach(this::target);
        verdicts(data.tally());
        unseen(data);
        statements(data);
        reading();
    }

    private void target(ManifestTarget target) {
        line(
                words.name(target.branch()),
                words.name(target.label()),
                target.provider(),
                String.join("\n", target.accounts()),
                target.regions().isEmpty() ? words.of(Word.EVERY_REGION) : String.join("\n", target.regions()),
                target.recordedAt().isEmpty()
                        ? words.of(Word.LIVE)
                        : words.of(Word.RECORDED, words.time(target.recordedAt())));
    }

    private void verdicts(Tally tally) {
        heading(Word.VERDICTS);
        row(Stream.concat(
                        Stream.of(words.of(Word.SEVERITY), words.of(Word.VERDICTS_SENTENCE)),
                        Stream.concat(Words.VERDICTS.stream().map(words::of), Stream.of(words.of(Word.ALL))))
                .toArray());
        cells.tone(row - 1, 0, LETTERS.length - 1, Tone.HEAD);
        for (Severity severity : Severity.values()) {
            counts(words.of(severity), tally.of(severity));
            cells.tone(row - 1, 0, 0, Tone.of(severity));
        }
        counts(words.of(Word.ALL), tally.verdicts());
    }

    private void counts(String name, Counts counts) {
        List<Object> values = new ArrayList<>(List.of(
                name,
                words.of(Verdict.FAIL) + words.of(Word.COLON) + " "
                        + words.of(Word.PART_OF, counts.of(Verdict.FAIL), counts.judged())));
        Words.VERDICTS.forEach(verdict -> values.add(counts.of(verdict)));
        values.add(counts.total());
        row(values.toArray());
        for (int i = 0; i < Words.VERDICTS.size(); i++) {
            Verdict verdict = Words.VERDICTS.get(i);
            cells.tone(row - 1, i + 2, i + 2, counts.of(verdict) > 0 ? Tone.of(verdict) : Tone.PLAIN);
        }
    }

    private void unseen(ReportData data) {
        heading(Word.UNSEEN);
        if (data.completeness().isWhole()) {
            line("", words.of(Word.UNSEEN_NOTHING));
        }
        line(words.of(Word.COVERAGE), words.of(Word.COVERAGE_BY_ACCOUNT_NOTE));
        data.coverage().total().forEach((status, count) -> {
            if (count > 0) {
                row("", words.of(status), count);
            }
        });
        List<Tally.RankedGap> gaps = data.tally().gaps();
        if (!gaps.isEmpty()) {
            line(words.of(Word.CAUSES), words.of(Word.CAUSES_SENTENCE));
            head(Word.HOW_IT_ENDED, Word.CALL, Word.COUNT, Word.PERMISSION);
            gaps.forEach(it -> row(
                    words.of(it.gap().outcome()),
                    words.value(it.gap().what()),
                    it.verdicts(),
                    it.gap().permission()));
        }
    }

    private void statements(ReportData data) {
        List<String> totals = new StatementText(words).totals(data.tally());
        if (!totals.isEmpty()) {
            heading(Word.STATEMENTS);
            totals.forEach(sentence -> line("", sentence));
        }
    }

    private void reading() {
        heading(Word.HOW_TO_READ);
        for (Verdict verdict : Words.VERDICTS) {
            line(words.of(verdict), words.of(meaning(verdict)));
            cells.tone(row - 1, 0, 0, Tone.of(verdict));
        }
    }

    private static Word meaning(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Word.PASS_MEANS;
            case FAIL -> Word.FAIL_MEANS;
            case UNKNOWN -> Word.UNKNOWN_MEANS;
            case NOT_APPLICABLE -> Word.NOT_APPLICABLE_MEANS;
            case MANUAL -> Word.MANUAL_MEANS;
        };
    }

    private void heading(Word word) {
        row++;
        cells.put(row, 0, words.of(word));
        cells.heading(row, HEADING);
        row++;
    }

    private void head(Word... names) {
        row(Stream.of(names).map(words::of).toArray());
        cells.tone(row - 1, 0, names.length - 1, Tone.HEAD);
    }

    private void line(String... texts) {
        row((Object[]) texts);
    }

    /** How high a row has to be: not all programs find that out by themselves. */
    private static int lines(Object... values) {
        int most = 1;
        for (int i = 0; i < values.length; i++) {
            int columns = LETTERS[i];
            int lines = values[i]
                    .toString()
                    .lines()
                    .mapToInt(line -> Columns.wrap(line, columns).size())
                    .sum();
            most = Math.max(most, lines);
        }
        return Math.min(most, MOST_LINES);
    }

    private void row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("")) {
                cells.put(row, i, values[i]);
            }
        }
        cells.wrap(row, 0, values.length - 1);
        cells.worksheet().rowHeight(row, LINE * lines(values));
        row++;
    }
}
