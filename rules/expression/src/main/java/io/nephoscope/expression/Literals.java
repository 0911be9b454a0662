package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists and maps that an expression makes, and the items that loops hand out. An error in a part is an error of the whole. */
final class Literals {
    private Literals() {}

    private static boolean isError(Object value) {
        return value instanceof Unknown unknown && RuleError.isIn(unknown);
    }

    /** A list; one that holds nothing but constants is made once. */
    static Node list(List<Node> items) {
        return items.stream().allMatch(Node.Constant.class::isInstance)
                ? new Node.Constant(DocList.copyOf(
                        items.stream().map(item -> ((Node.Constant) item).value).toList()))
                : new ListOf(items);
    }

    private static final class ListOf extends Node {
        private final Node[] items;

        ListOf(List<Node> items) {
            this.items = items.toArray(new Node[0]);
        }

        @Override
        Object evaluate(Frame frame) {
            Object[] values = new Object[items.length];
            for (int i = 0; i < items.length; i++) {
                values[i] = items[i].evaluate(frame);
                if (isError(values[i])) {
                    return values[i];
                }
            }
            return DocList.of(values);
        }
    }

    static final class MapOf extends Node {
        private final Node[] keys;
        private final Node[] values;

        MapOf(List<Node> keys, List<Node> values) {
            this.keys = keys.toArray(new Node[0]);
            this.values = values.toArray(new Node[0]);
        }

        @Override
        Object evaluate(Frame frame) {
            Doc.Builder map = Doc.builder();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < keys.length; i++) {
                Object key = keys[i].evaluate(frame);
                Object value = values[i].evaluate(frame);
                if (key instanceof Unknown || isError(value)) {
                    return key instanceof Unknown ? key : value;
                } else if (!(key instanceof String name)) {
                    return RuleError.of(Text.of(
                            "the key of a map is {0} and not a string", "映射的键是{0}而不是字符串", Expected.describe(key)));
                } else {
                    if (!seen.add(name)) {
                        return RuleError.of(Text.of("the key \"{0}\" stands twice in a map", "映射中的键“{0}”出现两次", name));
                    }
                    map.put(name, value);
                }
            }
            return map.build();
        }
    }

    /** The variable of a loop. */
    static final class Item extends Node {
        private final int slot;
        private final Expected expected;
        private final String label;

        Item(int slot, Expected expected, String label) {
            this.slot = slot;
            this.expected = expected;
            this.label = label;
        }

        @Override
        Object evaluate(Frame frame) {
            return frame.checked(expected, frame.slots[slot], label);
        }

        @Override
        Object field(Frame frame) {
            return frame.slots[slot];
        }
    }
}
