package io.nephoscope.cli.command;

import io.nephoscope.inventory.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "Writes reports of a snapshot that was judged before.",
        footerHeading = "%nExamples:%n",
        footer = {"  nephoscope report snapshot -o html=report.html", "  nephoscope report snapshot --lang zh"})
final class ReportCommand extends Judging {
    @Parameters(paramLabel = "SNAPSHOT", description = "The folder that a scan wrote with --snapshot.")
    private Path folder = Path.of("");

    @Option(
            names = "--rules-dir",
            paramLabel = "DIR",
            description = "Where to find the rules that judged, beside those that come along. Repeatable.")
    private List<Path> rules = new ArrayList<>();

    @Override
    ExitCode run() {
        checkOutputs();
        try (Installed installed = Installed.load();
                Snapshot snapshot = Snapshot.open(folder, installed.types())) {
            Judged judged = Judged.read(folder, RuleOptions.all(rules, installed.types()));
            return conclude(snapshot, judged, baseline(snapshot));
        }
    }
}
