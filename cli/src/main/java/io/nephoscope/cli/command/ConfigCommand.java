package io.nephoscope.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        description = "Shows what commands are given by a configuration file and by the environment.",
        subcommands = {ConfigCommand.Show.class, ConfigCommand.Schema.class},
        footerHeading = "%nExamples:%n",
        footer = {"  nephoscope config show", "  nephoscope config schema > nephoscope.schema.json"})
final class ConfigCommand extends Group {
    @Command(
            name = "show",
            description = {
                "Shows the options of a command, what each is given, and where: by a flag, a variable of the environment, a line of the"
                        + " configuration file, or nobody.",
                "Options of the command stand behind it as they would be typed."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  nephoscope config show",
                "  nephoscope config show scan --fail-on high",
                "  nephoscope config show -o json=- waivers check"
            })
    static final class Show extends Action {
        @Parameters(
                paramLabel = "COMMAND [OPTION]",
                arity = "0..*",
                description = "The command, with options; scan where it is left out.")
        private List<String> words = new ArrayList<>();

        @Mixin
        private JsonOption json = new JsonOption();

        @SuppressWarnings("NullAway.Init") // set before anything is called
        private CommandSpec spec;

        /** What stands behind the name of a command is that command's. */
        @Spec
        @SuppressWarnings("unused") // picocli calls it
        private void spec(CommandSpec own) {
            own.parser().stopAtPositional(true);
            this.spec = own;
        }

        @Override
        ExitCode run() {
            CommandLine all = Nephoscope.commandLine(terminal());
            Map<String, CommandSpec> commands = Configurable.commands(all.getCommandSpec());
            String name = name(commands);
            CommandSpec command = Optional.ofNullable(commands.get(name))
                    .orElseThrow(() -> new UsageException(Text.of(
                            "There is no command {0} that takes options from elsewhere{1}.",
                            "没有可配置选项的命令 {0}{1}。", name, Suggestion.didYouMean(name, commands.keySet()))));
            command.parser().collectErrors(true);
            Configuration configuration = configuration(all, typed(name));
            if (!isQuiet() && !json.takesStandardOutput()) {
                print(configuration);
            }
            json.write(out -> write(name, configuration, out), terminal());
            return ExitCode.OK;
        }

        /** The longest name of a command with which the words begin. */
        private String name(Map<String, CommandSpec> commands) {
            List<String> names = words.stream()
                    .takeWhile(word -> !word.startsWith("-"))
                    .limit(2)
                    .toList();
            String whole = String.join(" ", names);
            return names.isEmpty() ? Configurable.SCAN : commands.containsKey(whole) ? whole : names.get(0);
        }

        private String[] typed(String name) {
            List<String> typed = new ArrayList<>(List.of(name.split(" ")));
            int named = words.isEmpty() || words.get(0).startsWith("-") ? 0 : typed.size();
            typed.addAll(words.subList(named, words.size()));
            return typed.toArray(String[]::new);
        }

        private Configuration configuration(CommandLine all, String... typed) {
            List<String> own = spec.root().commandLine().getParseResult().originalArgs();
            Map<String, String> environment = terminal().environment();
            Optional<ConfigurationFile> file =
                    Configuration.file(own, environment, Nephoscope.of(spec).folder());
            SortedMap<String, String> variables = Configuration.variables(environment);
            Configuration configuration = Configuration.of(parsed(all, Configuration.none(), typed), file, variables)
                    .typing(typed);
            // Whether what nobody typed can be understood.
            parsed(all, configuration, configuration.arguments().toArray(String[]::new));
            return configuration;
        }

        /** That some argument is missing matters only to who runs it. */
        private static ParseResult parsed(CommandLine all, Configuration configuration, String... arguments) {
            ParseResult parsed = all.parseArgs(arguments);
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            for (Exception error : last.errors()) {
                if (error instanceof ParameterException wrong && !(error instanceof MissingParameterException)) {
                    Faults.refuse(wrong, configuration);
                }
            }
            return parsed;
        }

        private void print(Configuration configuration) {
            Table table = new Table(
                    terminal().language(),
                    List.of(Text.of("OPTION", "选项"), Text.of("VALUE", "值"), Text.of("FROM", "来自")));
            configuration
                    .options()
                    .forEach(option -> table.add(
                            option.name(),
                            String.join(", ", shown(option)),
                            option.origin().text().in(terminal().language())));
            table.print(terminal().out());
        }

        private static List<String> shown(ConfiguredOption option) {
            if (option.origin() instanceof Origin.Default && option.option().defaultValue() != null) {
                return List.of(option.option().defaultValue());
            }
            return Configurable.isTruth(option.option()) && option.values().isEmpty()
                    ? List.of("false")
                    : option.values();
        }

        private static void write(String command, Configuration configuration, OutputStream out) throws IOException {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("schemaVersion", 1);
            json.put("command", command);
            configuration
                    .file()
                    .ifPresent(file -> json.put("configuration", file.file().toString()));
            json.put("options", configuration.options().stream().map(Show::json).toList());
            out.write(new ObjectMapper().writer(DocJson.layout()).writeValueAsBytes(json));
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }

        private static Map<String, Object> json(ConfiguredOption option) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("option", option.name());
            json.put("values", shown(option));
            json.put("from", option.origin().label());
            if (option.origin() instanceof Origin.Variable variable) {
                json.put("variable", variable.name());
            } else if (option.origin() instanceof Origin.InFile place) {
                json.put("file", place.node().file());
                json.put("line", place.node().line());
            }
            return json;
        }
    }

    @Command(
            name = "schema",
            description = {
                "Prints the JSON Schema of nephoscope.yaml.",
                "An editor completes and checks a file that begins with the line",
                "# yaml-language-server: $schema=nephoscope.schema.json"
            },
            footerHeading = "%nExample:%n",
            footer = "  nephoscope config schema > nephoscope.schema.json")
    static final class Schema extends Action {
        @Override
        ExitCode run() {
            CommandSpec root = Nephoscope.commandLine(terminal()).getCommandSpec();
            try {
                terminal()
                        .out()
                        .println(new ObjectMapper()
                                .writer(DocJson.layout())
                                .writeValueAsString(ConfigurationSchema.of(root)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("maps, lists and texts are always JSON", e);
            }
            return ExitCode.OK;
        }
    }
}
