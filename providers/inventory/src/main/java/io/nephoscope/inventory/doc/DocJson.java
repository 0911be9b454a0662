package io.nephoscope.inventory.doc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** JSON to documents and back, as a stream. JSON null reads as absent; unknown fields are left out and told to a listener. */
public final class DocJson {
    /** Deep nesting is refused: cloud data is hostile. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(50_000_000)
                    .build())
            .build();

    private DocJson() {}

    /**
     * Reads one JSON text.
     *
     * @throws IOException where the text is not JSON, or goes on after its end
     */
    public static Object parse(String json) throws IOException {
        return parse(json, new Shapes());
    }

    /** Reads one JSON text into objects that share their shapes with others of the same body. */
    public static Object parse(String json, Shapes shapes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Object field = read(parser, shapes);
            if (parser.nextToken() != null) {
                throw new IOException("unexpected text after the end of the JSON value");
            }
            return field;
        }
    }

    /** Reads the value at which the parser stands. */
    public static Object read(JsonParser parser, Shapes shapes) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser, shapes);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser, shapes));
                }
                yield DocList.copyOf(items);
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getDoubleValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Absent.ABSENT;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static Doc readObject(JsonParser parser, Shapes shapes) throws IOException {
        Doc.Builder builder = Doc.builder(shapes);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            builder.put(key, read(parser, shapes));
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the object does not end");
        }
        return builder.build();
    }

    /**
     * Writes a field. Absent keys are left out; so are unknown ones, which are told to the listener with their path. Inside a list
     * both become null, so that positions hold.
     */
    public static void write(JsonGenerator out, Object field, String path, BiConsumer<String, Unknown> unknowns)
            throws IOException {
        if (field instanceof Doc doc) {
            out.writeStartObject();
            List<String> keys = doc.keys();
            for (int i = 0; i < keys.size(); i++) {
                Object value = doc.at(i);
                String at = path.isEmpty() ? keys.get(i) : path + "." + keys.get(i);
                if (value instanceof Unknown unknown) {
                    unknowns.accept(at, unknown);
                } else if (value != Absent.ABSENT) {
                    out.writeFieldName(fieldName(keys.get(i)));
                    write(out, value, at, unknowns);
                }
            }
            out.writeEndObject();
        } else if (field instanceof DocList list) {
            out.writeStartArray();
            for (int i = 0; i < list.size(); i++) {
                write(out, list.get(i), path + "[" + i + "]", unknowns);
            }
            out.writeEndArray();
        } else if (field instanceof Unknown unknown) {
            unknowns.accept(path, unknown);
            out.writeNull();
        } else if (field instanceof String text) {
            out.writeString(text);
        } else if (field instanceof Long number) {
            out.writeNumber(number);
        } else if (field instanceof Double number) {
            out.writeNumber(number);
        } else if (field instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            out.writeNull();
        }
    }

    /** A key that JSON readers take: they refuse half a surrogate pair in a name, and with it all that stands around it. */
    public static String fieldName(String key) {
        if (key.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return key;
        }
        StringBuilder name = new StringBuilder(key.length());
        key.codePoints()
                .forEach(point ->
                        name.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 0xFFFD : point));
        return name.toString();
    }
}
