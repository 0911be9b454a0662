package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import java.util.List;

/**
 * A part of an asset that calls of its own fill.
 *
 * @param attribute the one attribute that is filled
 * @param schema what the attribute holds
 * @param operations every operation that filling it may send
 * @param fetch how it is filled
 */
public record Detail(String attribute, Schema schema, List<Operation> operations, Fetch fetch) {
    public Detail {
        operations = List.copyOf(operations);
    }

    /** Fills one attribute of one asset. */
    @FunctionalInterface
    public interface Fetch {
        /** The attribute's field as an outcome. {@code asset} holds the attributes that the listing filled. */
        Outcome<?> fetch(Site site, Doc asset);
    }
}
