package io.nephoscope.types;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema as files write it: for each type the paths that hold it, {@code string: name rules[].cidr labels{}}, where two brackets make
 * a list and two braces an object whose keys somebody chose, {@code [].name} for a list of objects; or one word for what is no object, {@code bool} or {@code string[]}. What
 * an answer brings beyond them is kept, and no rule reads it.
 *
 * @param secrets the paths whose values are never kept
 */
public record SchemaText(Schema schema, List<String> secrets) {
    private static final String LIST = "[]";
    private static final String MAP = "{}";
    private static final String SECRET = "secret";
    private static final Map<String, Scalar> SCALARS = Map.of(
            "string",
            Scalar.STRING,
            "int",
            Scalar.INT,
            "double",
            Scalar.DOUBLE,
            "bool",
            Scalar.BOOL,
            "time",
            Scalar.TIMESTAMP,
            "any",
            Scalar.DYN,
            SECRET,
            Scalar.STRING);

    /** @throws io.nephoscope.yaml.YamlException where a word is none of a schema, or a path stands twice */
    public static SchemaText read(YamlNode node, String name) {
        if (!node.isMap()) {
            return new SchemaText(word(node, node.filled()), List.of());
        }
        Branch root = new Branch();
        List<String> secrets = new ArrayList<>();
        node.fields(SCALARS.keySet()).forEach((word, paths) -> {
            for (String path : paths.filled().split("\\s+", -1)) {
                root.add(paths, path, word(paths, word));
                if (word.equals(SECRET)) {
                    secrets.add(path.replace(MAP, ""));
                }
            }
        });
        return new SchemaText(root.schema(name), secrets);
    }

    /** The fields of a struct. */
    public static Struct struct(YamlNode node, String name) {
        if (read(node, name).schema() instanceof Struct struct) {
            return struct;
        }
        throw node.error(Text.of(
                "here should be fields by their types, as \"string: id name\".", "此处应按类型列出字段，如 \"string: id name\"。"));
    }

    private static Schema word(YamlNode node, String word) {
        if (word.endsWith(LIST)) {
            return Schema.listOf(word(node, word.substring(0, word.length() - LIST.length())));
        } else if (word.endsWith(MAP)) {
            return Schema.mapOf(word(node, word.substring(0, word.length() - MAP.length())));
        }
        Scalar scalar = SCALARS.get(word);
        if (scalar == null) {
            Set<String> known = SCALARS.keySet();
            throw node.error(Text.of(
                    "{0} is no type of a field{1}; known here: {2}.",
                    "{0} 不是字段类型{1}；此处可用：{2}。",
                    word,
                    Suggestion.didYouMean(word, known),
                    String.join(", ", known.stream().sorted().toList())));
        }
        return scalar;
    }

    /** A branch holds branches and schemas by name, the name with its brackets. */
    private static final class Branch {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        void add(YamlNode source, String path, Schema schema) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                if (fields.putIfAbsent(path, schema) != null) {
                    throw source.error(
                            Text.of("the field {0} has a type already; keep one.", "字段 {0} 已有类型；请保留一个。", path));
                }
            } else if (fields.computeIfAbsent(path.substring(0, dot), key -> new Branch()) instanceof Branch below) {
                below.add(source, path.substring(dot + 1), schema);
            } else {
                throw source.error(Text.of("{0} leads below a field that is a single value.", "{0} 指向单值字段之下。", path));
            }
        }

        /** Where every path begins with two brackets, that of a list. */
        Schema schema(String name) {
            return fields.size() == 1 && fields.get(LIST) instanceof Branch items
                    ? Schema.listOf(items.struct(name))
                    : struct(name);
        }

        Struct struct(String name) {
            Map<String, Schema> schemas = new LinkedHashMap<>();
            fields.forEach((key, field) -> {
                String plain = key.replace(LIST, "").replace(MAP, "");
                Schema schema = field instanceof Branch below ? below.struct(name + "." + plain) : (Schema) field;
                schemas.put(
                        plain,
                        key.endsWith(LIST) ? Schema.listOf(schema) : key.endsWith(MAP) ? Schema.mapOf(schema) : schema);
            });
            return Schema.struct(name, () -> schemas);
        }
    }
}
