package io.nephoscope.inventory.collect;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Use;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is asked for: the types to list, and of each the attributes to fill. The plan is the calls that fill them. */
public final class Demand {
    private final Types types;
    private final Map<AssetType, Set<String>> attributes = new TreeMap<>(Comparator.comparing(AssetType::name));

    public Demand(Types types) {
        this.types = types;
    }

    /** Asks for the assets of a type, with what their listing fills. */
    public Demand list(AssetType type) {
        attributes.computeIfAbsent(type, key -> new TreeSet<>());
        return this;
    }

    /**
     * Asks for what a path reads: {@code attributes.X}, {@code facets.X}, or {@code related.R} and a path below it, which asks the
     * same of the related type. {@code attributes} and {@code facets} alone ask for all of them.
     */
    public Demand read(AssetType type, String path) {
        list(type);
        String[] steps = path.split("\\.", 3);
        if (steps.length == 1 && steps[0].equals("attributes")) {
            type.details().forEach(detail -> fill(type, detail.attribute()));
        } else if (steps.length == 1 && steps[0].equals("facets")) {
            type.facets().forEach(facet -> read(type, "facets." + facet.name()));
        } else {
            type.attributesBehind(path).forEach(attribute -> fill(type, attribute));
        }
        if (steps[0].equals("related") && steps.length > 1) {
            String relation = steps[1].split("\\[", 2)[0];
            String below = steps.length > 2 ? steps[2] : "";
            type.relation(relation)
                    .map(Relation::target)
                    .flatMap(types::named)
                    .ifPresent(target -> read(target, below));
        }
        return this;
    }

    private void fill(AssetType type, String attribute) {
        if (type.detail(attribute).isPresent()) {
            attributes.computeIfAbsent(type, key -> new TreeSet<>()).add(attribute);
        }
    }

    /** The types to list, by name. */
    public List<AssetType> types() {
        return List.copyOf(attributes.keySet());
    }

    /** The types that a provider lists. */
    public List<AssetType> typesOf(String provider) {
        return types().stream()
                .filter(type -> type.name().startsWith(provider + "."))
                .toList();
    }

    /** The details of a type to fill, in the order of its declaration. */
    public List<Detail> details(AssetType type) {
        Set<String> asked = attributes.getOrDefault(type, Set.of());
        return type.details().stream()
                .filter(detail -> asked.contains(detail.attribute()))
                .toList();
    }

    /** Every operation that filling the demand may send for a type, and how often: the one that lists it first. */
    public List<Use> uses(AssetType type) {
        return type.uses(details(type));
    }

    /** The types by name, and of each the attributes that calls of their own fill. */
    public SortedMap<String, List<String>> attributes() {
        SortedMap<String, List<String>> all = new TreeMap<>();
        attributes.forEach((type, filled) -> all.put(type.name(), List.copyOf(filled)));
        return all;
    }

    /** Every operation that filling the demand may send for a type: the listing's first. */
    public List<Operation> operations(AssetType type) {
        return uses(type).stream().map(Use::operation).distinct().toList();
    }
}
