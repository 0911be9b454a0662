package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Baseline;
import io.nephoscope.inventory.snapshot.Snapshot;
import io.nephoscope.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = "Judges a snapshot anew, with no call to any cloud, and keeps the findings in it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope evaluate snapshot",
            "  nephoscope evaluate snapshot --rules-dir samples/rules -o csv=findings.csv"
        })
final class EvaluateCommand extends Judging {
    @Parameters(paramLabel = "SNAPSHOT", description = "The folder that a scan wrote with --snapshot.")
    private Path folder = Path.of("");

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    @Override
    ExitCode run() {
        checkOutputs();
        try (Installed installed = Installed.load();
                Snapshot snapshot = Snapshot.open(folder, installed.types());
                WorkFolder findings = WorkFolder.of(Optional.of(folder).filter(Files::isWritable))) {
            RuleSet all = rules.all(installed.types());
            Measure by = new Measure(all, rules.chosen(all), statements.read(installed.types()));
            Optional<Baseline> former = baseline(snapshot);
            return conclude(snapshot, judge(snapshot, installed.types(), by, findings.path()), former);
        }
    }
}
