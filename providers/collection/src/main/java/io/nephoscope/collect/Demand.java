package io.nephoscope.collect;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Use;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is asked for: the types to list, and of each the attributes and facets to fill. The plan is the calls that fill them. An
 * attribute that only facets read is asked for where one of them comes to read it, and so not of every asset.
 */
public final class Demand {
    private static final String ATTRIBUTES = "attributes";
    private static final String FACETS = "facets";
    private static final String TAGS = "tags";

    private final Types types;
    private final Map<AssetType, Set<String>> attributes = new TreeMap<>(Comparator.comparing(AssetType::name));
    private final Map<AssetType, Set<String>> facets = new HashMap<>();

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
        if (steps.length == 1 && steps[0].equals(ATTRIBUTES)) {
            type.details().forEach(detail -> fill(type, detail.attribute()));
        } else if (steps.length == 1 && steps[0].equals(FACETS)) {
            type.facets().forEach(facet -> derive(type, facet));
        } else if (steps[0].equals(FACETS)) {
            type.facet(steps[1].split("\\[", 2)[0]).ifPresent(facet -> derive(type, facet));
        } else {
            type.attributesBehind(path).forEach(attribute -> fill(type, attribute));
        }
        if (steps[0].equals("related") && steps.length > 1) {
            String relation = steps[1].split("\\[", 2)[0];
            String below = steps.length > 2 ? steps[2] : "";
            type.relation(relation).ifPresent(it -> follow(type, it, below));
        }
        return this;
    }

    /** Asks for what finds the assets at the other end of a relation, and for what is read of them. */
    private void follow(AssetType type, Relation relation, String below) {
        for (AssetType target : types.targets(relation)) {
            read(target, below);
            find(target, relation.by());
        }
        for (Relation.Source source : relation.sources()) {
            find(type, source.relation().by());
            types.named(source.type())
                    .ifPresent(other -> source.relation().inputs().forEach(input -> fill(other, input)));
        }
    }

    private void find(AssetType type, Relation.By by) {
        if (by == Relation.By.SELECTOR) {
            find(type, Relation.By.ADDRESS);
            find(type, Relation.By.DOMAIN);
            read(type, TAGS);
        } else if (!by.facet().isEmpty()) {
            read(type, FACETS + "." + (type.facet(by.facet()).isPresent() ? by.facet() : by.instead()));
        }
    }

    private void derive(AssetType type, Facet facet) {
        facets.computeIfAbsent(type, key -> new TreeSet<>()).add(facet.name());
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

    /** The details of a type that may be filled, in the order of its declaration. */
    public List<Detail> details(AssetType type) {
        List<Facet> derived = facets(type);
        return type.details().stream()
                .filter(detail -> isOutright(type, detail) || isRead(detail, derived, Facet::inputs))
                .map(detail ->
                        isOutright(type, detail) || isRead(detail, derived, Demand::usual) ? detail : detail.ofSome())
                .toList();
    }

    private static boolean isRead(Detail detail, List<Facet> by, Function<Facet, List<String>> what) {
        return by.stream().anyMatch(facet -> what.apply(facet).contains(detail.attribute()));
    }

    /** What a facet reads of every asset, or nearly so. */
    private static List<String> usual(Facet facet) {
        return facet.inputs().stream()
                .filter(input -> !facet.seldom().contains(input))
                .toList();
    }

    /** Whether an attribute is asked for by itself, and so of each asset. */
    boolean isOutright(AssetType type, Detail detail) {
        return attributes.getOrDefault(type, Set.of()).contains(detail.attribute());
    }

    /** The facets of a type that are asked for, in the order of its declaration. */
    List<Facet> facets(AssetType type) {
        Set<String> asked = facets.getOrDefault(type, Set.of());
        return type.facets().stream()
                .filter(facet -> asked.contains(facet.name()))
                .toList();
    }

    /** Every operation that filling the demand may send for a type, and how often: the one that lists it first. */
    public List<Use> uses(AssetType type) {
        return type.uses(details(type));
    }

    /** The types by name, and of each the attributes asked for by themselves, and the facets as paths: {@code facets.public}. */
    public SortedMap<String, List<String>> asked() {
        SortedMap<String, List<String>> all = new TreeMap<>();
        attributes.forEach((type, filled) -> all.put(
                type.name(),
                Stream.concat(filled.stream(), facets(type).stream().map(facet -> FACETS + "." + facet.name()))
                        .toList()));
        return all;
    }

    /** Asks for what {@link #asked} told of a type. */
    public Demand again(AssetType type, List<String> asked) {
        list(type);
        asked.forEach(path -> read(type, path.startsWith(FACETS + ".") ? path : ATTRIBUTES + "." + path));
        return this;
    }

    /** Every operation that filling the demand may send for a type: the listing's first. */
    public List<Operation> operations(AssetType type) {
        return uses(type).stream().map(Use::operation).distinct().toList();
    }
}
