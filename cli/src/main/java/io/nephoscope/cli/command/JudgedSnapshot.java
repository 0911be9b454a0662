package io.nephoscope.cli.command;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A snapshot that was judged before, or the part of it to tell of. */
final class JudgedSnapshot {
    @Option(
            names = "--rules-dir",
            paramLabel = "DIR",
            description = "Where to find the rules that judged, beside those that come along. Repeatable.")
    private List<Path> rules = new ArrayList<>();

    @Mixin
    private BranchOption branch = new BranchOption();

    Snapshot open(Path folder, Types types) {
        return branch.open(folder, types);
    }

    /** The rules of which those are that judged. */
    RuleSet rules(Types types, Terminal terminal) {
        return RuleOptions.all(rules, types, terminal);
    }

    /** What was found in what {@link #open} opened. */
    Judgement judgement(Path folder, Snapshot snapshot, Types types, RuleSet all) {
        Judgement judged = Judgement.read(folder, snapshot, all);
        return branch.isGiven() ? PartFindings.of(judged, snapshot, types, all) : judged;
    }

    /** The same, as reports tell it. */
    ReportData read(Path folder, Snapshot snapshot, Types types, Terminal terminal) {
        Judgement judged = judgement(folder, snapshot, types, rules(types, terminal));
        return ReportData.of(
                        snapshot.manifest(),
                        snapshot,
                        judged.rules(),
                        judged.findings(),
                        judged.tally().get(),
                        ToolVersion.current())
                .warned(judged.warnings());
    }
}
