package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import java.util.List;

/**
 * A part of an asset that calls of its own fill.
 *
 * @param attribute the one attribute that is filled
 * @param schema what the attribute holds
 * @param uses every operation that filling it may send, and how often
 * @param fetch how it is filled
 */
public record Detail(String attribute, Schema schema, List<Use> uses, Fetch fetch) {
    public Detail {
        uses = List.copyOf(uses);
    }

    /** Every operation that filling it may send. */
    public List<Operation> operations() {
        return uses.stream().map(Use::operation).toList();
    }

    /** Fills one attribute of one asset. */
    @FunctionalInterface
    public interface Fetch {
        /** The attribute's field as an outcome. {@code asset} holds the attributes that the listing filled. */
        Outcome<?> fetch(Site site, Doc asset);
    }
}
