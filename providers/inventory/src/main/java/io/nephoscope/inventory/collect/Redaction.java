package io.nephoscope.inventory.collect;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;

/** Takes the values of declared secrets out before anything is written: the keys stay, since their names are evidence. */
final class Redaction {
    private static final String REDACTED = "[redacted]";

    private Redaction() {}

    static Doc of(AssetType type, Doc attributes) {
        Doc clean = attributes;
        for (String path : type.redacted()) {
            Object secret = Paths.get(clean, path);
            if (secret instanceof Doc || secret instanceof DocList || secret instanceof String) {
                clean = Paths.set(clean, path, blank(secret));
            }
        }
        return clean;
    }

    private static Object blank(Object secret) {
        if (secret instanceof Doc doc) {
            Doc.Builder blank = Doc.builder();
            doc.forEach((key, value) -> blank.put(key, blank(value)));
            return blank.build();
        }
        return secret instanceof DocList list
                ? DocList.copyOf(list.stream().map(Redaction::blank).toList())
                : REDACTED;
    }
}
