package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is to be written; {@code -} is standard output. */
record OutputFile(String name) {
    private static final String STANDARD_OUTPUT = "-";

    /** Writes what there is to write. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    boolean isStandardOutput() {
        return name.equals(STANDARD_OUTPUT);
    }

    /** Finds out whether the file can be written, before there is anything to write. */
    void check() {
        if (isStandardOutput()) {
            return;
        }
        Path folder = Path.of(name).toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    Text.of("There is no folder {0} for {1}; make it first.", "没有存放 {1} 的文件夹 {0}；请先建立。", folder, name));
        }
        if (!Files.isWritable(folder) || Files.isDirectory(Path.of(name))) {
            throw new UsageException(
                    Text.of("The file {0} cannot be written; name one that can.", "文件 {0} 无法写入；请换一个。", name));
        }
    }

    void write(Content content, Terminal terminal) {
        try {
            if (isStandardOutput()) {
                content.write(terminal.out());
                return;
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(name)))) {
                content.write(out);
            }
        } catch (IOException e) {
            throw new UsageException(
                    Text.of(
                            "The file {0} cannot be written ({1}); name another file.",
                            "文件 {0} 无法写入（{1}）；请换一个文件。", name, Said.by(e)),
                    e);
        }
    }
}
