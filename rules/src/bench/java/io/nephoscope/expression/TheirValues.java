package io.nephoscope.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.rules.AssetView;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The machines as dev.cel's runtime takes them: as plain maps, or as structs that it need not copy at every field. */
final class TheirValues {
    private TheirValues() {}

    static Map<String, Object> variables(AssetView view, boolean structs) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("attributes", value(view.asset().attributes(), Machines.TYPE.attributes(), structs));
        variables.put("tags", value(view.asset().tags(), Schema.mapOf(Schema.Scalar.STRING), structs));
        variables.put("now", Machines.NOW);
        return variables;
    }

    private static Object value(Object field, Schema schema, boolean structs) {
        if (field instanceof Doc doc && schema instanceof Struct struct) {
            Map<String, Object> fields = new HashMap<>();
            doc.forEach((key, it) -> fields.put(key, value(it, struct.field(key).orElseThrow(), structs)));
            return structs ? new Fields(fields) : fields;
        } else if (field instanceof Doc doc && schema instanceof MapOf map) {
            Map<String, Object> fields = new HashMap<>();
            doc.forEach((key, it) -> fields.put(key, value(it, map.value(), structs)));
            return fields;
        } else if (field instanceof DocList list && schema instanceof ListOf listOf) {
            return list.stream()
                    .map(item -> value(item, listOf.item(), structs))
                    .toList();
        }
        return schema == Scalar.TIMESTAMP ? Instant.parse((String) field) : field;
    }

    @SuppressWarnings("Immutable") // nobody changes the maps
    private static final class Fields extends StructValue<String, Map<String, Object>> {
        private final Map<String, Object> fields;

        Fields(Map<String, Object> fields) {
            this.fields = fields;
        }

        @Override
        public Map<String, Object> value() {
            return fields;
        }

        @Override
        public boolean isZeroValue() {
            return fields.isEmpty();
        }

        @Override
        public CelType celType() {
            return SimpleType.DYN;
        }

        @Override
        public Object select(String field) {
            return find(field).orElseThrow(() -> new IllegalArgumentException("no field " + field));
        }

        @Override
        public Optional<Object> find(String field) {
            return Optional.ofNullable(fields.get(field));
        }
    }
}
