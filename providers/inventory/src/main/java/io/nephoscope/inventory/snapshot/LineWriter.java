package io.nephoscope.inventory.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Appends whole lines to a file. What could not be written is not written again, so that no line begins in another's middle. */
final class LineWriter implements AutoCloseable {
    private static final int MOST_PENDING = 1 << 16;

    private final OutputStream file;
    private final Seal.Counter written;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** A stream of this kind is not closed when a thread that writes to it is interrupted. */
    private LineWriter(Path path, Seal.Counter written) throws IOException {
        this.file = new FileOutputStream(path.toFile(), written.lines() > 0);
        this.written = written;
    }

    /** Writes a file anew. */
    LineWriter(Path path) throws IOException {
        this(path, new Seal.Counter());
    }

    /** Goes on with a file, of whose lines those stay that are kept; where the file is missing, it has none. */
    static LineWriter after(Path path, Kept kept) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Seal.Counter written;
        try (LineWriter copy = new LineWriter(next)) {
            if (Files.exists(path)) {
                try (LineReader lines = new LineReader(path)) {
                    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                        if (kept.keeps(line.get())) {
                            copy.append((line.get().text() + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            }
            copy.flush();
            written = copy.written;
        }
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
        return new LineWriter(path, written);
    }

    /** Which lines stay. */
    @FunctionalInterface
    interface Kept {
        boolean keeps(LineReader.Line line) throws IOException;
    }

    void append(byte[] line) throws IOException {
        pending.writeBytes(line);
        written.bytes(line, line.length);
        written.line();
        if (pending.size() >= MOST_PENDING) {
            flush();
        }
    }

    void flush() throws IOException {
        byte[] bytes = pending.toByteArray();
        pending.reset();
        file.write(bytes);
    }

    /** What was appended, and what was kept before it. */
    Seal seal() {
        return written.seal();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
