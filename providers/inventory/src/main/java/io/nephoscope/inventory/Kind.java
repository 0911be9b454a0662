package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class of asset that exists in every cloud. Rules on a kind read its facets and so judge every cloud's assets of that kind.
 *
 * @param name as {@code storage.bucket}
 * @param en what it is called in English
 * @param zh what it is called in Chinese
 * @param words what may be said of its assets, and of every asset
 * @param facets all of that as fields
 */
public record Kind(String name, String en, String zh, List<FacetWord> words, Struct facets) {
    /** The facets of every kind. */
    public static final Struct COMMON = fields("facets", Stream.of(FacetWords.OWNER));

    public Kind {
        words = List.copyOf(words);
    }

    static Kind of(String name, String en, String zh, FacetWord... words) {
        List<FacetWord> all =
                Stream.concat(Stream.of(words), Stream.of(FacetWords.OWNER)).toList();
        return new Kind(name, en, zh, all, fields(name + ".facets", all.stream()));
    }

    private static Struct fields(String name, Stream<FacetWord> words) {
        Map<String, Schema> facets = new LinkedHashMap<>();
        words.forEach(word -> facets.put(word.name(), word.schema()));
        return Schema.struct(name, () -> facets);
    }

    /** @throws Unreadable where there is no kind of that name, with one clause that says so */
    public static Kind parse(String name) {
        return Kinds.named(name)
                .orElseThrow(() -> new Unreadable(Text.of(
                        "there is no class \"{0}\"{1}",
                        "没有类别 \"{0}\"{1}",
                        name,
                        Suggestion.didYouMean(
                                name, Kinds.all().stream().map(Kind::name).toList()))));
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
