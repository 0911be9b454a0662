package io.nephoscope.cli.command;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.snapshot.Manifest;
import io.nephoscope.inventory.snapshot.Snapshot;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

    @Override
    ExitCode run() {
        checkOutputs();
        try (Installed installed = Installed.load();
                Snapshot snapshot = Snapshot.open(folder, installed.types());
                WorkFolder findings = WorkFolder.of(Optional.of(folder).filter(Files::isWritable))) {
            RuleSet chosen = rules.chosen(installed.types());
            List<String> missing = notCollected(snapshot.manifest(), chosen, installed.types());
            if (!missing.isEmpty()) {
                terminal()
                        .say("The snapshot does not hold " + String.join(", ", missing)
                                + ", which the rules judge; scan again to read them.");
            }
            return conclude(
                    snapshot,
                    infos(chosen),
                    judge(snapshot, installed.types(), chosen, findings.path()),
                    snapshot.isComplete() && missing.isEmpty());
        }
    }

    /** The types of the snapshot's providers that rules judge and nobody asked for then. */
    private static List<String> notCollected(Manifest manifest, RuleSet chosen, Types types) {
        List<String> providers = manifest.targets().stream()
                .map(target -> target.provider() + ".")
                .distinct()
                .toList();
        TreeSet<String> judged = new TreeSet<>();
        for (Rule rule : chosen.rules()) {
            rule.types(types).stream().map(AssetType::name).forEach(judged::add);
        }
        return judged.stream()
                .filter(type -> providers.stream().anyMatch(type::startsWith))
                .filter(type -> !manifest.types().contains(type))
                .toList();
    }
}
