package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.Importer;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Helps to bring in assets that no cloud lists: from a table, a workbook, or JSON.",
        subcommands = {
            ImportCommand.CheckFile.class,
            ImportCommand.Fields.class,
            ImportCommand.Header.class,
            ImportCommand.JsonSchema.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  nephoscope import check samples/hills-assets.csv", "  nephoscope import header > assets.csv"})
final class ImportCommand extends Group {
    private static Importer importer() {
        return ServiceLoader.load(Importer.class)
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of("No installed provider takes files.", "没有可读取文件的云服务商。")));
    }

    @Command(
            name = "check",
            description = {
                "Reads a file as a scan would, and says of each row whether it comes in, with what gaps, or why not.",
                "Ends with 0 where everything that the file says comes in, with 3 where some of it does not, and with 2 where it"
                        + " cannot be used at all."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  nephoscope import check samples/hills-assets.csv",
                "  nephoscope import check cmdb.csv --mapping map.yaml -o json=check.json",
                "  nephoscope import check register.xlsx --sheet Servers"
            })
    static final class CheckFile extends Action {
        @Parameters(paramLabel = "FILE", description = "The file: a workbook (.xlsx), CSV, JSON or NDJSON.")
        private Path file = Path.of("");

        @Option(
                names = "--mapping",
                paramLabel = "FILE",
                description = "A YAML file that says which of its columns mean what.")
        private Optional<Path> mapping = Optional.empty();

        @Option(
                names = "--encoding",
                paramLabel = "NAME",
                description = "In which the file is written, as GB18030 or windows-1252 (default: found out).")
        private Optional<String> encoding = Optional.empty();

        @Option(
                names = "--sheet",
                paramLabel = "NAME",
                description = "Of a workbook, the sheet to read (default: the first that is not hidden).")
        private Optional<String> sheet = Optional.empty();

        @Option(names = "--rows", description = "Say it of every row, also of those that come in whole.")
        private boolean every;

        @Mixin
        private JsonOption output = new JsonOption();

        @Override
        ExitCode run() {
            Importer.Check check = check();
            output.write(new ImportJson(file, check)::write, terminal());
            if (!isQuiet() && !output.takesStandardOutput()) {
                new ImportText(terminal(), every).print(check);
            }
            long lost =
                    check.rows().stream().filter(row -> !row.lost().isEmpty()).count();
            Words words = new Words(terminal().language());
            return lost == 0
                    ? ExitCode.OK
                    : new Ending(ExitCode.INCOMPLETE, words.of(Word.EXIT_IMPORT, lost)).sayIf(isQuiet(), terminal());
        }

        private Importer.Check check() {
            try {
                return importer().check(file, mapping, encoding, sheet);
            } catch (TargetException e) {
                throw new UsageException(e.text(), e);
            }
        }
    }

    @Command(
            name = "fields",
            description = "Lists the fields that an asset may have, and what each means.",
            footerHeading = "%nExample:%n",
            footer = "  nephoscope import fields --lang zh")
    static final class Fields extends Action {
        @Override
        ExitCode run() {
            Words words = new Words(terminal().language());
            Table table = new Table(
                    terminal().language(),
                    List.of(
                            Text.of("FIELD", "字段"),
                            Text.of("HOLDS", "内容"),
                            Text.of("REQUIRED", "必填"),
                            Text.of("MEANS", "含义")));
            for (Importer.Described field : importer().fields()) {
                table.add(
                        field.name(),
                        words.in(field.form()),
                        field.required() ? Text.of("yes", "是").in(terminal().language()) : "",
                        words.in(field.means()));
            }
            table.print(terminal().out());
            return ExitCode.OK;
        }
    }

    @Command(
            name = "header",
            description =
                    "Prints the first line of a table of assets, with every column; those not needed may be left out.",
            footerHeading = "%nExample:%n",
            footer = "  nephoscope import header > assets.csv")
    static final class Header extends Action {
        @Override
        ExitCode run() {
            terminal().out().println(importer().header());
            return ExitCode.OK;
        }
    }

    @Command(
            name = "schema",
            description =
                    "Prints the JSON Schema (draft 2020-12) of one asset: a line of NDJSON, or an item of a JSON array.",
            footerHeading = "%nExample:%n",
            footer = "  nephoscope import schema > asset.schema.json")
    static final class JsonSchema extends Action {
        @Override
        ExitCode run() {
            terminal().out().println(importer().schema());
            return ExitCode.OK;
        }
    }
}
