package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
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
            throw new UsageException("There is no folder " + folder + " for " + name + "; make it first.");
        }
        if (!Files.isWritable(folder) || Files.isDirectory(Path.of(name))) {
            throw new UsageException("The file " + name + " cannot be written; name one that can.");
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
                    "The file " + name + " cannot be written (" + e.getMessage() + "); name another file.", e);
        }
    }
}
