package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
            "1:a FAIL at or above --fail-on, or an UNKNOWN at or above --fail-on-unknown",
            "2:wrong usage, configuration or credentials",
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

    private Nephoscope(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command line; the answer is the exit code. */
    public static int run(Terminal terminal, String... arguments) {
        Terminal spoken = language(arguments).map(terminal::in).orElse(terminal);
        Faults faults = new Faults(spoken);
        int code = run(spoken, faults, arguments);
        return terminal.lost().map(faults::lost).orElse(code);
    }

    private static int run(Terminal terminal, Faults faults, String... arguments) {
        try {
            CommandLine commandLine = commandLine(terminal, arguments.length > 0 ? arguments[0] : "");
            faults.handleAllOf(commandLine, arguments);
            return commandLine.execute(arguments);
        } catch (RuntimeException | Error e) {
            return faults.failure(e, arguments);
        }
    }

    private static Optional<Language> language(String... arguments) {
        Optional<Language> asked = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            String given = arguments[i].startsWith(LANG + "=")
                    ? arguments[i].substring(LANG.length() + 1)
                    : arguments[i].equals(LANG) && i + 1 < arguments.length ? arguments[i + 1] : "";
            for (Language language : Language.values()) {
                if (language.tag().equals(given)) {
                    asked = Optional.of(language);
                }
            }
        }
        return asked;
    }

    /** With every command. */
    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, "");
    }

    /** With the command that is called, since reading the others takes longer than most take to run; with all where that is none. */
    private static CommandLine commandLine(Terminal terminal, String called) {
        CommandLine commandLine = new CommandLine(new Nephoscope(terminal));
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
        commands.put("diff", DiffCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("rules", RulesCommand::new);
        commands.put("types", TypesCommand::new);
        commands.put("organisation", OrganisationCommand::new);
        commands.put("waivers", WaiversCommand::new);
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
}
