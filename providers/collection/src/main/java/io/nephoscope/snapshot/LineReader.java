package io.nephoscope.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads lines with their places in bytes, and passes over a last line that has no end. */
public final class LineReader implements AutoCloseable {
    private static final int LONGEST = 1 << 28;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private final Seal.Counter read = new Seal.Counter();
    private long offset;
    private int number;

    public LineReader(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /** @param offset of its first byte in the file */
    public record Line(int number, long offset, int length, String text) {}

    /** The next line that is not blank. */
    public Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (at < end || fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            bytes.write(buffer, at, stop - at);
            at = stop;
            if (bytes.size() > LONGEST) {
                throw new IOException("line " + (number + 1) + " has no end");
            }
            if (stop < end) {
                at++;
                Line line = new Line(++number, offset, bytes.size(), bytes.toString(StandardCharsets.UTF_8));
                offset += bytes.size() + 1L;
                bytes.reset();
                if (!line.text().isBlank()) {
                    read.line();
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.read(buffer);
        if (end > 0) {
            read.bytes(buffer, end);
        }
        return end > 0;
    }

    /** What was read, once all of it was. */
    public Seal seal() {
        return read.seal();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
