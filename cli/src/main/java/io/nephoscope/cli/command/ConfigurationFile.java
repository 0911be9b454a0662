package io.nephoscope.cli.command;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.Faults;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A file that gives options, so that nobody need type them: each by its long name, at the top for every command that has it, and in a
 * section named as a command for that one.
 *
 * <pre>{@code
 * org: organisation.yaml
 * fail-on: high
 * scan:
 *   output: [html=report.html]
 * }</pre>
 *
 * <p>Whoever writes into a folder decides what a command does there. Therefore no option that such a file may give runs a program, sends
 * credentials elsewhere or holds a secret ({@link Configurable}); what an organisation file may do, it does by {@code --org} too. One
 * that was found and belongs to another user is refused.
 *
 * @param file where it lies
 */
record ConfigurationFile(Path file, YamlNode root) {
    static final String NAME = "nephoscope.yaml";

    static ConfigurationFile read(Path file) {
        return new ConfigurationFile(file, YamlNode.read(file));
    }

    /**
     * The nearest in a folder and those above it, up to the user's home.
     *
     * @throws UsageException where it is not one's own
     */
    static Optional<ConfigurationFile> find(Path here, Optional<Path> home, Predicate<Path> isOwn) {
        Optional<Path> top = home.map(it -> it.toAbsolutePath().normalize());
        Path folder = here.toAbsolutePath().normalize();
        while (folder != null) {
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                if (!isOwn.test(file)) {
                    throw new UsageException(Text.of(
                            "{0} belongs to another user; read it, and name it with --config, or do without it by --no-config.",
                            "{0} 属于其他用户；请先查看其内容，再用 --config 指定，或用 --no-config 不使用它。", file));
                }
                return Optional.of(read(file));
            }
            folder = top.filter(folder::equals).isPresent() ? null : folder.getParent();
        }
        return Optional.empty();
    }

    /** Whether a file belongs to whoever runs this, where the system knows of owners. */
    static boolean isOwn(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        try {
            return Files.getOwner(file).equals(user(file));
        } catch (IOException e) {
            throw new UsageException(
                    Text.of(
                            "Nobody can tell whose {0} is ({1}); name it with --config, or do without it by --no-config.",
                            "无法得知 {0} 属于谁（{1}）；请用 --config 指定，或用 --no-config 不使用它。", file, Said.by(e)),
                    e);
        }
    }

    /** A user who has no name, as in some containers, still owns the processes. */
    private static UserPrincipal user(Path file) throws IOException {
        Path process = Path.of("/proc/self");
        return Files.exists(process)
                ? Files.getOwner(process)
                : file.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }

    /**
     * Every key must be an option of some command, or a command with options of its own.
     *
     * @throws io.nephoscope.yaml.YamlException with every key that is neither
     */
    void check(Map<String, CommandSpec> commands) {
        Set<String> known = new TreeSet<>(commands.keySet());
        commands.values()
                .forEach(command -> known.addAll(Configurable.options(command).keySet()));
        Faults faults = new Faults();
        root.fields().forEach((key, value) -> {
            CommandSpec command = commands.get(key);
            if (!known.contains(key)) {
                faults.add(root.key(key)
                        .error(
                                Configurable.isOfOneRun(key)
                                        ? ofOneRun()
                                        : Text.of(
                                                "there is no option and no command of this name{0};"
                                                        + " 'nephoscope config schema' lists them.",
                                                "没有此名称的选项或命令{0}；可用 nephoscope config schema 列出。",
                                                Suggestion.didYouMean(key, known))));
            } else if (command == null && value.isNull()) {
                faults.add(root.key(key).error(nothing()));
            } else if (command != null && !value.isNull()) {
                faults.attempt(() -> value.fields())
                        .ifPresent(fields -> fields.forEach((option, given) -> {
                            check(key, command, option, faults);
                            if (given.isNull()) {
                                faults.add(value.key(option).error(nothing()));
                            }
                        }));
            }
        });
        faults.throwIfAny();
    }

    private void check(String name, CommandSpec command, String option, Faults faults) {
        Set<String> known = Configurable.options(command).keySet();
        if (!known.contains(option)) {
            faults.add(root.field(name)
                    .key(option)
                    .error(
                            Configurable.isOfOneRun(option)
                                    ? ofOneRun()
                                    : Text.of(
                                            "{0} has no such option{1}; it has {2}.",
                                            "{0} 没有此选项{1}；可用：{2}。",
                                            name,
                                            Suggestion.didYouMean(option, known),
                                            String.join(", ", known))));
        }
    }

    /** A gate that says nothing would be off without a word. */
    private static Text nothing() {
        return Text.of("nothing is said here; say what it is to be, or take it out.", "此处没有值；请填写或删除。");
    }

    private static Text ofOneRun() {
        return Text.of(
                "this belongs on the command line, or in an organisation file; take it out.", "它应写在命令行或组织文件中；请从此处删除。");
    }

    /** What stands in a command's own section, or else at the top for all. */
    Optional<YamlNode> given(String command, String option, boolean isShared) {
        return root.optional(command)
                .flatMap(section -> section.optional(option))
                .or(() -> isShared ? root.optional(option) : Optional.empty());
    }

    /** The values of an option, as they would be typed; paths are those beside the file. */
    List<String> values(OptionSpec option, YamlNode node) {
        if (Configurable.isTruth(option)) {
            return node.truth() ? List.of("true") : List.of();
        }
        return option.isMultiValue() && node.isList()
                ? node.items().stream().map(item -> value(option, item)).toList()
                : List.of(value(option, node));
    }

    private String value(OptionSpec option, YamlNode node) {
        String value = node.filled();
        Class<?> type = Completion.type(option);
        if (type == Path.class || type == OutputFolder.class) {
            return beside(value, node);
        } else if (type == OutputFile.class || type == ReportFile.class || type == ChangesFile.class) {
            String[] formatAndFile = value.split("=", 2);
            return formatAndFile.length < 2 || formatAndFile[1].isEmpty() || formatAndFile[1].equals("-")
                    ? value
                    : formatAndFile[0] + "=" + beside(formatAndFile[1], node);
        }
        return value;
    }

    private String beside(String path, YamlNode node) {
        try {
            return file.toAbsolutePath().resolveSibling(path).normalize().toString();
        } catch (InvalidPathException e) {
            throw node.error(Text.of("here should be the path of a file.", "此处应为文件路径。"));
        }
    }
}
