package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.inventory.output.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is to be written. {@code -} is standard output, and so are its names in the system.
 *
 * @param option what was asked for, as {@code -o json=plan.json}
 */
record OutputFile(String option, String name) {
    private static final String PACKED = ".gz";

    private static final Set<Path> STANDARD_OUTPUT = Set.of(
            Path.of("/dev/stdout"),
            Path.of("/dev/fd/1"),
            Path.of("/proc/self/fd/1"),
            Path.of("/proc/thread-self/fd/1"));

    boolean isStandardOutput() {
        return name.equals("-")
                || STANDARD_OUTPUT.contains(Path.of(name).toAbsolutePath().normalize());
    }

    Path path() {
        return Path.of(isStandardOutput() ? "/dev/stdout" : name);
    }

    /** Whether two outputs to it would be written over one another: a device or a pipe takes one after the other. */
    boolean isOne() {
        return isStandardOutput() || isFile();
    }

    private boolean isFile() {
        try {
            return !isStandardOutput() && !WholeFile.isStream(path());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Finds out whether the file can be written, before there is anything to write. */
    void check() {
        if (!isFile()) {
            return;
        }
        Path folder = path().toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    Text.of("There is no folder {0} for {1}; make it first.", "没有存放 {1} 的文件夹 {0}；请先建立。", folder, name));
        }
        boolean isClosed = Files.exists(path()) && !Files.isWritable(path());
        if (!Files.isWritable(folder) || isClosed || Files.isDirectory(path())) {
            throw new UsageException(
                    Text.of("The file {0} cannot be written; name one that can.", "文件 {0} 无法写入；请换一个。", name));
        }
    }

    void write(WholeFile.Content content, FileMode mode, Terminal terminal) {
        try {
            if (isStandardOutput()) {
                content.write(terminal.out());
            } else {
                WholeFile.write(path(), mode, packed(content));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Packed where the file's name says so. Its header holds neither a time nor a name, so that the same content gives the same bytes. */
    private WholeFile.Content packed(WholeFile.Content content) {
        if (!name.endsWith(PACKED)) {
            return content;
        }
        return out -> {
            GZIPOutputStream packing = new GZIPOutputStream(out);
            content.write(packing);
            packing.finish();
        };
    }

    private UsageException unwritable(IOException error) {
        return new UsageException(
                Text.of(
                        "The file {0} cannot be written ({1}); name another file.",
                        "文件 {0} 无法写入（{1}）；请换一个文件。", name, WholeFile.why(error)),
                error);
    }
}
