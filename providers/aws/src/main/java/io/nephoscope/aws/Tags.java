package io.nephoscope.aws;

import io.nephoscope.inventory.doc.Doc;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Tags that an API returns as a list of objects with a Key and a Value. */
final class Tags {
    private static final String NAME = "Name";

    private Tags() {}

    /** Reads the tags from an attribute. */
    static Function<Doc, Map<String, String>> in(String attribute) {
        return asset -> {
            Map<String, String> tags = new TreeMap<>();
            asset.list(attribute).docs().forEach(tag -> tags.put(tag.text("Key"), tag.text("Value")));
            return tags;
        };
    }

    /** Reads the tag that the console shows as the name; empty where there is none. */
    static Function<Doc, String> name(String attribute) {
        return asset -> in(attribute).apply(asset).getOrDefault(NAME, "");
    }
}
