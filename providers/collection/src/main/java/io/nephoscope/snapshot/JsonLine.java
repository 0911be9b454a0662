package io.nephoscope.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Lines of JSON. */
public final class JsonLine {
    static final String ID = "id";

    private JsonLine() {}

    /** What a line says. */
    @FunctionalInterface
    public interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    /**
     * One line, with its end. Halves of characters, which hostile texts may hold, become question marks.
     *
     * @throws IllegalArgumentException where JSON cannot say it
     */
    public static byte[] of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            content.write(out);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be written as JSON: " + e.getMessage(), e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The line of an entry to which lines after it refer. */
    public static byte[] of(Table<?> table, String id, Content entry) {
        return of(out -> {
            out.writeStartObject();
            out.writeStringField(ID, id);
            out.writeFieldName(table.name());
            entry.write(out);
            out.writeEndObject();
        });
    }
}
