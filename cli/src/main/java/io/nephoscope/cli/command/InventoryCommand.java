package io.nephoscope.cli.command;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.scan.Scan;
import io.nephoscope.cli.terminal.ScanDisplay;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.snapshot.Snapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "inventory",
        description = "Lists what there is, with the calls that list and no others. Judges nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope inventory --org samples/organisation.yaml",
            "  nephoscope inventory --provider files --set path=samples/hills-assets.csv"
        })
final class InventoryCommand extends Action {
    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Mixin
    private CollectOptions collect = new CollectOptions();

    @Mixin
    private OutputOptions outputs = new OutputOptions();

    @Mixin
    private IncompleteOption incomplete = new IncompleteOption();

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "List this type only, as files.compute.vm. Repeatable.")
    private List<String> typeNames = new ArrayList<>();

    @Option(names = "--kind", paramLabel = "NAME", description = "List this kind only, as compute.vm. Repeatable.")
    private List<String> kindNames = new ArrayList<>();

    @Override
    ExitCode run() throws InterruptedException {
        try (Installed installed = targets.installed();
                WorkFolder folder = collect.folder()) {
            Scan.Request request = new Scan.Request(
                    targets.organisation(installed, terminal().environment()),
                    targets.accounts(),
                    demand(installed.types()),
                    installed.types(),
                    installed.providers(),
                    collect.limits(),
                    collect.concurrency(),
                    ToolVersion.current());
            try (ScanDisplay display = ScanDisplay.start(terminal(), isQuiet())) {
                collect.collect(new Scan(request, display, Clock.systemUTC()), folder, outputs.mode(), terminal());
            }
            try (Snapshot snapshot = Snapshot.open(folder.path(), installed.types())) {
                ReportData data =
                        ReportData.of(snapshot.manifest(), snapshot, List.of(), each -> {}, ToolVersion.current());
                outputs.write(data, terminal());
                if (!isQuiet() && !outputs.takeStandardOutput()) {
                    print(snapshot);
                }
                Gaps.of(snapshot).forEach(terminal()::say);
                // Each gap was named.
                return incomplete
                        .ending(data.completeness(), new Words(terminal().language()))
                        .code();
            }
        }
    }

    private Demand demand(Types types) {
        check(
                Text.of("type", "类型"),
                typeNames,
                types.all().stream().map(AssetType::name).toList());
        check(
                Text.of("kind", "类别"),
                kindNames,
                Kinds.all().stream().map(Kind::name).toList());
        Demand demand = new Demand(types);
        types.all().stream()
                .filter(type -> typeNames.isEmpty() || typeNames.contains(type.name()))
                .filter(type ->
                        kindNames.isEmpty() || kindNames.contains(type.kind().name()))
                .forEach(demand::list);
        return demand;
    }

    private static void check(Text what, List<String> asked, Collection<String> known) {
        for (String name : asked) {
            if (!known.contains(name)) {
                throw new UsageException(Text.of(
                        "There is no {0} {1}{2}; 'nephoscope types list' lists them.",
                        "没有{0} {1}{2}；可用 nephoscope types list 列出。", what, name, Suggestion.didYouMean(name, known)));
            }
        }
    }

    private void print(Snapshot snapshot) {
        Table table = new Table(
                terminal().language(),
                List.of(
                        Text.of("TYPE", "类型"),
                        Text.of("ACCOUNT", "账号"),
                        Text.of("REGION", "区域"),
                        Text.of("NAME", "名称"),
                        Text.of("ID", "标识")));
        snapshot.forEach(asset -> table.add(
                asset.type().name(), asset.scope().account(), asset.scope().region(), asset.name(), asset.nativeId()));
        table.print(terminal().out());
    }
}
