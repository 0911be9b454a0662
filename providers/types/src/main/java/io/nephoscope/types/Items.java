package io.nephoscope.types;

import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a detail makes of the items of a list: all of them or some, as they come or each by its key.
 *
 * @param item what an item holds
 * @param where which of them are kept; one of which nobody knows is
 * @param keyed under which field of an item which other stands in an object; empty where they stay a list
 */
record Items(Schema item, Optional<Condition> where, Optional<Keyed> keyed) {
    static final String WHERE = "where";
    static final String KEYED = "keyed";

    /**
     * @param key the path of what an item is known by
     * @param value the path of what is kept of it; empty for all of it
     */
    private record Keyed(String key, String value) {
        static Keyed read(YamlNode node) {
            if (!node.isMap()) {
                return new Keyed(node.filled(), "");
            }
            Map<String, YamlNode> fields = node.fields();
            if (fields.size() != 1) {
                throw node.error(Text.of(
                        "here should be one field of an item by another, as {name: value}.",
                        "此处应为以列表项的一个字段索引另一个字段，写作 {name: value}。"));
            }
            Map.Entry<String, YamlNode> only = fields.entrySet().iterator().next();
            return new Keyed(only.getKey(), only.getValue().filled());
        }
    }

    /** @throws io.nephoscope.yaml.YamlException where there are no items to say anything of */
    static Items read(YamlNode how, Call call, Declaration of) {
        if (!call.isList()) {
            refuse(how, Text.of("this call answers about one thing", "该调用只返回一个对象"));
        }
        Optional<Condition> where = how.optional(WHERE).map(it -> {
            if (call.schema() instanceof Struct item) {
                return of.condition(it, item);
            }
            throw it.error(Text.of("only objects of a list can be asked about.", "只能对列表中的对象设条件。"));
        });
        return new Items(call.schema(), where, how.optional(KEYED).map(Keyed::read));
    }

    /** @param why no item of a list can be chosen or named there, as a clause */
    static void refuse(YamlNode how, Text why) {
        for (String word : List.of(WHERE, KEYED)) {
            how.optional(word).ifPresent(it -> {
                throw it.error(Text.of("{0} is about the items of a list, and {1}.", "{0} 针对列表项，而{1}。", word, why));
            });
        }
    }

    Schema schema() {
        return keyed.<Schema>map(it -> Schema.mapOf(at(item, it.value()))).orElseGet(() -> Schema.listOf(item));
    }

    private static Schema at(Schema schema, String path) {
        Schema at = schema;
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            at = at instanceof Struct struct ? struct.field(step).orElse(Scalar.DYN) : Scalar.DYN;
        }
        return at;
    }

    /** One that does not say its key is any of them. */
    Outcome<Object> of(Call call, List<Doc> all) {
        List<Doc> kept = where.map(
                        it -> all.stream().filter(item -> it.mayHold(item)).toList())
                .orElse(all);
        if (keyed.isEmpty()) {
            return Outcome.value(DocList.copyOf(kept));
        }
        Doc.Builder byKey = Doc.builder();
        for (Doc item : kept) {
            if (!(Paths.get(item, keyed.get().key()) instanceof String key)) {
                return call.unusable(Text.of(
                        "an item does not say what it is known by ({0})",
                        "有一项未说明其标识（{0}）", keyed.get().key()));
            }
            String value = keyed.get().value();
            byKey.put(key, value.isEmpty() ? item : Paths.get(item, value));
        }
        return Outcome.value(byKey.build());
    }
}
