package io.nephoscope.cli.command;

import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a shell offers, by the types of options: values as they are accepted, and files where files are named. */
final class Completion {
    private static final String PROVIDER = "--provider";

    private Completion() {}

    /** The script for bash, which zsh reads too. */
    static String script(String program, CommandLine commands) {
        String script = AutoComplete.bash(program, new CommandLine(offering(commands.getCommandSpec())));
        for (String outputs : List.of("FORMATFILE", "jsonFILE")) {
            // The name of a file still has to follow, so that no blank may.
            String offers = "COMPREPLY=( $( compReplyArray \"${" + outputs + "_option_args[@]}\" ) )";
            script = script.replace(offers, "type compopt &>/dev/null && compopt -o nospace\n      " + offers);
        }
        return script;
    }

    /** The same commands with what picocli cannot know, which sees no types inside of an {@code Optional} and the names of enums. */
    private static CommandSpec offering(CommandSpec commands) {
        CommandSpec offering = CommandSpec.create().name(commands.name());
        offering.usageMessage().hidden(commands.usageMessage().hidden());
        commands.options().stream()
                .filter(option -> !option.inherited()) // as here, a subcommand has those of whom it is added to
                .forEach(option -> offering.addOption(offering(option)));
        commands.positionalParameters().forEach(parameter -> offering.addPositional(offering(parameter)));
        commands.subcommands()
                .forEach((name, command) ->
                        offering.addSubcommand(name, new CommandLine(offering(command.getCommandSpec()))));
        return offering;
    }

    private static OptionSpec offering(OptionSpec option) {
        List<String> values = option.longestName().equals(PROVIDER) ? providers() : values(type(option));
        if (!values.isEmpty()) {
            return OptionSpec.builder(option).completionCandidates(values).build();
        }
        return isFile(option)
                ? OptionSpec.builder(option.names())
                        .paramLabel(option.paramLabel())
                        .type(Path.class)
                        .build()
                : option;
    }

    private static PositionalParamSpec offering(PositionalParamSpec parameter) {
        return isFile(parameter)
                ? PositionalParamSpec.builder()
                        .paramLabel(parameter.paramLabel())
                        .index(parameter.index())
                        .type(Path.class)
                        .build()
                : parameter;
    }

    /** Of one value, where there may be none or many. */
    static Class<?> type(ArgSpec arg) {
        Class<?>[] inner = arg.auxiliaryTypes();
        return inner.length == 0 ? arg.type() : inner[inner.length - 1];
    }

    private static boolean isFile(ArgSpec arg) {
        return type(arg) == Path.class || type(arg) == OutputFolder.class;
    }

    static List<String> values(Class<?> type) {
        if (type == Severity.class) {
            return Arrays.stream(Severity.values()).map(Severity::label).toList();
        } else if (type == Language.class) {
            return Arrays.stream(Language.values()).map(Language::tag).toList();
        } else if (type == Verdict.class) {
            return Arrays.stream(Verdict.values())
                    .map(verdict -> verdict.name().toLowerCase(Locale.ROOT))
                    .toList();
        } else if (type == FindingsCommand.Format.class) {
            return Arrays.stream(FindingsCommand.Format.values())
                    .map(FindingsCommand.Format::label)
                    .toList();
        } else if (type == ChangesFile.class) {
            return Arrays.stream(ChangesFile.Format.values())
                    .map(format -> format.label() + "=")
                    .toList();
        } else if (type == ReportFile.class) {
            return Arrays.stream(ReportFormat.values())
                    .map(format -> format.label() + "=")
                    .toList();
        }
        return type == OutputFile.class ? List.of("json=") : List.of();
    }

    private static List<String> providers() {
        Stream<Provider> installed =
                StreamSupport.stream(ServiceLoader.load(Provider.class).spliterator(), false);
        return installed.map(Provider::name).sorted().toList();
    }
}
