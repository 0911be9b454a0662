package io.nephoscope.snapshot;

import io.nephoscope.inventory.output.FileMode;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Appends whole lines to a file. What could not be written is not written again, so that no line begins in another's middle. */
final class LineWriter implements AutoCloseable {
    private static final int MOST_PENDING = 1 << 16;

    private final FileOutputStream file;
    private final Seal.Counter written;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** A stream of this kind is not closed when a thread that writes to it is interrupted. */
    private LineWriter(Path path, Seal.Counter written) throws IOException {
        this.file = new FileOutputStream(path.toFile(), true);
        this.written = written;
    }

    /**
     * Begins a file.
     *
     * @throws java.nio.file.FileAlreadyExistsException where it is there already
     */
    static LineWriter begin(Path path, FileMode mode) throws IOException {
        Files.createFile(path, FileMode.newFile(path));
        mode.applyTo(path);
        return new LineWriter(path, new Seal.Counter());
    }

    /** Goes on with a file, of whose lines those stay that are kept; where the file is missing, it has none. */
    static LineWriter after(Path path, FileMode mode, Kept kept) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.deleteIfExists(next);
        Seal.Counter written;
        try (LineWriter copy = begin(next, mode)) {
            if (Files.exists(path)) {
                try (LineReader lines = new LineReader(path)) {
                    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                        if (kept.keeps(line.get())) {
                            copy.append((line.get().text() + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            }
            copy.sync();
            written = copy.written;
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
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

    /** Writes what was appended, down to the disk. */
    void sync() throws IOException {
        flush();
        file.getFD().sync();
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
