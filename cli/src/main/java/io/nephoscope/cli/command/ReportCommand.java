package io.nephoscope.cli.command;

import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private JudgedSnapshot judged = new JudgedSnapshot();

    @Override
    ExitCode run() {
        try (Installed installed = installedFor(folder);
                Snapshot snapshot = judged.open(folder, installed.types())) {
            RuleSet all = judged.rules(installed.types(), terminal());
            return conclude(snapshot, judged.judgement(folder, snapshot, installed.types(), all), baseline(snapshot));
        }
    }
}
