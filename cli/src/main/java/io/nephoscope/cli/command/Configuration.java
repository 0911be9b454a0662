package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What a command is given: flags over the environment over a file. What nobody typed is added to what was typed, so that it is understood
 * and checked in the same way.
 *
 * @param file the file that was read, whether it gives anything or not
 * @param options those that may be given elsewhere, with their values
 * @param typed what was typed
 */
record Configuration(Optional<ConfigurationFile> file, List<ConfiguredOption> options, List<String> typed) {
    static final String CONFIG = "--config";
    static final String NO_CONFIG = "--no-config";
    private static final String NO_MORE_OPTIONS = "--";
    private static final String QUIET = "--quiet";

    /** What is given by one who stands higher takes the place of more than itself: of what cannot be said together with it. */
    private static final Map<String, Set<String>> INSTEAD_OF = Map.of(
            "provider", Set.of("org", "branch"),
            "org", Set.of("provider", "profile", "role-arn"),
            "resume", Set.of("snapshot"));

    /** What was typed, and nothing else. */
    static Configuration none(String... typed) {
        return new Configuration(Optional.empty(), List.of(), List.of(typed));
    }

    /**
     * What a command line is given. One that is wrong by itself stays as it is.
     *
     * @param here the folder from which the file is looked for upwards
     * @throws io.nephoscope.yaml.YamlException where the file says what it cannot mean
     */
    static Configuration of(Terminal terminal, Path here, String... typed) {
        if (typed.length == 0 || !Configurable.isCommand(typed[0])) {
            return none(typed);
        }
        SortedMap<String, String> variables = variables(terminal.environment());
        Optional<ConfigurationFile> file = file(List.of(typed), terminal.environment(), here);
        if (file.isEmpty() && variables.isEmpty()) {
            return none(typed);
        }
        CommandLine all = Nephoscope.commandLine(terminal);
        try {
            ParseResult parsed = all.parseArgs(typed);
            Configuration configuration = of(parsed, file, variables).typing(typed);
            misspelt(variables.keySet(), all.getCommandSpec()).forEach(terminal::say);
            return configuration;
        } catch (ParameterException e) {
            return none(typed);
        }
    }

    /**
     * What a command is given.
     *
     * @param variables those of the environment that give options
     */
    static Configuration of(ParseResult parsed, Optional<ConfigurationFile> file, Map<String, String> variables) {
        Set<String> flags = new HashSet<>();
        ParseResult last = parsed;
        for (ParseResult at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            at.matchedOptions().forEach(option -> flags.add(Configurable.name(option)));
            last = at;
        }
        CommandSpec root = parsed.commandSpec().root();
        CommandSpec command = last.commandSpec();
        if (!(command.userObject() instanceof Action) || last.isUsageHelpRequested()) {
            return none();
        }
        file.ifPresent(it -> it.check(Configurable.commands(root)));
        String name = command.qualifiedName().substring(root.name().length()).strip();
        return new Configuration(file, options(name, command, flags, file, variables), List.of());
    }

    /** The same of what was typed. */
    Configuration typing(String... words) {
        return new Configuration(file, options, List.of(words));
    }

    private static List<ConfiguredOption> options(
            String command,
            CommandSpec spec,
            Set<String> flags,
            Optional<ConfigurationFile> file,
            Map<String, String> variables) {
        Map<String, OptionSpec> options = Configurable.options(spec);
        Map<String, ConfiguredOption> found = new LinkedHashMap<>();
        options.forEach((name, option) -> {
            if (flags.contains(name)) {
                found.put(name, new ConfiguredOption(option, typed(option), new Origin.Flag()));
            }
        });
        Set<String> above = instead(flags);
        options.forEach((name, option) -> {
            String variable = Configurable.variable(name);
            Optional.ofNullable(variables.get(variable))
                    .filter(value -> !above.contains(name) && Configurable.isShared(option, spec.root()))
                    .ifPresent(value -> found.put(
                            name, new ConfiguredOption(option, values(option, value), new Origin.Variable(variable))));
        });
        above.addAll(instead(found.keySet()));
        options.forEach((name, option) -> file.filter(it -> !above.contains(name))
                .flatMap(it -> it.given(command, name, Configurable.isShared(option, spec.root())))
                .ifPresent(node -> found.put(
                        name,
                        new ConfiguredOption(
                                option, file.orElseThrow().values(option, node), new Origin.InFile(node)))));
        return options.entrySet().stream()
                .map(entry -> found.getOrDefault(
                        entry.getKey(), new ConfiguredOption(entry.getValue(), List.of(), new Origin.Default())))
                .toList();
    }

    /** These, and what they take the place of. */
    private static Set<String> instead(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        names.forEach(name -> all.addAll(INSTEAD_OF.getOrDefault(name, Set.of())));
        return all;
    }

    private static List<String> typed(OptionSpec option) {
        return Configurable.isTruth(option) ? List.of("true") : option.originalStringValues();
    }

    /** A list stands in a variable with commas. */
    private static List<String> values(OptionSpec option, String value) {
        if (Configurable.isTruth(option)) {
            return value.equals("false") ? List.of() : List.of(value);
        }
        return option.isMultiValue()
                ? Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList()
                : List.of(value);
    }

    /** The variables that may give options, but for those that are empty. */
    static SortedMap<String, String> variables(Map<String, String> environment) {
        SortedMap<String, String> variables = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(Configurable.PREFIX)
                    && !Configurable.OTHER_VARIABLES.contains(name)
                    && !value.isBlank()) {
                variables.put(name, value.strip());
            }
        });
        return variables;
    }

    /** The file that is asked for, or the nearest. */
    static Optional<ConfigurationFile> file(List<String> typed, Map<String, String> environment, Path here) {
        Optional<String> named = Nephoscope.typed(CONFIG, typed)
                .or(() -> Optional.ofNullable(environment.get(Configurable.variable("config"))));
        if (named.isPresent()) {
            try {
                return Optional.of(ConfigurationFile.read(here.resolve(named.get())));
            } catch (InvalidPathException e) {
                throw new UsageException(Text.of("{0} is the name of no file.", "{0} 不是文件名。", CONFIG), e);
            }
        }
        boolean isRefused =
                typed.contains(NO_CONFIG) || "true".equals(environment.get(Configurable.variable("no-config")));
        return isRefused
                ? Optional.empty()
                : ConfigurationFile.find(
                        here,
                        Optional.ofNullable(environment.get("HOME"))
                                .filter(home -> !home.isBlank())
                                .map(Path::of),
                        ConfigurationFile::isOwn);
    }

    /** Variables that fit no option of any command and are near to one that does. */
    private static Stream<Text> misspelt(Set<String> variables, CommandSpec root) {
        Set<String> known = new TreeSet<>(Set.of("CONFIG", "NO_CONFIG"));
        Configurable.commands(root)
                .values()
                .forEach(command -> Configurable.options(command)
                        .keySet()
                        .forEach(name -> known.add(suffix(Configurable.variable(name)))));
        return variables.stream()
                .filter(name -> !known.contains(suffix(name)))
                .flatMap(name -> Suggestion.nearest(suffix(name), known).stream()
                        .map(near -> Text.of(
                                "The variable {0} fits no option (did you mean {1}?).",
                                "环境变量 {0} 不对应任何选项（是否指 {1}？）。", name, Configurable.PREFIX + near)));
    }

    private static String suffix(String variable) {
        return variable.substring(Configurable.PREFIX.length());
    }

    /** The whole command line, with all that nobody typed. */
    List<String> arguments() {
        List<String> more = new ArrayList<>();
        options.stream()
                .filter(option -> !(option.origin() instanceof Origin.Flag))
                .forEach(option -> more.addAll(option.arguments()));
        // What is read is never written over, and so it is told what was read.
        file.filter(it -> Nephoscope.typed(CONFIG, typed).isEmpty())
                .ifPresent(it -> more.add(CONFIG + "=" + it.file().toAbsolutePath()));
        int end = typed.contains(NO_MORE_OPTIONS) ? typed.indexOf(NO_MORE_OPTIONS) : typed.size();
        List<String> all = new ArrayList<>(typed.subList(0, end));
        all.addAll(more);
        all.addAll(typed.subList(end, typed.size()));
        return all;
    }

    /** Which file was used, for who wants to know. */
    Optional<Text> told() {
        boolean isUsed = options.stream().anyMatch(option -> option.origin() instanceof Origin.InFile);
        return file.filter(it -> isUsed && !arguments().contains(QUIET))
                .map(it -> Text.of("Options are from {0}.", "选项来自 {0}。", it.file()));
    }

    /** Where an option that cannot be understood was given, where that was not the command line. */
    Optional<Text> place(ParameterException error) {
        return options.stream()
                .filter(option -> error.getArgSpec() instanceof OptionSpec wrong
                        && wrong.longestName().equals(option.option().longestName()))
                .map(ConfiguredOption::origin)
                .filter(origin -> origin instanceof Origin.InFile || origin instanceof Origin.Variable)
                .map(Origin::place)
                .findFirst();
    }
}
