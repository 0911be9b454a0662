package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.function.Function;

/**
 * A link to other assets.
 *
 * @param name as rules write it behind {@code related.}
 * @param target the type of the other assets
 * @param inputs the attributes that name them
 * @param anywhere whether the native ids name assets of any account, as bucket names do, and not only of the same
 * @param nativeIds the native ids of the other assets, read from the attributes: a list of texts, absent, or unknown
 */
public record Relation(
        String name, String target, List<String> inputs, boolean anywhere, Function<Doc, Object> nativeIds) {
    public Relation {
        inputs = List.copyOf(inputs);
    }
}
