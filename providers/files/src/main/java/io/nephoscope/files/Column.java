package io.nephoscope.files;

import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a column, or a key of JSON, is for.
 *
 * @param sort which part of an asset it fills
 * @param name of the field, the tag or the facet; else the file's own name
 */
record Column(Sort sort, String name) {
    static final String TAG = "tag:";
    static final String FACET = "facet:";
    private static final String DOTTED_TAG = "tags.";
    private static final String DOTTED_FACET = "facets.";

    enum Sort {
        FIELD,
        TAG,
        FACET,
        OTHER
    }

    /** What a name stands for; a name that says nothing of the standard is kept as it stands. */
    static Column of(String name) {
        Optional<Field> field = Field.named(name);
        if (field.isPresent()) {
            return new Column(Sort.FIELD, field.get().name());
        }
        return below(name, TAG, DOTTED_TAG)
                .map(tag -> new Column(Sort.TAG, tag))
                .or(() -> below(name, FACET, DOTTED_FACET).map(Column::ofFacet))
                .orElseGet(() -> new Column(Sort.OTHER, name));
    }

    /** The column that tells a facet: that of the field of the same name, where there is one. */
    static Column ofFacet(String facet) {
        return new Column(Field.isFacet(facet) ? Sort.FIELD : Sort.FACET, facet);
    }

    private static Optional<String> below(String name, String... prefixes) {
        for (String prefix : prefixes) {
            String rest =
                    name.startsWith(prefix) ? name.substring(prefix.length()).strip() : "";
            if (!rest.isEmpty()) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    /** Whether several columns of a file may fill it together. */
    boolean isList() {
        return sort == Sort.FIELD
                && Field.named(name).filter(field -> field.form().isList()).isPresent();
    }

    /** What is wrong with it in any file, in a clause. */
    Optional<Text> fault() {
        return sort == Sort.FACET && !facets().contains(name)
                ? Optional.of(Text.of(
                        "no class has a facet {0}{1}",
                        "没有类别具有 facet {0}{1}", name, Suggestion.didYouMean(name, facets())))
                : Optional.empty();
    }

    /** Every facet of every class that no field tells. */
    static Set<String> facets() {
        Set<String> names = new TreeSet<>();
        Kinds.all().forEach(kind -> names.addAll(kind.facets().fields().keySet()));
        names.removeIf(Field::isFacet);
        return names;
    }

    /** Every name that says something, for suggestions. */
    static List<String> known() {
        List<String> known = new ArrayList<>(Field.names());
        facets().forEach(facet -> known.add(FACET + facet));
        return known;
    }

    @Override
    public String toString() {
        return switch (sort) {
            case FIELD, OTHER -> name;
            case TAG -> TAG + name;
            case FACET -> FACET + name;
        };
    }
}
