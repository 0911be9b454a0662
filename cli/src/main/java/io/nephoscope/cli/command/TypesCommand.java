package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "types",
        description = "Shows the resource types that the installed providers declare.",
        subcommands = {
            TypesCommand.ListTypes.class,
            TypesCommand.ShowType.class,
            TypesExplain.class,
            TypesCheck.class,
            TypesTry.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  nephoscope types list", "  nephoscope types show files.compute.vm"})
final class TypesCommand extends Group {
    @Command(
            name = "list",
            description = "Lists the resource types, with the kind of each and the calls that list it.",
            footerHeading = "%nExample:%n",
            footer = "  nephoscope types list")
    static final class ListTypes extends Action {
        @Override
        ExitCode run() {
            Table table = new Table(
                    terminal().language(),
                    List.of(
                            Text.of("TYPE", "类型"),
                            Text.of("KIND", "类别"),
                            Text.of("TITLE", "名称"),
                            Text.of("LISTED BY", "列出所用的调用")));
            try (Installed installed = installed()) {
                for (AssetType type : installed.types().all()) {
                    table.add(
                            type.name(),
                            type.kind().name(),
                            title(type).in(terminal().language()),
                            calls(type.listing().operations()));
                }
            }
            table.print(terminal().out());
            return ExitCode.OK;
        }
    }

    @Command(
            name = "show",
            description = "Shows what is read of a resource type, and the permissions that it takes.",
            footerHeading = "%nExample:%n",
            footer = "  nephoscope types show files.compute.vm")
    static final class ShowType extends Action {
        @Parameters(paramLabel = "NAME", description = "The type's name, as files.compute.vm.")
        private String name = "";

        @Override
        ExitCode run() {
            try (Installed installed = installed()) {
                show(named(name, installed));
            }
            return ExitCode.OK;
        }

        private void show(AssetType type) {
            PrintStream out = terminal().out();
            out.println(Text.of("{0}: {1}, of kind {2}", "{0}：{1}，类别 {2}", type.name(), title(type), type.kind())
                    .in(terminal().language()));
            out.println((type.reach() == AssetType.Reach.ACCOUNT
                            ? Text.of("Listed once for each account", "每个账号列出一次")
                            : Text.of("Listed in each region", "在每个区域列出"))
                    .in(terminal().language()));
            out.println();
            Table attributes = new Table(
                    terminal().language(),
                    List.of(Text.of("ATTRIBUTE", "属性"), Text.of("FILLED BY", "读取所用的调用"), Text.of("PERMISSION", "权限")));
            type.attributes().fields().keySet().forEach(attribute -> {
                List<Operation> operations = type.operationsFor("attributes." + attribute);
                attributes.add(attribute, calls(operations), permissions(operations));
            });
            attributes.print(out);
            if (!type.facets().isEmpty()) {
                out.println();
                Table facets = new Table(
                        terminal().language(),
                        List.of(Text.of("FACET", "特征"), Text.of("DERIVED FROM", "来源属性"), Text.of("MEANS", "含义")));
                type.facets()
                        .forEach(facet -> facets.add(
                                facet.name(),
                                String.join(", ", facet.inputs()),
                                type.kind()
                                        .word(facet.name())
                                        .map(word -> word.means().in(terminal().language()))
                                        .orElse("")));
                facets.print(out);
            }
            if (!type.relations().isEmpty()) {
                out.println();
                Table relations = new Table(
                        terminal().language(),
                        List.of(Text.of("RELATION", "关联"), Text.of("LEADS TO", "指向"), Text.of("BY", "依据属性")));
                type.relations()
                        .forEach(relation -> relations.add(
                                relation.name(),
                                relation.target(),
                                relation.isBack()
                                        ? relation.sources().stream()
                                                .map(source -> source.type() + " "
                                                        + source.relation().name())
                                                .collect(Collectors.joining(", "))
                                        : String.join(", ", relation.inputs())));
                relations.print(out);
            }
        }
    }

    static AssetType named(String name, Installed installed) {
        List<String> known =
                installed.types().all().stream().map(AssetType::name).toList();
        return installed
                .types()
                .named(name)
                .orElseThrow(() -> new UsageException(Text.of(
                        "There is no type {0}{1}; 'nephoscope types list' lists them.",
                        "没有类型 {0}{1}；可用 nephoscope types list 列出。", name, Suggestion.didYouMean(name, known))));
    }

    /** What it is called; in Chinese what its kind is, since its own name is the cloud's. */
    private static Text title(AssetType type) {
        return Text.of(type.title(), type.kind().zh());
    }

    private static String calls(List<Operation> operations) {
        return operations.stream().map(Operation::call).distinct().collect(Collectors.joining(", "));
    }

    private static String permissions(List<Operation> operations) {
        return operations.stream()
                .map(Operation::permission)
                .filter(permission -> !permission.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
