package io.nephoscope.cli.command;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.change.Comparison;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which findings end the command with a code of their own. */
final class GateOptions {
    private static final String FAIL_ON = "--fail-on";
    static final String FAIL_ON_NEW = "--fail-on-new";
    private static final String FAIL_ON_UNKNOWN = "--fail-on-unknown";

    @Option(
            names = FAIL_ON,
            paramLabel = "SEVERITY",
            description =
                    "End with 1 where there is a FAIL of this severity or a worse one, and no waiver for it: critical, high, medium or low.")
    private Optional<Severity> failOn = Optional.empty();

    @Option(
            names = FAIL_ON_NEW,
            paramLabel = "SEVERITY",
            description =
                    "The same, of those only that are new since --baseline: that did not fail then, or somebody accepted.")
    private Optional<Severity> failOnNew = Optional.empty();

    @Option(
            names = FAIL_ON_UNKNOWN,
            paramLabel = "SEVERITY",
            description =
                    "End with 1 where there is an UNKNOWN of this severity or a worse one too, whatever --allow-incomplete says.")
    private Optional<Severity> failOnUnknown = Optional.empty();

    @Mixin
    private IncompleteOption incomplete = new IncompleteOption();

    /** The gates, as they were asked for. */
    List<String> given() {
        return Stream.of(told(FAIL_ON, failOn), told(FAIL_ON_NEW, failOnNew), told(FAIL_ON_UNKNOWN, failOnUnknown))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> told(String option, Optional<Severity> severity) {
        return severity.map(it -> option + " " + it.label());
    }

    /** Whether it matters what is new. */
    boolean asksWhatIsNew() {
        return failOnNew.isPresent();
    }

    /**
     * What the gates catch wins over a gap; a FAIL that somebody accepts does not count.
     *
     * @param since what changed since the baseline; empty where nobody asks
     */
    Ending ending(ReportData data, Optional<Comparison> since, Words words) {
        Tally tally = data.tally();
        List<String> caught = Stream.of(
                        caught(FAIL_ON, failOn, Verdict.FAIL, it -> tally.of(it).counting(Verdict.FAIL), words),
                        failOnNew.flatMap(
                                it -> since.flatMap(then -> new NewFailures(FAIL_ON_NEW, it).caught(then, words))),
                        caught(
                                FAIL_ON_UNKNOWN,
                                failOnUnknown,
                                Verdict.UNKNOWN,
                                it -> tally.of(it).counting(Verdict.UNKNOWN),
                                words))
                .flatMap(Optional::stream)
                .toList();
        return caught.isEmpty()
                ? incomplete.ending(data.completeness(), words)
                : new Ending(ExitCode.FINDINGS, String.join(words.of(Word.AND_GATE), caught));
    }

    /** As {@code 2 critical and 19 high FAIL, --fail-on high}. */
    private static Optional<String> caught(
            String option, Optional<Severity> gate, Verdict verdict, ToLongFunction<Severity> count, Words words) {
        List<String> counts = Arrays.stream(Severity.values())
                .filter(severity -> gate.filter(severity::isAtLeast).isPresent())
                .filter(severity -> count.applyAsLong(severity) > 0)
                .map(severity -> words.of(Word.GATE_COUNT, count.applyAsLong(severity), words.of(severity)))
                .toList();
        return counts.isEmpty()
                ? Optional.empty()
                : gate.map(severity ->
                        words.of(Word.GATE, words.list(counts), words.of(verdict), option + " " + severity.label()));
    }
}
