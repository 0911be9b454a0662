package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;

/**
 * A word of the vocabulary in which kinds say what their assets are like: it means the same of every kind that has it.
 *
 * @param name as rules write it behind {@code facets.}
 * @param schema what it holds
 * @param means what it says of an asset, in a clause
 */
public record FacetWord(String name, Schema schema, Text means) {
    @Override
    public String toString() {
        return name;
    }
}
