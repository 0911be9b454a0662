package io.nephoscope.inventory;

import java.util.List;

/**
 * A way that the provider's documents name by which people whom nobody chose may get at an asset.
 *
 * @param name in the provider's own words, as {@code bucket policy}
 * @param attributes what tells of it, and every facet reads that says whether an asset is public. Where no call tells, it is a
 *     {@link Detail#withoutApi} one, so that the facet is unknown where there may be such a way
 */
public record Door(String name, List<String> attributes) {
    public Door {
        attributes = List.copyOf(attributes);
    }
}
