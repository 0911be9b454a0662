package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Baseline;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Style;
import io.nephoscope.cli.report.TerminalCalls;
import io.nephoscope.cli.report.TerminalPage;
import io.nephoscope.cli.report.TerminalSummary;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.change.Comparison;
import io.nephoscope.cli.report.change.JudgedScan;
import io.nephoscope.cli.terminal.ScanDisplay;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Statements;
import io.nephoscope.rules.Warning;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;

/** A command at whose end there are findings: it writes reports, prints a summary, and lets the findings decide the exit code. */
abstract class Judging extends Action {
    @Mixin
    private OutputOptions outputs = new OutputOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Mixin
    private BaselineOptions baseline = new BaselineOptions();

    ScanDisplay display() {
        return ScanDisplay.start(terminal(), isQuiet());
    }

    /** The former scan, and what was found in it where a gate asks what is new. */
    record Former(Optional<Baseline> scan, Optional<JudgedScan> found) {}

    /**
     * The former scan to hold this one against, where one was asked for: read before anything else takes time.
     *
     * @param branch the part to hold; empty for the whole
     */
    Former baseline(Types types, Collection<String> providers, String branch) {
        return new Former(
                baseline.read(types, providers, branch),
                gate.asksWhatIsNew()
                        ? Optional.of(baseline.judged(GateOptions.FAIL_ON_NEW, types, branch))
                        : Optional.empty());
    }

    Former baseline(Snapshot snapshot) {
        return baseline(
                snapshot.types(),
                snapshot.manifest().targets().stream()
                        .map(ManifestTarget::provider)
                        .toList(),
                snapshot.branch());
    }

    FileMode outputMode() {
        return outputs.mode();
    }

    /** By what assets are judged. */
    record Criteria(RuleSet all, RuleSet chosen, Statements statements) {}

    /** Judges a snapshot, and keeps the findings in a folder. */
    Judgement judge(Snapshot snapshot, Types types, Criteria by, Path folder) {
        int threads = Runtime.getRuntime().availableProcessors();
        Instant now = Evaluation.timeOf(snapshot);
        Evaluation evaluation = new Evaluation(snapshot, types, by.chosen(), by.statements(), now, threads);
        try (ScanDisplay display = display()) {
            display.judging(snapshot.size());
            List<Warning> warnings = by.statements().warnings(snapshot, by.all(), now);
            return Judgement.write(folder, outputs.mode(), snapshot, evaluation, by.chosen(), warnings);
        }
    }

    ExitCode conclude(Snapshot snapshot, Judgement judged, Former former) {
        ReportData data = baseline.compare(
                ReportData.of(
                                snapshot.manifest(),
                                snapshot,
                                judged.rules(),
                                judged.findings(),
                                judged.tally().get(),
                                ToolVersion.current())
                        .warned(judged.warnings()),
                former.scan());
        outputs.write(data, terminal());
        Set<String> notRead = data.completeness().types();
        if (!notRead.isEmpty()) {
            terminal()
                    .say(Text.of(
                            "The snapshot does not hold {0}, which the rules judge; scan again to read them.",
                            "快照不含规则所判定的 {0}；请重新扫描。", String.join(", ", notRead)));
        }
        Words words = new Words(terminal().language());
        Optional<Comparison> since = former.found().map(then -> Comparison.of(then, judged.scan(snapshot)));
        Ending gated = gate.ending(data, since, words);
        if (!isQuiet()) {
            summarise(data, gated);
        }
        return baseline.ending(gated, data, words).say(terminal());
    }

    /** Where a report takes standard output, the summary is talk. */
    private void summarise(ReportData data, Ending gated) {
        Terminal terminal = terminal();
        boolean asTalk = outputs.takeStandardOutput();
        boolean inColour = asTalk ? terminal.errHasColours() : terminal.outHasColours();
        Style style = inColour ? Style.COLOURED : Style.PLAIN;
        PrintWriter out = new PrintWriter(asTalk ? terminal.err() : terminal.out(), false, StandardCharsets.UTF_8);
        Language language = terminal.language();
        new TerminalSummary(language, style, terminal.width()).write(data, out);
        new TerminalCalls(new Words(language), style, terminal.width()).write(data, out);
        TerminalPage page = new TerminalPage(out, new Words(language), style, terminal.width());
        closing(gated, page.words()).forEach(line -> page.paragraph("", line));
        out.flush();
    }

    /** What the gates let through, and where the reports are. What they stop is said by the ending. */
    private List<String> closing(Ending gated, Words words) {
        List<String> lines = new ArrayList<>();
        if (gated.code() != ExitCode.FINDINGS && !gate.given().isEmpty()) {
            lines.add(words.of(Word.GATES_PASSED, words.list(gate.given())));
        }
        if (!outputs.files().isEmpty()) {
            lines.add(words.of(Word.WRITTEN, words.list(outputs.files())));
        }
        return lines;
    }
}
