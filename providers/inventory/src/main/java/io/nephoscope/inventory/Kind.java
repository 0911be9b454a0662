package io.nephoscope.inventory;

import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Text;

/**
 * A class of asset that exists in every cloud. Rules on a kind read its facets and so judge every cloud's assets of that kind.
 *
 * @param name as {@code storage.bucket}
 * @param en what it is called in English
 * @param zh what it is called in Chinese
 * @param facets the normalised fields of the kind, and those of every kind
 */
public record Kind(String name, String en, String zh, Struct facets) {
    /** The facets of every kind. */
    public static final Struct COMMON = Owner.with(Schema.struct("facets"));

    public Kind {
        facets = Owner.with(facets);
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

    @Override
    public String toString() {
        return name;
    }
}
