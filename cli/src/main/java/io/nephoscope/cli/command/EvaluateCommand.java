package io.nephoscope.cli.command;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Statements;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description =
                "Judges a snapshot anew, with no call to any cloud, and keeps the findings in it unless a branch is named.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope evaluate snapshot",
            "  nephoscope evaluate snapshot --branch /Harbour -o html=harbour.html",
            "  nephoscope evaluate snapshot --rules-dir samples/rules -o csv=findings.csv"
        })
final class EvaluateCommand extends Judging {
    @Parameters(paramLabel = "SNAPSHOT", description = "The folder that a scan wrote with --snapshot.")
    private Path folder = Path.of("");

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private BranchOption branch = new BranchOption();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    @Override
    ExitCode run() {
        try (Installed installed = installedFor(folder);
                Snapshot snapshot = branch.open(folder, installed.types());
                WorkFolder findings = WorkFolder.of(Optional.of(folder).filter(this::keepsFindings))) {
            RuleSet all = rules.all(installed.types());
            Statements given = statements.read(installed.types()).checked(all, installed.types());
            Criteria by = new Criteria(all, rules.chosen(all), branch.isGiven() ? given.meeting(snapshot) : given);
            Former former = baseline(snapshot);
            return conclude(snapshot, judge(snapshot, installed.types(), by, findings.path()), former);
        }
    }

    /** Those of a part are not the snapshot's. */
    private boolean keepsFindings(Path snapshot) {
        if (!branch.isGiven() && !Files.isWritable(snapshot)) {
            terminal()
                    .say(Text.of(
                            "The snapshot {0} cannot be written, so the findings are not kept in it.",
                            "快照 {0} 无法写入，判定结果未保存其中。", snapshot));
            return false;
        }
        return !branch.isGiven();
    }
}
