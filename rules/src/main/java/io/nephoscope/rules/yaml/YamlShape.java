package io.nephoscope.rules.yaml;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.Optional;

/** Holds values that somebody wrote against a schema, so that nothing rests on a field that no asset has. */
public final class YamlShape {
    private static final int DEEPEST = 60;

    private YamlShape() {}

    /** @throws YamlException at the first value that the schema does not allow */
    public static void require(YamlNode node, Schema schema) {
        if (node.isNull()) {
            return;
        }
        if (schema instanceof Struct struct) {
            node.fields()
                    .forEach((name, value) -> require(
                            value,
                            struct.field(name)
                                    .orElseThrow(() -> value.error(struct + " has no field " + name
                                            + Suggestion.didYouMean(
                                                            name,
                                                            struct.fields().keySet())
                                                    .en()
                                            + "."))));
        } else if (schema instanceof ListOf list) {
            node.items().forEach(item -> require(item, list.item()));
        } else if (schema instanceof MapOf map) {
            node.fields().values().forEach(value -> require(value, map.value()));
        } else if (!fits(node, (Scalar) schema)) {
            throw node.error("the provider has " + words((Scalar) schema) + " here.");
        }
    }

    /**
     * What may stand at a path below the attributes; anything where the schema does not say.
     *
     * @throws YamlException where the path leads nowhere
     */
    public static Schema at(YamlNode path, Struct attributes) {
        String[] steps = path.text().replaceAll("\\[\\d+]", "").split("\\.", -1);
        if (steps.length < 2 || !steps[0].equals("attributes")) {
            throw path.error("here should be a path below attributes, as attributes.Policy.");
        }
        Schema at = attributes;
        for (int i = 1; i < steps.length; i++) {
            while (at instanceof ListOf list) {
                at = list.item();
            }
            if (!(at instanceof Struct struct)) {
                return at instanceof MapOf map && i == steps.length - 1 ? map.value() : Scalar.DYN;
            }
            at = field(path, struct, steps[i]);
        }
        return at;
    }

    /**
     * A value as a field of a document; null is absent.
     *
     * @throws YamlException where it is nested too deeply, for an anchor may stand inside what it names
     */
    public static Object field(YamlNode node) {
        return field(node, 1);
    }

    private static Object field(YamlNode node, int depth) {
        if (depth > DEEPEST) {
            throw node.error("lists and maps are nested deeper than " + DEEPEST + " levels here; make it flatter.");
        } else if (node.isMap()) {
            Doc.Builder doc = Doc.builder();
            node.fields().forEach((key, value) -> doc.put(key, field(value, depth + 1)));
            return doc.build();
        } else if (node.isList()) {
            return DocList.copyOf(
                    node.items().stream().map(item -> field(item, depth + 1)).toList());
        }
        return node.value() instanceof Optional<?> ? Absent.ABSENT : node.value();
    }

    private static Schema field(YamlNode node, Struct struct, String name) {
        return struct.field(name)
                .orElseThrow(() -> node.error(struct + " has no field " + name
                        + Suggestion.didYouMean(name, struct.fields().keySet()).en() + "."));
    }

    private static boolean fits(YamlNode node, Scalar scalar) {
        if (scalar == Scalar.DYN) {
            return true;
        } else if (node.isMap() || node.isList()) {
            return false;
        }
        Object value = node.value();
        return switch (scalar) {
            case STRING, TIMESTAMP, ADDRESS, PROTOCOL, FAMILY ->
                value instanceof String || value instanceof Optional<?>;
            case INT, PORT -> value instanceof Long;
            case DOUBLE -> value instanceof Double || value instanceof Long;
            case BOOL -> value instanceof Boolean;
            case DYN -> true;
        };
    }

    private static String words(Scalar scalar) {
        return switch (scalar) {
            case STRING, ADDRESS, PROTOCOL, FAMILY -> "a text (put it in quotes)";
            case INT, PORT -> "a whole number";
            case DOUBLE -> "a number";
            case BOOL -> "true or false";
            case TIMESTAMP -> "a time as 2026-01-01T00:00:00Z";
            case DYN -> "anything";
        };
    }
}
