package io.nephoscope.rules;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.statement.Attestation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What attestations fill in of one asset. What was read stays as it was, and of two about one field the first counts.
 *
 * @param asset with the attributes that were stated
 * @param attributes the attestations that filled in an attribute, by its path below the attributes
 * @param facets those that fill in a facet, by its name
 */
record Stated(Asset asset, Map<String, Attestation> attributes, Map<String, Attestation> facets) {
    static Stated of(Asset read, List<Attestation> attestations) {
        Map<String, Attestation> attributes = new LinkedHashMap<>();
        Doc filled = read.attributes();
        for (Attestation attestation : attestations) {
            String path = attestation.attribute();
            if (!path.isEmpty() && Paths.get(filled, path) instanceof Unknown) {
                Doc changed = Paths.set(filled, path, attestation.value());
                if (!(Paths.get(changed, path) instanceof Unknown)) {
                    attributes.put(path, attestation);
                    filled = changed;
                }
            }
        }
        Asset asset = attributes.isEmpty() ? read : with(read, filled);
        Map<String, Attestation> facets = new LinkedHashMap<>();
        for (Attestation attestation : attestations) {
            if (!attestation.facet().isEmpty() && isUnknown(attestation.facet(), asset)) {
                facets.putIfAbsent(attestation.facet(), attestation);
            }
        }
        return new Stated(asset, attributes, facets);
    }

    /** A name or tags that nobody saw may follow from what was stated. */
    private static Asset with(Asset asset, Doc attributes) {
        return new Asset(
                asset.uid(),
                asset.type(),
                asset.nativeId(),
                asset.named() instanceof Unknown ? asset.type().nameOf(attributes) : asset.named(),
                asset.scope(),
                asset.tags() instanceof Unknown ? asset.type().tagsOf(attributes) : asset.tags(),
                attributes,
                asset.provenance());
    }

    private static boolean isUnknown(String facet, Asset asset) {
        return asset.type()
                .facet(facet)
                .map(it -> it.of(asset.attributes()) instanceof Unknown)
                .orElse(true);
    }

    /** What was stated of a facet. */
    Optional<Object> facet(String name) {
        return Optional.ofNullable(facets.get(name)).map(Attestation::value);
    }

    /** The attestations on which the asset's own field at a path rests. */
    Set<Attestation> behind(String path) {
        if (attributes.isEmpty() && facets.isEmpty()) {
            return Set.of();
        }
        Set<Attestation> behind = new LinkedHashSet<>();
        facets.forEach((name, attestation) -> {
            if (overlap(path, Attestation.FACETS + name)) {
                behind.add(attestation);
            }
        });
        if (behind.isEmpty() || path.equals("facets")) {
            List<String> inputs = asset.type().attributesBehind(path);
            attributes.forEach((attribute, attestation) -> {
                boolean isInput =
                        path.equals("facets") || inputs.contains(attribute.split("\\.", 2)[0]);
                if (path.startsWith("attributes") ? overlap(path, Attestation.ATTRIBUTES + attribute) : isInput) {
                    behind.add(attestation);
                }
            });
        }
        return behind;
    }

    /** Whether one path leads into what the other names. */
    private static boolean overlap(String path, String other) {
        return leadsInto(path, other) || leadsInto(other, path);
    }

    private static boolean leadsInto(String deep, String path) {
        return deep.equals(path) || deep.startsWith(path + ".") || deep.startsWith(path + "[");
    }
}
