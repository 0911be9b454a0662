package io.nephoscope.cli.command;

import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "Writes reports of a snapshot that was judged before.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope report snapshot -o html=report.html",
            "  nephoscope report snapshot --lang zh",
            "  nephoscope report snapshot --branch /Harbour -o html=harbour.html"
        })
final class ReportCommand extends Judging {
    @Parameters(paramLabel = "SNAPSHOT", description = "The folder that a scan wrote with --snapshot.")
    private Path folder = Path.of("");

    @Option(
            names = "--rules-dir",
            paramLabel = "DIR",
            description = "Where to find the rules that judged, beside those that come along. Repeatable.")
    private List<Path> rules = new ArrayList<>();

    @Mixin
    private BranchOption branch = new BranchOption();

    @Override
    ExitCode run() {
        try (Installed installed = installedFor(folder);
                Snapshot snapshot = branch.open(folder, installed.types())) {
            RuleSet all = RuleOptions.all(rules, installed.types(), terminal());
            Judgement judged = Judgement.read(folder, snapshot, all);
            Judgement told = branch.isGiven() ? PartFindings.of(judged, snapshot, installed.types(), all) : judged;
            return conclude(snapshot, told, baseline(snapshot));
        }
    }
}
