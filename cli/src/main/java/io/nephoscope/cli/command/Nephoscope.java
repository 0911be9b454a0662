package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of all commands. */
@Command(
        name = "nephoscope",
        description = "Looks at what runs in the clouds, and says what is wrong with it and what it could not see.",
        versionProvider = ToolVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong",
            "1:a FAIL at or above --fail-on, a new one at or above --fail-on-new, or an UNKNOWN at or above --fail-on-unknown",
            "2:wrong usage, configuration or credentials, or an output that cannot be written",
            "3:incomplete: something could not be read, or less was seen than before (see --allow-incomplete, --allow-shrink)",
            "4:an error of the tool's own",
            "130:interrupted"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  nephoscope scan --org samples/organisation.yaml", "  nephoscope help scan"})
public final class Nephoscope extends Group {
    private static final int NARROWEST_HELP = 80;
    private static final int WIDEST_HELP = 120;

    private static final String LANG = "--lang";
    private static final String HELP = "help";
    /** For the launcher, and so in no list. */
    private static final String WARM_UP = "warm-up";

    private final Terminal terminal;
    private final Path here;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean version;

    @Option(
            names = LANG,
            paramLabel = "en|zh",
            scope = ScopeType.INHERIT,
            description = "The language of whatever is said and written (default: the locale's).")
    @SuppressWarnings("unused") // read before all others, so that what is wrong with those is said in it
    private Optional<Language> language = Optional.empty();

    @Option(
            names = "--types-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Add the sources that the files in this folder describe. Repeatable.")
    private List<Path> typeFolders = new ArrayList<>();

    @Option(
            names = Configuration.CONFIG,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Take options from this file (default: the nearest nephoscope.yaml, here or in a folder above).")
    @SuppressWarnings("unused") // read before all others, since it gives them
    private Optional<Path> configuration = Optional.empty();

    @Option(names = Configuration.NO_CONFIG, scope = ScopeType.INHERIT, description = "Take options from no file.")
    @SuppressWarnings("unused") // as above
    private boolean withoutConfiguration;

    private Nephoscope(Terminal terminal, Path here) {
        this.terminal = terminal;
        this.here = here;
    }

    /** Runs a command line; the answer is the exit code. */
    public static int run(Terminal terminal, String... arguments) {
        return run(terminal, Path.of(""), arguments);
    }

    /** @param here the folder in which it runs */
    static int run(Terminal terminal, Path here, String... arguments) {
        Terminal spoken = terminal.in(language(List.of(arguments)).orElse(terminal.language()));
        Faults faults = new Faults(spoken, Configuration.none(arguments));
        int code = run(spoken, faults, here, arguments);
        return terminal.lost().map(faults::lost).orElse(code);
    }

    private static int run(Terminal terminal, Faults faults, Path here, String... arguments) {
        try {
            Configuration configuration = Configuration.of(terminal, here, arguments);
            Terminal spoken = terminal.in(language(configuration.arguments()).orElse(terminal.language()));
            return run(spoken, here, configuration);
        } catch (RuntimeException | Error e) {
            return faults.failure(e, arguments);
        }
    }

    private static int run(Terminal terminal, Path here, Configuration configuration) {
        String[] arguments = configuration.arguments().toArray(String[]::new);
        CommandLine commandLine = commandLine(terminal, here, arguments.length > 0 ? arguments[0] : "");
        new Faults(terminal, configuration).handleAllOf(commandLine, arguments);
        return commandLine
                .setExecutionStrategy(parsed -> {
                    configuration.told().ifPresent(terminal::say);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .execute(arguments);
    }

    private static Optional<Language> language(List<String> arguments) {
        return typed(LANG, arguments)
                .flatMap(given -> Stream.of(Language.values())
                        .filter(language -> language.tag().equals(given))
                        .findFirst());
    }

    /** What was typed for an option that is read before the others: the last, if there are several. */
    static Optional<String> typed(String option, List<String> arguments) {
        Optional<String> typed = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(option + "=")) {
                typed = Optional.of(argument.substring(option.length() + 1));
            } else if (argument.equals(option) && i + 1 < arguments.size()) {
                typed = Optional.of(arguments.get(i + 1));
            }
        }
        return typed;
    }

    /** With every command. */
    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, Path.of(""), "");
    }

    /** With the command that is called, since reading the others takes longer than most take to run; with all where that is none. */
    private static CommandLine commandLine(Terminal terminal, Path here, String called) {
        CommandLine commandLine = new CommandLine(new Nephoscope(terminal, here));
        Map<String, Supplier<Object>> commands = commands();
        boolean one = commands.containsKey(called) && !called.equals(HELP);
        commands.forEach((name, command) -> {
            if (name.equals(called) || (!one && !name.equals(WARM_UP))) {
                commandLine.addSubcommand(name, command.get());
            }
        });
        return commandLine
                .setExpandAtFiles(false)
                .registerConverter(OutputFolder.class, OutputFolder::new)
                .registerConverter(Severity.class, new Choice<>(Severity.values(), Severity::label))
                .registerConverter(
                        Verdict.class,
                        // As options are written, and as verdicts stand in reports.
                        given -> new Choice<>(
                                        Verdict.values(),
                                        verdict -> verdict.name().toLowerCase(Locale.ROOT))
                                .convert(given.toLowerCase(Locale.ROOT)))
                .registerConverter(
                        FindingsCommand.Format.class,
                        new Choice<>(FindingsCommand.Format.values(), FindingsCommand.Format::label))
                .registerConverter(Language.class, new Choice<>(Language.values(), Language::tag))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outHasColours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(NARROWEST_HELP, terminal.width())));
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("scan", ScanCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("permissions", PermissionsCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("inventory", InventoryCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("findings", FindingsCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("rules", RulesCommand::new);
        commands.put("types", TypesCommand::new);
        commands.put("organisation", OrganisationCommand::new);
        commands.put("waivers", WaiversCommand::new);
        commands.put("config", ConfigCommand::new);
        commands.put("version", VersionCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put(HELP, HelpCommand::new);
        commands.put(WARM_UP, WarmUpCommand::new);
        return commands;
    }

    static Nephoscope of(CommandSpec command) {
        return (Nephoscope) command.root().userObject();
    }

    /** The folders of files that describe sources. */
    List<Path> typeFolders() {
        return List.copyOf(typeFolders);
    }

    Terminal terminal() {
        return terminal;
    }

    /** The folder in which it runs. */
    Path folder() {
        return here;
    }
}
