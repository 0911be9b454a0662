package io.nephoscope.rules;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.rules.yaml.YamlException;
import io.nephoscope.rules.yaml.YamlNode;
import java.util.Optional;

/** Holds an example's attributes against the schema, so that no example rests on a field that the provider does not have. */
final class ExampleShape {
    private ExampleShape() {}

    /** @throws YamlException at the first value that the schema does not allow */
    static void require(YamlNode node, Schema schema) {
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
                                                    name, struct.fields().keySet())
                                            + "."))));
        } else if (schema instanceof ListOf list) {
            node.items().forEach(item -> require(item, list.item()));
        } else if (schema instanceof MapOf map) {
            node.fields().values().forEach(value -> require(value, map.value()));
        } else if (!fits(node, (Scalar) schema)) {
            throw node.error("the provider has " + words((Scalar) schema) + " here.");
        }
    }

    /** @throws YamlException where a path below the attributes leads nowhere */
    static void requirePath(YamlNode path, Struct attributes) {
        String[] steps = path.text().replaceAll("\\[\\d+]", "").split("\\.", -1);
        if (steps.length < 2 || !steps[0].equals("attributes")) {
            throw path.error("what is unknown is a path below attributes, as attributes.Policy.");
        }
        Schema at = attributes;
        for (int i = 1; i < steps.length; i++) {
            while (at instanceof ListOf list) {
                at = list.item();
            }
            if (!(at instanceof Struct struct)) {
                return;
            }
            at = field(path, struct, steps[i]);
        }
    }

    private static Schema field(YamlNode node, Struct struct, String name) {
        return struct.field(name)
                .orElseThrow(() -> node.error(struct + " has no field " + name
                        + Suggestion.didYouMean(name, struct.fields().keySet()) + "."));
    }

    private static boolean fits(YamlNode node, Scalar scalar) {
        if (scalar == Scalar.DYN) {
            return true;
        } else if (node.isMap() || node.isList()) {
            return false;
        }
        Object value = node.value();
        return switch (scalar) {
            case STRING, TIMESTAMP -> value instanceof String || value instanceof Optional<?>;
            case INT -> value instanceof Long;
            case DOUBLE -> value instanceof Double || value instanceof Long;
            case BOOL -> value instanceof Boolean;
            case DYN -> true;
        };
    }

    private static String words(Scalar scalar) {
        return switch (scalar) {
            case STRING -> "a text (put it in quotes)";
            case INT -> "a whole number";
            case DOUBLE -> "a number";
            case BOOL -> "true or false";
            case TIMESTAMP -> "a time as 2026-01-01T00:00:00Z";
            case DYN -> "anything";
        };
    }
}
