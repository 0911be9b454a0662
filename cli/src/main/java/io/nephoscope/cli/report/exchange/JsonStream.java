package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.JsonLayout;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;

/** JSON that is written as it comes, into a stream that stays open. */
final class JsonStream {
    private JsonStream() {}

    /**
     * One JSON value.
     *
     * @param items how deep the items lie of which there are very many: each is a line
     */
    static void document(OutputStream out, int items, IoConsumer<JsonGenerator> content) throws IOException {
        JsonLayout layout = new JsonLayout(items);
        layout.rows(true);
        write(out, layout, json -> {
            content.accept(json);
            json.writeRaw('\n');
        });
    }

    /** Any number of JSON values, each on a line of its own: NDJSON. */
    static void lines(OutputStream out, IoConsumer<JsonGenerator> content) throws IOException {
        write(out, new MinimalPrettyPrinter(""), content);
    }

    /** Ends a line of {@link #lines}. */
    static void endLine(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    private static void write(OutputStream out, PrettyPrinter layout, IoConsumer<JsonGenerator> content)
            throws IOException {
        try (JsonGenerator json = DocJson.FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(layout);
            content.accept(json);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A field that is an array of texts. */
    static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A field that is there only where it says something. */
    static void said(JsonGenerator json, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }
}
