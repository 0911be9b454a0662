package io.nephoscope.inventory.doc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** JSON to documents and back, as a stream. JSON null is absent; unknown fields are left out and told to a listener. */
public final class DocJson {
    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 50_000_000;

    /** What goes to disk and back. Deep nesting is refused both ways, so that whatever was written can be read. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(limits(DEEPEST, LONGEST_TEXT))
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** What a cloud sent. It is hostile, and half as much of it leaves room for what is written around it. */
    private static final JsonFactory FOREIGN = JsonFactory.builder()
            .streamReadConstraints(limits(DEEPEST / 2, LONGEST_TEXT / 2))
            .build();

    private DocJson() {}

    /** How JSON that people paste and compare is laid out: a line for each item, the same line breaks on every system. */
    public static DefaultPrettyPrinter layout() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }

    private static StreamReadConstraints limits(int depth, int length) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxStringLength(length)
                .build();
    }

    /**
     * Reads one JSON text that a cloud sent, a policy for one.
     *
     * @throws DoubledKeyException where a key stands twice in one object
     * @throws IOException where the text is not JSON, goes on after its end, or is nested too deeply
     */
    public static Object parse(String json) throws IOException {
        return parse(FOREIGN, json, Shapes.NONE, true);
    }

    /** Reads one JSON text that {@link #write} wrote, into objects that share their shapes with others of the same body. */
    public static Object parse(String json, Shapes shapes) throws IOException {
        return parse(FACTORY, json, shapes, false);
    }

    private static Object parse(JsonFactory factory, String json, Shapes shapes, boolean once) throws IOException {
        try (JsonParser parser = factory.createParser(json)) {
            parser.nextToken();
            Object field = read(parser, shapes, once);
            if (parser.nextToken() != null) {
                throw new IOException("unexpected text after the end of the JSON value");
            }
            return field;
        }
    }

    /** Reads the value at which the parser stands. */
    public static Object read(JsonParser parser, Shapes shapes) throws IOException {
        return read(parser, shapes, false);
    }

    private static Object read(JsonParser parser, Shapes shapes, boolean once) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser, shapes, once);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser, shapes, once));
                }
                yield DocList.copyOf(items);
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) readDouble(parser)
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> readDouble(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Absent.ABSENT;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static double readDouble(JsonParser parser) throws IOException {
        double number = parser.getDoubleValue();
        if (Double.isInfinite(number)) {
            throw new IOException("the number " + parser.getText() + " is out of range");
        }
        return number;
    }

    /** @param once whether a key may stand only once, else the last of its fields is taken */
    private static Doc readObject(JsonParser parser, Shapes shapes, boolean once) throws IOException {
        Doc.Builder builder = Doc.builder(shapes);
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (once && !keys.add(key)) {
                throw new DoubledKeyException(key);
            }
            parser.nextToken();
            builder.put(key, read(parser, shapes, once));
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the object does not end");
        }
        return builder.build();
    }

    /**
     * Writes a field. Absent is written as null, which is not the same as a key that nobody asked for. Unknown keys are left out and
     * told to the listener with their path; inside a list they become null, so that positions hold.
     *
     * @throws IllegalArgumentException for what is not a field
     */
    public static void write(JsonGenerator out, Object field, String path, BiConsumer<String, Unknown> unknowns)
            throws IOException {
        if (field instanceof Doc doc) {
            out.writeStartObject();
            List<String> keys = doc.keys();
            for (int i = 0; i < keys.size(); i++) {
                Object value = doc.at(i);
                String at = Paths.below(path, keys.get(i));
                if (value instanceof Unknown unknown) {
                    unknowns.accept(at, unknown);
                } else {
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
        } else if (field == Absent.ABSENT) {
            out.writeNull();
        } else {
            throw new IllegalArgumentException(
                    path + " is a " + field.getClass().getName() + ", which JSON cannot say");
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
