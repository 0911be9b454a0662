package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.DocJson;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Appends whole lines to a file. What could not be written is not written again, so that no line begins in another's middle. */
final class LineWriter implements AutoCloseable {
    private static final int MOST_PENDING = 1 << 16;

    private final OutputStream file;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long lines;

    /** A stream of this kind is not closed when a thread that writes to it is interrupted. */
    LineWriter(Path path) throws IOException {
        file = new FileOutputStream(path.toFile());
    }

    /** What a line says. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    /**
     * One line of JSON. Halves of characters, which hostile texts may hold, become question marks.
     *
     * @throws IllegalArgumentException where JSON cannot say it
     */
    static byte[] line(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            content.write(out);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be written as JSON: " + e.getMessage(), e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    void append(byte[] line) throws IOException {
        pending.writeBytes(line);
        lines++;
        if (pending.size() >= MOST_PENDING) {
            flush();
        }
    }

    void flush() throws IOException {
        byte[] bytes = pending.toByteArray();
        pending.reset();
        file.write(bytes);
    }

    /** How many lines were appended. */
    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
