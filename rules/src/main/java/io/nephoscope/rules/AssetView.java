package io.nephoscope.rules;

import io.nephoscope.expression.Subject;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.statement.Attestation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An asset as expressions see it: facets and relations are worked out when they are first asked for, and kept. Two threads may
 * work the same one out at once; both come to the same immutable value.
 */
public final class AssetView extends Subject {
    /** Finds the assets that a relation leads to. */
    @FunctionalInterface
    public interface Relatives {
        /** A list of views and unknowns; absent or unknown where the ids themselves are. */
        Object of(Asset from, Relation relation);
    }

    private final Asset asset;
    private final Stated stated;
    /** Whether this asset or one that is related to it may rest on attestations. */
    private final boolean mayBeStated;

    private final Relatives relatives;
    private final @Nullable Object[] facets;
    private final @Nullable Object[] related;

    /** An asset as it was read. */
    public AssetView(Asset asset, Relatives relatives) {
        this(Stated.of(asset, List.of()), false, relatives);
    }

    /** An asset of which some attestations hold: what nobody could read is what they say. */
    public AssetView(Asset asset, List<Attestation> attestations, Relatives relatives) {
        this(Stated.of(asset, attestations), true, relatives);
    }

    private AssetView(Stated stated, boolean mayBeStated, Relatives relatives) {
        this.stated = stated;
        this.mayBeStated = mayBeStated;
        this.asset = stated.asset();
        this.relatives = relatives;
        this.facets = new Object[asset.type().facets().size()];
        this.related = new Object[asset.type().relations().size()];
    }

    public Asset asset() {
        return asset;
    }

    AssetType type() {
        return asset.type();
    }

    /** A facet of the kind or the type; unknown where this type has no way to tell it. */
    @Override
    protected Object facet(String name) {
        int index = facetIndex(name);
        return index < 0
                ? stated.facet(name)
                        .orElseGet(() -> Unknown.because(new Cause(
                                "derive:" + name,
                                Status.NOT_COLLECTED,
                                "",
                                Text.of("{0} has no way to tell facets.{1}", "{0} 没有读取 facets.{1} 的途径", type(), name))))
                : facet(index);
    }

    private int facetIndex(String name) {
        List<Facet> declared = type().facets();
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Object facet(int index) {
        Object known = facets[index];
        if (known == null) {
            Facet facet = type().facets().get(index);
            known = stated.facet(facet.name()).orElseGet(() -> facet.of(asset.attributes()));
            facets[index] = known;
        }
        return known;
    }

    Doc facets() {
        Doc.Builder all = Doc.builder();
        type().facetFields().fields().keySet().forEach(name -> all.put(name, facet(name)));
        return all.build();
    }

    /** The views of the assets that a relation leads to, unknowns among them; or absent, or unknown. */
    @Override
    protected Object related(String name) {
        List<Relation> declared = type().relations();
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).name().equals(name)) {
                Object known = related[i];
                if (known == null) {
                    known = relatives.of(asset, declared.get(i));
                    related[i] = known;
                }
                return known;
            }
        }
        return Unknown.because(new Cause(
                "relation:" + name,
                Status.NOT_COLLECTED,
                "",
                Text.of("{0} has no way to tell related.{1}", "{0} 没有读取 related.{1} 的途径", type(), name)));
    }

    @Override
    protected Object field(String name) {
        return switch (name) {
            case "name" -> asset.named();
            case "nativeId" -> asset.nativeId();
            case "account" -> asset.scope().account();
            case "region" -> asset.scope().region();
            case "branch" -> asset.scope().branch();
            case "tags" -> asset.tags();
            case "attributes" -> asset.attributes();
            case "facets" -> facets();
            default -> Absent.ABSENT;
        };
    }

    /** The field at a path, as evidence shows it: of related assets a list with the field of each. */
    public Object read(String path) {
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        String below = dot < 0 ? "" : path.substring(dot + 1);
        return switch (root) {
            case "" -> asset.nativeId();
            case "facets" -> readFacet(below);
            case "related" -> readRelated(below);
            default -> Paths.get(field(root), below);
        };
    }

    /** The attestations on which the field at a path rests, each once. */
    public Set<Attestation> attestationsBehind(String path) {
        if (!mayBeStated) {
            return Set.of();
        }
        Set<Attestation> behind = new LinkedHashSet<>(stated.behind(path));
        String[] steps = path.split("\\.", 3);
        if (steps[0].equals("related") && steps.length > 1 && related(steps[1]) instanceof DocList list) {
            String below = steps.length > 2 ? steps[2] : "";
            for (Object item : list) {
                if (item instanceof AssetView view) {
                    behind.addAll(view.attestationsBehind(below));
                }
            }
        }
        return behind;
    }

    private Object readFacet(String path) {
        if (path.isEmpty()) {
            return facets();
        }
        String facet = path.split("[.\\[]", 2)[0];
        return Paths.get(Doc.of(facet, facet(facet)), path);
    }

    private Object readRelated(String path) {
        int dot = path.indexOf('.');
        String relation = dot < 0 ? path : path.substring(0, dot);
        String below = dot < 0 ? "" : path.substring(dot + 1);
        return related(relation) instanceof DocList list
                ? DocList.copyOf(list.stream()
                        .map(item -> item instanceof AssetView view ? view.read(below) : item)
                        .toList())
                : related(relation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AssetView view && view.asset.uid().equals(asset.uid());
    }

    @Override
    public int hashCode() {
        return asset.uid().hashCode();
    }

    @Override
    public String toString() {
        return asset.uid();
    }
}
