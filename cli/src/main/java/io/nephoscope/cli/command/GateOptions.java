package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Tally;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which findings end the command with a code of their own. */
final class GateOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "End with 1 where there is a FAIL of this severity or a worse one, and no waiver for it: critical, high, medium or low.")
    private Optional<Severity> failOn = Optional.empty();

    @Mixin
    private IncompleteOption incomplete = new IncompleteOption();

    /** A FAIL that counts wins over a gap; one that somebody accepts does not count. */
    ExitCode code(Tally tally, boolean isComplete) {
        boolean fails = failOn.isPresent()
                && Arrays.stream(Severity.values())
                        .filter(severity -> severity.isAtLeast(failOn.get()))
                        .map(tally::of)
                        .anyMatch(counts -> counts.of(Verdict.FAIL) > counts.waived());
        return fails ? ExitCode.FINDINGS : incomplete.code(isComplete);
    }
}
