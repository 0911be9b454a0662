package io.nephoscope.yaml;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
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
                    .forEach((name, value) ->
                            require(value, struct.field(name).orElseThrow(() -> value.error(noField(struct, name)))));
        } else if (schema instanceof ListOf list) {
            node.items().forEach(item -> require(item, list.item()));
        } else if (schema instanceof MapOf map) {
            node.fields().values().forEach(value -> require(value, map.value()));
        } else if (!fits(node, (Scalar) schema)) {
            throw node.error(Text.of("the provider has {0} here.", "云服务商在此处给出{0}。", words((Scalar) schema)));
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
            throw path.error(Text.of(
                    "here should be a path below attributes, as attributes.Policy.",
                    "此处应为 attributes 之下的路径，如 attributes.Policy。"));
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
            throw node.error(Text.of(
                    "lists and maps are nested deeper than {0} levels here; make it flatter.",
                    "此处列表和映射的嵌套超过 {0} 层；请减少层级。", DEEPEST));
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
        return struct.field(name).orElseThrow(() -> node.error(noField(struct, name)));
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

    private static Text noField(Struct struct, String name) {
        return Text.of(
                "{0} has no field {1}{2}.",
                "{0} 没有字段 {1}{2}。",
                struct,
                name,
                Suggestion.didYouMean(name, struct.fields().keySet()));
    }

    private static Text words(Scalar scalar) {
        return switch (scalar) {
            case STRING, ADDRESS, PROTOCOL, FAMILY -> Text.of("a text (put it in quotes)", "文本（请加引号）");
            case INT, PORT -> Text.of("a whole number", "整数");
            case DOUBLE -> Text.of("a number", "数字");
            case BOOL -> Text.of("true or false", "true 或 false");
            case TIMESTAMP -> Text.of("a time as 2026-01-01T00:00:00Z", "时间，如 2026-01-01T00:00:00Z");
            case DYN -> Text.of("anything", "任意内容");
        };
    }
}
