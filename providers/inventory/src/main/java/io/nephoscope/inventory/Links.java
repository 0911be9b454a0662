package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The links back: where a type says by what name its link is known at the other end, the types at that end have it. */
final class Links {
    private Links() {}

    /** The types by name, each with the links that lead back to it from these types and from no others. */
    static Map<String, AssetType> both(Map<String, AssetType> declared) {
        Map<String, AssetType> types = new TreeMap<>();
        declared.forEach((name, type) -> types.put(name, type.linked(List.of())));
        Map<String, Map<String, List<Relation.Source>>> back = new TreeMap<>();
        types.values()
                .forEach(type -> type.relations()
                        .forEach(relation -> relation.reverse()
                                .ifPresent(name -> ends(relation, types.values())
                                        .forEach(end -> back.computeIfAbsent(end.name(), key -> new TreeMap<>())
                                                .computeIfAbsent(name, key -> new ArrayList<>())
                                                .add(new Relation.Source(type.name(), relation))))));
        Map<String, AssetType> linked = new TreeMap<>(types);
        linked.replaceAll((name, type) -> type.linked(back.getOrDefault(name, Map.of()).entrySet().stream()
                .map(link -> back(type, link.getKey(), link.getValue(), types))
                .toList()));
        return linked;
    }

    /** The types to which a relation of the asset's own leads. */
    static List<AssetType> ends(Relation relation, Collection<AssetType> types) {
        return types.stream().filter(relation::leadsTo).toList();
    }

    private static Relation back(
            AssetType type, String name, List<Relation.Source> sources, Map<String, AssetType> types) {
        if (type.relation(name).filter(relation -> !relation.isBack()).isPresent()) {
            throw new IllegalArgumentException(type + " has a relation " + name + " already");
        }
        Optional<Kind> guards = Guards.kind(name);
        if (guards.isPresent()) {
            return guardedBy(type, name, guards.get(), sources, types);
        }
        Set<String> from = sources.stream().map(Relation.Source::type).collect(Collectors.toSet());
        if (from.size() == 1) {
            return Relation.back(name, from.iterator().next(), sources);
        }
        Set<String> kinds = types.values().stream()
                .filter(it -> from.contains(it.name()))
                .map(it -> it.kind().name())
                .collect(Collectors.toSet());
        if (kinds.size() > 1) {
            throw new IllegalArgumentException(
                    "the relation " + name + " of " + type + " leads back to several kinds: " + kinds);
        }
        return Relation.back(name, Relation.toKind(kinds.iterator().next()), sources);
    }

    /** Products that do not say whom they guard may guard anything: that nobody guards an asset is not known beside one of them. */
    private static Relation guardedBy(
            AssetType type, String word, Kind kind, List<Relation.Source> sources, Map<String, AssetType> types) {
        List<Relation.Source> products = new ArrayList<>(sources);
        for (AssetType product : types.values()) {
            boolean says = product.relations().stream()
                    .anyMatch(
                            relation -> relation.reverse().filter(word::equals).isPresent());
            if (says && !product.kind().equals(kind)) {
                throw new IllegalArgumentException(
                        product + " is no " + kind + ", by which " + type + " may be related as " + word);
            } else if (!says && product.kind().equals(kind)) {
                products.add(new Relation.Source(product.name(), untold(product, word)));
            }
        }
        return Relation.back(word, Relation.toKind(kind.name()), products);
    }

    private static Relation untold(AssetType product, String word) {
        Unknown why = Guards.untold(product.name());
        return new Relation(
                Guards.GUARDED,
                Relation.ANYTHING,
                List.of(),
                true,
                asset -> why,
                Relation.By.SELECTOR,
                Optional.of(word),
                List.of());
    }
}
