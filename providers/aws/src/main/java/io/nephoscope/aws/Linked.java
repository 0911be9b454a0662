package io.nephoscope.aws;

import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;

/** Relations that an API writes as a list of objects, each with an id under the same key. */
final class Linked {
    private Linked() {}

    /** A link to assets of the same account. */
    static Relation by(String relation, String target, String attribute, String key) {
        return new Relation(relation, target, List.of(attribute), false, asset -> {
            Object links = asset.get(attribute);
            return links instanceof Unknown
                    ? links
                    : DocList.copyOf(asset.list(attribute)
                            .docs()
                            .map(link -> link.text(key))
                            .toList());
        });
    }
}
