package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Schemas as lists of paths, written as the API's own descriptions have them: {@code "properties.securityRules[].properties.access"}
 * and what stands there. Two brackets make a list, two braces an object whose keys somebody chose. What an answer brings beyond them
 * is kept, and no rule reads it.
 */
public final class ArmSchema {
    private static final String LIST = "[]";
    private static final String MAP = "{}";

    private ArmSchema() {}

    /** @param pathsAndSchemas in turns */
    public static Struct of(String name, Object... pathsAndSchemas) {
        Branch root = new Branch();
        for (int i = 0; i < pathsAndSchemas.length; i += 2) {
            root.add((String) pathsAndSchemas[i], (Schema) pathsAndSchemas[i + 1]);
        }
        return root.struct(name);
    }

    /** A branch holds branches and schemas by name, the name with its brackets. */
    private static final class Branch {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        void add(String path, Schema schema) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                fields.put(path, schema);
            } else if (fields.computeIfAbsent(path.substring(0, dot), key -> new Branch()) instanceof Branch below) {
                below.add(path.substring(dot + 1), schema);
            } else {
                throw new IllegalArgumentException(path + " leads below a plain field");
            }
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
