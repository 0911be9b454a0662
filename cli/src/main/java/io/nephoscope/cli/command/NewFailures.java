package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.change.Change;
import io.nephoscope.cli.report.change.Comparison;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A gate that stops at failures that a former scan did not have. What that one could not see counts, and is told: it may be new.
 *
 * @param option by which it was asked for
 */
record NewFailures(String option, Severity severity) {
    /** What it stops at, as {@code 1 high new FAIL, --fail-on-new high}. */
    Optional<String> caught(Comparison since, Words words) {
        List<String> counts = Arrays.stream(Severity.values())
                .filter(it -> it.isAtLeast(severity) && since.newOf(it) > 0)
                .map(it -> words.of(Word.GATE_COUNT, since.newOf(it), words.of(it)))
                .toList();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        String caught =
                words.of(Word.GATE_NEW, words.list(counts), words.of(Verdict.FAIL), option + " " + severity.label());
        long revealed = since.of(Change.REVEALED).stream()
                .filter(it -> it.severity().isAtLeast(severity))
                .count();
        return Optional.of(revealed == 0 ? caught : words.of(Word.GATE_REVEALED, caught, revealed));
    }
}
