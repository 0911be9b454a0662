package io.nephoscope.inventory.snapshot;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads lines with their places in bytes, and passes over a last line that has no end. */
final class LineReader implements AutoCloseable {
    private final InputStream in;
    private long offset;
    private int number;

    LineReader(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** @param offset of its first byte in the file */
    record Line(int number, long offset, int length, String text) {}

    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                Line line = new Line(++number, offset, bytes.size(), bytes.toString(StandardCharsets.UTF_8));
                offset += bytes.size() + 1L;
                return line.text().isBlank() ? next() : Optional.of(line);
            }
            bytes.write(next);
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
