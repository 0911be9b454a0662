package io.nephoscope.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.gateway.Failure;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The objects of a JSON array, or of lines that hold one each. A line that is broken costs that line; an array costs what comes after.
 *
 * @param lines whether each line is a text of its own
 */
record JsonItems(String text, boolean lines) implements Items {
    private static final String NO_OBJECT = "here should be a JSON object, one for each asset";

    @Override
    public void read(Consumer<Item> each, Lost lost) {
        Shapes shapes = new Shapes();
        if (!lines) {
            readArray(shapes, each, lost);
            return;
        }
        long number = 0;
        for (Iterator<String> all = text.lines().iterator(); all.hasNext(); ) {
            String line = all.next();
            number++;
            if (!line.isBlank()) {
                try {
                    take(number, DocJson.parse(line, shapes), each, lost);
                } catch (IOException e) {
                    lost.at(number, "this is not JSON (" + why(e) + ")");
                }
            }
        }
    }

    private void readArray(Shapes shapes, Consumer<Item> each, Lost lost) {
        long line = 1;
        try (JsonParser parser = DocJson.FACTORY.createParser(text)) {
            boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
            JsonToken token = isArray ? parser.nextToken() : parser.currentToken();
            while (token != null && token != JsonToken.END_ARRAY) {
                line = parser.currentTokenLocation().getLineNr();
                take(line, DocJson.read(parser, shapes), each, lost);
                token = parser.nextToken();
            }
            if (isArray && (token == null || parser.nextToken() != null)) {
                lost.at(line, "the array does not end where the file ends");
            }
        } catch (IOException e) {
            lost.at(line, "from here on this is not JSON, and nothing more was read (" + why(e) + ")");
        }
    }

    private static void take(long line, Object json, Consumer<Item> each, Lost lost) {
        if (!(json instanceof Doc object)) {
            lost.at(line, NO_OBJECT);
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (value instanceof Doc inner && key.equals(Field.TAGS)) {
                inner.forEach((tag, text) -> put(values, Column.TAG + tag, text));
            } else if (value instanceof Doc inner && key.equals(Field.FACETS)) {
                inner.forEach((facet, held) -> put(values, Column.FACET + facet, held));
            } else {
                put(values, key, value);
            }
        });
        each.accept(new Item(line, values));
    }

    /** An empty text says nothing, as an empty cell does not. */
    private static void put(Map<String, Object> values, String key, Object value) {
        if (value != Absent.ABSENT && !(value instanceof String text && text.isBlank())) {
            values.put(key.replaceAll("\\p{Cntrl}", " ").strip(), value);
        }
    }

    /** What the parser says, without where in its own buffers. */
    private static String why(IOException e) {
        String message =
                e instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
        return Failure.line(message.replaceAll("(?s)\\s*\\(start marker at .*", ""));
    }
}
