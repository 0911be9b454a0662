package io.nephoscope.expression;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.AssetView;
import io.nephoscope.rules.Toy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes boxes with whatever in them their schema allows; hides fields of them; and finds values for what is hidden. */
final class RandomBoxes {
    private static final Schema KEYS = new ListOf(Schema.struct("Key", "KeyId", Scalar.STRING, "Rotated", Scalar.BOOL));

    private final Random random;
    private int hidden;

    RandomBoxes(Random random) {
        this.random = random;
    }

    /** A box and the keys that it is related to. */
    record Box(Doc attributes, Object keys) {
        AssetView view() {
            return new AssetView(
                    Toy.asset(Toy.BOX, attributes, Map.of("owner", "me")),
                    (from, relation) -> keys instanceof DocList list
                            ? DocList.copyOf(list.stream()
                                    .map(key -> key instanceof Doc doc
                                            ? Toy.key(doc.text("KeyId"), doc.get("Rotated"))
                                            : key)
                                    .toList())
                            : keys);
        }
    }

    Box box() {
        return new Box((Doc) present(Toy.BOX.attributes(), 3), present(KEYS, 3));
    }

    /** The box with fields made unknown, anywhere in it. */
    Box hide(Box box) {
        return new Box((Doc) hide(box.attributes, 0.15, true), hide(box.keys, 0.2, true));
    }

    /** The box with some value, or none, for each unknown. */
    Box complete(Box box) {
        return new Box((Doc) complete(box.attributes, Toy.BOX.attributes()), complete(box.keys, KEYS));
    }

    private Object hide(Object field, double chance, boolean top) {
        if (!top && random.nextDouble() < chance) {
            return Toy.denied("Get" + hidden++ % 5);
        } else if (field instanceof Doc doc) {
            Doc.Builder builder = Doc.builder();
            // Without its id an asset is not listed at all.
            doc.forEach((key, value) -> builder.put(key, hide(value, chance, key.equals("KeyId"))));
            return builder.build();
        } else if (field instanceof DocList list) {
            return DocList.copyOf(
                    list.stream().map(item -> hide(item, chance, false)).toList());
        }
        return field;
    }

    private Object complete(Object field, Schema schema) {
        if (field instanceof Unknown) {
            return random.nextInt(4) == 0 ? Absent.ABSENT : present(schema, 2);
        } else if (field instanceof Doc doc) {
            Doc.Builder builder = Doc.builder();
            doc.forEach((key, value) -> builder.put(key, complete(value, below(schema, key))));
            return builder.build();
        } else if (field instanceof DocList list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(
                    item instanceof Unknown ? present(below(schema, ""), 2) : complete(item, below(schema, ""))));
            return DocList.copyOf(items);
        }
        return field;
    }

    private static Schema below(Schema schema, String key) {
        if (schema instanceof Struct struct) {
            return struct.field(key).orElseThrow();
        } else if (schema instanceof ListOf list) {
            return list.item();
        }
        return schema instanceof MapOf map ? map.value() : Scalar.DYN;
    }

    private Object perhaps(Schema schema, int depth) {
        return random.nextInt(6) == 0 ? Absent.ABSENT : present(schema, depth);
    }

    private Object present(Schema schema, int depth) {
        if (schema instanceof Struct struct) {
            Doc.Builder builder = Doc.builder();
            struct.fields().forEach((name, field) -> {
                if (depth > 0 || field instanceof Scalar) {
                    builder.put(name, perhaps(field, depth - 1));
                }
            });
            return builder.build();
        } else if (schema instanceof ListOf list) {
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(present(list.item(), depth - 1));
            }
            return DocList.copyOf(items);
        } else if (schema instanceof MapOf map) {
            Doc.Builder builder = Doc.builder();
            for (String key : List.of("a", "b")) {
                builder.put(key, perhaps(map.value(), depth - 1));
            }
            return builder.build();
        }
        return switch ((Scalar) schema) {
            case STRING, ADDRESS, PROTOCOL, FAMILY -> pick("", "a", "b", "ab");
            case INT, PORT -> (long) random.nextInt(4);
            case DOUBLE -> random.nextInt(4) / 2.0;
            case BOOL -> random.nextBoolean();
            case TIMESTAMP -> pick("2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
            case DYN ->
                random.nextInt(5) == 0
                        ? pick("a", "b")
                        : Doc.of(
                                "Principal",
                                pick("*", "a"),
                                "number",
                                (long) random.nextInt(3),
                                "text",
                                pick("a", "b"),
                                "truth",
                                random.nextBoolean());
        };
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
