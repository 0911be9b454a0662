package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class of asset that exists in every cloud. Rules on a kind read its facets and so judge every cloud's assets of that kind.
 *
 * @param name as {@code storage.bucket}
 * @param en what it is called in English
 * @param zh what it is called in Chinese
 * @param words what may be said of its assets
 * @param facets the same as fields
 */
public record Kind(String name, String en, String zh, List<FacetWord> words, Struct facets) {
    public Kind {
        words = List.copyOf(words);
    }

    static Kind of(String name, String en, String zh, FacetWord... words) {
        Map<String, Schema> facets = new LinkedHashMap<>();
        for (FacetWord word : words) {
            facets.put(word.name(), word.schema());
        }
        return new Kind(name, en, zh, List.of(words), Schema.struct(name + ".facets", () -> facets));
    }

    /** The word by which one of the facets is known; empty where the kind has no such facet. */
    public Optional<FacetWord> word(String facet) {
        return words.stream().filter(word -> word.name().equals(facet)).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
