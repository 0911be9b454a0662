package io.nephoscope.cli.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that a configuration file or the environment may give: those that mean the same in every run. */
final class Configurable {
    /** What names of variables begin with. */
    static final String PREFIX = "NEPHOSCOPE_";
    /** The variables that the launcher and the build read. */
    static final Set<String> OTHER_VARIABLES =
            Set.of("NEPHOSCOPE_CDS", "NEPHOSCOPE_JAVA_OPTS", "NEPHOSCOPE_PLUGINS", "NEPHOSCOPE_CI");
    /** The command whose options the others share. */
    static final String SCAN = "scan";

    /**
     * Options that belong to one run; and what may be a secret, or say where credentials are sent, which belongs in an organisation
     * file.
     */
    private static final Set<String> ONE_RUN =
            Set.of("help", "version", "config", "no-config", "resume", "set", "external-id");
    /** Commands that do the same in every folder. */
    private static final Set<String> BY_THEMSELVES = Set.of("version", "completion", "warm-up", "config", "help");

    private Configurable() {}

    /** Whether a command takes options from elsewhere. */
    static boolean isCommand(String first) {
        return !BY_THEMSELVES.contains(first);
    }

    /** The commands that take options from elsewhere, by their names as they are typed. */
    static Map<String, CommandSpec> commands(CommandSpec root) {
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        root.subcommands().forEach((name, command) -> {
            if (isCommand(name)) {
                add(name, command.getCommandSpec(), commands);
            }
        });
        return commands;
    }

    private static void add(String name, CommandSpec command, Map<String, CommandSpec> to) {
        if (command.userObject() instanceof Action) {
            to.put(name, command);
        }
        command.subcommands().forEach((below, its) -> add(name + " " + below, its.getCommandSpec(), to));
    }

    /** The options of a command that may be given elsewhere, by their long names without dashes. */
    static Map<String, OptionSpec> options(CommandSpec command) {
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        command.options().stream()
                .filter(option -> !option.hidden() && !ONE_RUN.contains(name(option)))
                .forEach(option -> options.put(name(option), option));
        return options;
    }

    /** Whether it is an option of one run, and so none that may be given elsewhere. */
    static boolean isOfOneRun(String name) {
        return ONE_RUN.contains(name);
    }

    /**
     * Whether an option of some command is what a scan means by its name: {@code --output} of a plan is not, and so is given to the plan
     * alone.
     */
    static boolean isShared(OptionSpec option, CommandSpec root) {
        return Optional.ofNullable(root.subcommands().get(SCAN))
                .flatMap(scan ->
                        Optional.ofNullable(options(scan.getCommandSpec()).get(name(option))))
                .map(ofScan -> Completion.type(ofScan) == Completion.type(option))
                .orElse(true);
    }

    /** The long name, without dashes. */
    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static boolean isTruth(OptionSpec option) {
        return option.typeInfo().isBoolean();
    }
}
