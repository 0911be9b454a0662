package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Suggestion;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "types",
        description = "Shows the resource types that the installed providers declare.",
        subcommands = {TypesCommand.ListTypes.class, TypesCommand.ShowType.class},
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
            Table table = new Table("TYPE", "KIND", "TITLE", "LISTED BY");
            try (Installed installed = Installed.load()) {
                for (AssetType type : installed.types().all()) {
                    table.add(
                            type.name(),
                            type.kind().name(),
                            type.title(),
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
            try (Installed installed = Installed.load()) {
                List<String> known =
                        installed.types().all().stream().map(AssetType::name).toList();
                show(installed
                        .types()
                        .named(name)
                        .orElseThrow(() -> new UsageException("There is no type " + name
                                + Suggestion.didYouMean(name, known).en() + "; 'nephoscope types list' lists them.")));
            }
            return ExitCode.OK;
        }

        private void show(AssetType type) {
            PrintStream out = terminal().out();
            out.println(type.name() + ": " + type.title() + ", of kind " + type.kind());
            out.println(
                    type.reach() == AssetType.Reach.ACCOUNT ? "Listed once for each account" : "Listed in each region");
            out.println();
            Table attributes = new Table("ATTRIBUTE", "FILLED BY", "PERMISSION");
            type.attributes().fields().keySet().forEach(attribute -> {
                List<Operation> operations = type.operationsFor("attributes." + attribute);
                attributes.add(attribute, calls(operations), permissions(operations));
            });
            attributes.print(out);
            if (!type.facets().isEmpty()) {
                out.println();
                Table facets = new Table("FACET", "DERIVED FROM");
                type.facets().forEach(facet -> facets.add(facet.name(), String.join(", ", facet.inputs())));
                facets.print(out);
            }
            if (!type.relations().isEmpty()) {
                out.println();
                Table relations = new Table("RELATION", "LEADS TO", "BY");
                type.relations()
                        .forEach(relation -> relations.add(
                                relation.name(), relation.target(), String.join(", ", relation.inputs())));
                relations.print(out);
            }
        }
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
