package io.nephoscope.inventory.collect;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;

/**
 * Takes secrets out before anything is written: the values of those that a type declares, and what looks like one in any text. The
 * keys stay, since their names are evidence; unknown stays unknown and absent stays absent.
 */
final class Redaction {
    private Redaction() {}

    /** The attributes without the values of declared secrets. */
    static Doc declared(AssetType type, Doc attributes) {
        Object clean = attributes;
        for (String path : type.redacted()) {
            clean = blank(clean, List.of(path.split("\\.")));
        }
        return (Doc) clean;
    }

    /** The same with what lies at a path blanked; the path goes through every item of a list on its way. */
    private static Object blank(Object field, List<String> path) {
        if (path.isEmpty()) {
            return blank(field);
        } else if (field instanceof DocList list) {
            return DocList.copyOf(list.stream().map(item -> blank(item, path)).toList());
        }
        String key = path.get(0);
        return field instanceof Doc doc && doc.get(key) != Absent.ABSENT
                ? doc.with(key, blank(doc.get(key), path.subList(1, path.size())))
                : field;
    }

    private static Object blank(Object secret) {
        if (secret instanceof Doc doc) {
            Doc.Builder blank = Doc.builder();
            doc.forEach((key, value) -> blank.put(key, blank(value)));
            return blank.build();
        } else if (secret instanceof DocList list) {
            return DocList.copyOf(list.stream().map(Redaction::blank).toList());
        }
        return secret instanceof Unknown || secret == Absent.ABSENT ? secret : Secrets.REDACTED;
    }

    /**
     * The field without what looks like a secret.
     *
     * @throws IllegalArgumentException where it holds what is not a field
     */
    static Object masked(Object field) {
        if (field instanceof String text) {
            return Secrets.mask(text);
        } else if (field instanceof Doc doc) {
            Doc.Builder masked = Doc.builder();
            doc.forEach((key, value) -> masked.put(key, masked(value)));
            return masked.build();
        } else if (field instanceof DocList list) {
            return DocList.copyOf(list.stream().map(Redaction::masked).toList());
        } else if (!Doc.isField(field)) {
            throw new IllegalArgumentException("a " + field.getClass().getName() + " is not a field");
        }
        return field;
    }
}
