package io.nephoscope.cli.command;

import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Style;
import io.nephoscope.cli.report.TerminalFinding;
import io.nephoscope.cli.report.TerminalPage;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Explained;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description =
                "Tells one finding whole: what was read, by which call, how the condition came out part by part, and what to do.",
        footerHeading = "%nExample:%n",
        footer = "  nephoscope explain snapshot 3f9a02c41b7d")
final class ExplainCommand extends Action {
    private static final int SHORTEST = 6;

    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "The folder that a scan wrote with --snapshot.")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FINGERPRINT",
            description = "The fingerprint of the finding, or as much of its beginning as no other shares.")
    private String fingerprint = "";

    @Mixin
    private JudgedSnapshot judged = new JudgedSnapshot();

    @Override
    ExitCode run() {
        try (Installed installed = installedFor(folder);
                Snapshot snapshot = judged.open(folder, installed.types())) {
            ReportData all = judged.read(folder, snapshot, installed.types(), terminal());
            FindingRow row = found(all);
            Style style = terminal().outHasColours() ? Style.COLOURED : Style.PLAIN;
            PrintWriter out = new PrintWriter(terminal().out(), false, StandardCharsets.UTF_8);
            Words words = new Words(terminal().language());
            new TerminalFinding(new TerminalPage(out, words, style, terminal().width()))
                    .write(row, steps(row, snapshot, installed));
            out.flush();
            return ExitCode.OK;
        }
    }

    private FindingRow found(ReportData all) {
        String wanted = fingerprint.toLowerCase(Locale.ROOT);
        if (wanted.length() < SHORTEST) {
            throw new UsageException(Text.of(
                    "Name a fingerprint by {0} of its characters or more, as 'nephoscope findings' lists them.",
                    "请至少用 {0} 个字符指定指纹；可用 nephoscope findings 列出。", SHORTEST));
        }
        List<FindingRow> found = new ArrayList<>();
        FindingRows.of(all).forEach(row -> {
            if (row.finding().fingerprint().startsWith(wanted)) {
                found.add(row);
            }
        });
        if (found.size() != 1) {
            throw new UsageException(Text.of(
                    "There are {0} findings in {1} whose fingerprints begin with {2}; name one as 'nephoscope findings' lists them.",
                    "{1} 中有 {0} 项判定的指纹以 {2} 开头；请按 nephoscope findings 列出的指纹指定一项。", found.size(), folder, fingerprint));
        }
        return found.get(0);
    }

    /** Nothing of what could not be listed: nothing was judged. */
    private List<Explained> steps(FindingRow row, Snapshot snapshot, Installed installed) {
        if (row.asset().read().isEmpty()) {
            return List.of();
        }
        RuleSet rules = judged.rules(installed.types(), terminal())
                .select(List.of(row.finding().rule()));
        return new Evaluation(snapshot, installed.types(), rules, Evaluation.timeOf(snapshot), 1)
                .explain(row.finding().rule(), row.finding().asset().uid());
    }
}
