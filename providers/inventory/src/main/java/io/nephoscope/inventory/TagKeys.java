package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import java.util.Locale;

/** When a provider takes two keys of tags for the same. */
public enum TagKeys {
    /** Where they are written alike. */
    AS_WRITTEN,
    /** Also where one has capitals and the other small letters. */
    IN_ANY_CASE;

    /** The spelling by which a key is looked up. */
    public String plain(String key) {
        return this == IN_ANY_CASE ? key.toLowerCase(Locale.ROOT) : key;
    }

    /** The field of a tag. */
    Object of(Doc tags, String key) {
        return tags.keys().stream()
                .filter(other -> plain(other).equals(plain(key)))
                .findFirst()
                .map(tags::get)
                .orElseGet(() -> tags.get(key));
    }
}
