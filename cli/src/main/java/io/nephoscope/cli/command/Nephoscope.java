package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.rules.Language;
import io.nephoscope.rules.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The root of all commands. */
@Command(
        name = "nephoscope",
        description = "Looks at what runs in the clouds, and says what is wrong with it and what it could not see.",
        subcommands = {
            ScanCommand.class,
            InventoryCommand.class,
            EvaluateCommand.class,
            ReportCommand.class,
            RulesCommand.class,
            TypesCommand.class,
            VersionCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        versionProvider = ToolVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong",
            "1:a FAIL at or above --fail-on",
            "2:wrong usage, configuration or credentials",
            "3:incomplete: something could not be read (see --allow-incomplete)",
            "4:an error of the tool's own",
            "130:interrupted"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  nephoscope scan --org samples/organisation.yaml", "  nephoscope help scan"})
public final class Nephoscope extends Group {
    private static final int NARROWEST_HELP = 80;
    private static final int WIDEST_HELP = 120;

    private final Terminal terminal;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean version;

    private Nephoscope(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command line; the answer is the exit code. */
    public static int run(Terminal terminal, String... arguments) {
        Faults faults = new Faults(terminal);
        try {
            CommandLine commandLine = commandLine(terminal);
            faults.handleAllOf(commandLine, arguments);
            return commandLine.execute(arguments);
        } catch (RuntimeException | Error e) {
            return faults.failure(e, arguments);
        } finally {
            terminal.out().flush();
        }
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Nephoscope(terminal))
                .registerConverter(Severity.class, new Choice<>(Severity.values(), Severity::label))
                .registerConverter(Language.class, new Choice<>(Language.values(), Language::tag))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outHasColours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(NARROWEST_HELP, terminal.width())));
    }

    static Nephoscope of(CommandSpec command) {
        return (Nephoscope) command.root().userObject();
    }

    Terminal terminal() {
        return terminal;
    }
}
