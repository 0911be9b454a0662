package io.nephoscope.cli.command;

import io.nephoscope.cli.scan.ScanException;
import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.RuleException;
import io.nephoscope.snapshot.SnapshotException;
import io.nephoscope.yaml.YamlException;
import java.nio.channels.ClosedChannelException;
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
    private final Configuration configuration;

    /** @param configuration where options were given that nobody typed */
    Faults(Terminal terminal, Configuration configuration) {
        this.terminal = terminal;
        this.configuration = configuration;
    }

    /** A command line that cannot be understood. */
    int misuse(ParameterException error) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        Text sentence = sentence(error);
        terminal.say(configuration
                .place(error)
                .map(place -> Text.of("{0}: {1}", "{0}：{1}", place, sentence))
                .orElseGet(() ->
                        Text.of("{0} See '{1} --help'.", "{0}参见 {1} --help。", sentence, command.qualifiedName())));
        return ExitCode.USAGE.number();
    }

    /**
     * Refuses what cannot be understood, with the place where it was given.
     *
     * @throws UsageException where that was not the command line
     */
    static void refuse(ParameterException error, Configuration configuration) {
        Optional<Text> place = configuration.place(error);
        if (place.isPresent()) {
            throw new UsageException(Text.of("{0}: {1}", "{0}：{1}", place.get(), sentence(error)), error);
        }
        throw error;
    }

    private static Text sentence(ParameterException error) {
        return error instanceof UnmatchedArgumentException unmatched
                ? unknown(
                        error.getCommandLine().getCommandSpec(),
                        unmatched.getUnmatched().get(0))
                : Text.of("{0}", "命令行有误：{0}", ended(String.valueOf(error.getMessage())));
    }

    private static Text unknown(CommandSpec command, String argument) {
        if (argument.startsWith("-")) {
            String name = argument.split("=", 2)[0];
            List<String> options = command.options().stream()
                    .flatMap(option -> Arrays.stream(option.names()))
                    .filter(option -> option.startsWith("--") && name.startsWith("--"))
                    .toList();
            return Text.of("There is no option {0}{1}.", "没有选项 {0}{1}。", name, Suggestion.didYouMean(name, options));
        }
        return command.subcommands().isEmpty()
                ? Text.of("There is one argument too many: {0}.", "多了一个参数：{0}。", argument)
                : Text.of(
                        "There is no command {0}{1}.",
                        "没有命令 {0}{1}。",
                        argument,
                        Suggestion.didYouMean(argument, command.subcommands().keySet()));
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("。") ? sentence : sentence + ".";
    }

    /** A command that broke off. */
    int failure(Throwable error, String[] arguments) {
        boolean verbose = Arrays.asList(arguments).contains(VERBOSE);
        Optional<Throwable> known = causes(error).filter(Faults::isForTheUser).findFirst();
        if (causes(error).anyMatch(Faults::isInterruption)) {
            terminal.say(Text.of("Interrupted.", "已中断。"));
            return ExitCode.INTERRUPTED.number();
        }
        terminal.say(known.map(Said::by)
                .orElseGet(() -> verbose
                        ? Text.of("internal error: {0}", "内部错误：{0}", error)
                        : Text.of(
                                "internal error: {0}; run again with {1}.", "内部错误：{0}；请加 {1} 重新运行。", error, VERBOSE)));
        if (verbose) {
            error.printStackTrace(terminal.log());
            terminal.log().flush();
        }
        return (known.isPresent() ? ExitCode.USAGE : ExitCode.INTERNAL).number();
    }

    /** Standard output does not hold all that was written to it, whatever the command came to. */
    int lost(String why) {
        terminal.say(Text.of(
                "Standard output cannot be written ({0}); what stands there is not whole.",
                "标准输出无法写入（{0}）；已输出的内容不完整。", why));
        return ExitCode.USAGE.number();
    }

    /** Whoever is interrupted while it writes hears of it by the file. */
    private static boolean isInterruption(Throwable error) {
        return error instanceof InterruptedException || error instanceof ClosedChannelException;
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
