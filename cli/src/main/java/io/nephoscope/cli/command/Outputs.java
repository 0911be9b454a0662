package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.NamedFile;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.output.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a command is to write, held against what it reads. The type of an option tells what it names: a {@link Path} is read; an
 * {@link OutputFile}, a {@link ReportFile}, a {@link ChangesFile} or an {@link OutputFolder} is written.
 */
final class Outputs {
    /** What is read in a folder: rules, and the files of a snapshot. A report may lie beside them. */
    private static final Pattern READ_IN_FOLDERS = Pattern.compile(
            ".*\\.ya?ml|manifest\\.json|judgement\\.json|(?:assets|units|ledger|findings)\\.ndjson|lock",
            Pattern.CASE_INSENSITIVE);

    private final List<Named> read = new ArrayList<>();
    private final List<Named> written = new ArrayList<>();

    /**
     * @param by the option that names it, as messages say it
     * @param isFolder whether it will be a folder; what is read may be one without saying so
     */
    private record Named(String by, Path path, boolean isFolder) {}

    private Outputs(CommandSpec command) {
        // One that is given twice is among them twice.
        for (ArgSpec arg :
                new LinkedHashSet<>(command.commandLine().getParseResult().matchedArgs())) {
            String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
            values(arg.getValue()).forEach(value -> add(name, value));
        }
    }

    private static Stream<?> values(Object given) {
        if (given instanceof Optional<?> one) {
            return one.stream();
        }
        return given instanceof Collection<?> many ? many.stream() : Stream.of(given);
    }

    private void add(String name, Object value) {
        if (value instanceof Path path) {
            read.add(new Named(name + " " + path, path, Files.isDirectory(path)));
        } else if (value instanceof OutputFolder folder) {
            written.add(new Named(name + " " + folder.path(), folder.path(), true));
        } else if (value instanceof ReportFile report) {
            add(name, report.file());
        } else if (value instanceof ChangesFile changes) {
            add(name, changes.file());
        } else if (value instanceof OutputFile file && file.isOne()) {
            file.check();
            written.add(new Named(file.option(), file.path(), false));
        }
    }

    /**
     * Finds out whether what the options name can be written, before anything is read.
     *
     * @throws UsageException where it cannot, or where it is what is read or written elsewhere, with both
     */
    static void check(CommandSpec command) {
        check(command, List.of());
    }

    /** The same, with what is known only now. */
    static void check(CommandSpec command, List<NamedFile> more) {
        Outputs all = new Outputs(command);
        more.forEach(file -> (file.isWritten() ? all.written : all.read)
                .add(new Named(file.by() + ", " + file.path(), file.path(), Files.isDirectory(file.path()))));
        try {
            all.check();
        } catch (FileSystemException e) {
            throw new UsageException(
                    Text.of(
                            "{0} can be neither read nor written ({1}); name another place.",
                            "{0} 既不能读取也不能写入（{1}）；请换一个位置。", e.getFile(), WholeFile.why(e)),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() throws IOException {
        for (int i = 0; i < written.size(); i++) {
            Named output = written.get(i);
            for (Named input : read) {
                if (isOver(output, input)) {
                    throw new UsageException(Text.of(
                            "{0} would be written over what is read: {1}; name another place.",
                            "{0} 会覆盖要读取的内容：{1}；请换一个位置。", output.by(), input.by()));
                }
            }
            for (Named other : written.subList(0, i)) {
                if (isOver(output, other) || isOver(other, output)) {
                    throw new UsageException(Text.of(
                            "{0} and {1} would be written to one place; name two.",
                            "{0} 和 {1} 将写入同一位置；请指定两个。", other.by(), output.by()));
                }
            }
        }
    }

    /** Whether writing the one would change the other, by whatever names they go. */
    private static boolean isOver(Named output, Named other) throws IOException {
        Path path = output.path();
        if (Files.exists(path)
                && Files.exists(other.path())
                && (Files.isSameFile(path, other.path()) || isLedToFrom(other.path(), path))) {
            return true;
        }
        Path real = real(path);
        Path otherReal = real(other.path());
        return real.equals(otherReal)
                || (other.isFolder()
                        && real.startsWith(otherReal)
                        && (output.isFolder()
                                || READ_IN_FOLDERS
                                        .matcher(String.valueOf(real.getFileName()))
                                        .matches()));
    }

    /** Whether a folder holds what is read of it under a link that leads to a file. */
    private static boolean isLedToFrom(Path folder, Path file) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.find(
                folder,
                Integer.MAX_VALUE,
                (it, attributes) -> !attributes.isDirectory()
                        && READ_IN_FOLDERS
                                .matcher(String.valueOf(it.getFileName()))
                                .matches())) {
            for (Path it : inside.toList()) {
                if (Files.exists(it) && Files.isSameFile(it, file)) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Without links, and in the file system's own spelling, as far as it is there. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        try {
            return absolute.toRealPath();
        } catch (NoSuchFileException e) {
            Path above = absolute.getParent();
            return above == null
                    ? absolute
                    : real(above).resolve(absolute.getFileName()).normalize();
        }
    }
}
