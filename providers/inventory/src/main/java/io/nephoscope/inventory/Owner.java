package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facet {@code owner}, which assets of every kind have: who answers for one. A type that does not say otherwise takes it from the tags:
 * {@code owner}, {@code 负责人} or {@code 责任人}, in small letters or capitals. Several that differ are all told.
 */
final class Owner {
    static final String FACET = FacetWords.OWNER.name();
    private static final List<String> KEYS = List.of(FACET, "负责人", "责任人");

    private Owner() {}

    /** @param tags how a type tells them; empty where it does not say */
    static Facet from(Optional<Facet> tags, String type) {
        return new Facet(
                FACET,
                tags.map(Facet::inputs).orElse(List.of()),
                attributes -> named(tags.map(it -> it.of(attributes)).orElseGet(() -> AssetType.untoldTags(type))));
    }

    private static Object named(Object tags) {
        if (!(tags instanceof Doc known)) {
            return tags;
        }
        Set<String> owners = new LinkedHashSet<>();
        for (String key : KEYS) {
            for (String tag : known.keys()) {
                Object owner = tag.equalsIgnoreCase(key) ? known.get(tag) : Absent.ABSENT;
                if (owner instanceof Unknown) {
                    return owner;
                } else if (owner instanceof String name && !name.isBlank()) {
                    owners.add(name);
                }
            }
        }
        return owners.isEmpty()
                ? known.get(FACET) instanceof Unknown unknown ? unknown : Absent.ABSENT
                : String.join(", ", owners);
    }
}
