package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;

/**
 * A class of asset that exists in every cloud. Rules on a kind read its facets and so judge every cloud's assets of that kind.
 *
 * @param name as {@code storage.bucket}
 * @param en what it is called in English
 * @param zh what it is called in Chinese
 * @param facets the normalised fields of the kind
 */
public record Kind(String name, String en, String zh, Struct facets) {
    @Override
    public String toString() {
        return name;
    }
}
