package io.nephoscope.cli.command;

import io.nephoscope.cli.scan.ScanException;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.snapshot.SnapshotException;
import io.nephoscope.rules.RuleException;
import io.nephoscope.rules.yaml.YamlException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one sentence, and ends with the code for it. */
final class Faults {
    private static final String VERBOSE = "--verbose";

    private final Terminal terminal;

    Faults(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command line that cannot be understood. */
    int misuse(ParameterException error) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        String sentence = error instanceof UnmatchedArgumentException unmatched
                ? unknown(command, unmatched.getUnmatched().get(0))
                : ended(String.valueOf(error.getMessage()));
        terminal.say(sentence + " See '" + command.qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }

    private static String unknown(CommandSpec command, String argument) {
        if (argument.startsWith("-")) {
            String name = argument.split("=", 2)[0];
            List<String> options = command.options().stream()
                    .flatMap(option -> Arrays.stream(option.names()))
                    .filter(option -> option.startsWith("--") && name.startsWith("--"))
                    .toList();
            return "There is no option " + name
                    + Suggestion.didYouMean(name, options).en() + ".";
        }
        return command.subcommands().isEmpty()
                ? "There is one argument too many: " + argument + "."
                : "There is no command " + argument
                        + Suggestion.didYouMean(argument, command.subcommands().keySet())
                                .en()
                        + ".";
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** A command that broke off. */
    int failure(Throwable error, String[] arguments) {
        boolean verbose = Arrays.asList(arguments).contains(VERBOSE);
        Optional<Throwable> known = causes(error).filter(Faults::isForTheUser).findFirst();
        if (causes(error).anyMatch(InterruptedException.class::isInstance)) {
            terminal.say("Interrupted.");
            return ExitCode.INTERRUPTED.number();
        }
        terminal.say(known.map(Throwable::getMessage)
                .orElseGet(() -> "internal error: " + error + (verbose ? "" : "; run again with " + VERBOSE + ".")));
        if (verbose) {
            error.printStackTrace(terminal.log());
            terminal.log().flush();
        }
        return (known.isPresent() ? ExitCode.USAGE : ExitCode.INTERNAL).number();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isForTheUser(Throwable error) {
        return error instanceof UsageException
                || error instanceof ScanException
                || error instanceof SnapshotException
                || error instanceof YamlException
                || error instanceof RuleException;
    }

    /** Both ways of going wrong, as picocli asks for them. */
    void handleAllOf(CommandLine commandLine, String[] arguments) {
        commandLine.setParameterExceptionHandler((error, given) -> misuse(error));
        commandLine.setExecutionExceptionHandler((error, command, parsed) -> failure(error, arguments));
    }
}
