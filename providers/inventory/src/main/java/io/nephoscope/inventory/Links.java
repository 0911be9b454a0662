package io.nephoscope.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The links back: where a type says by what name its link is known at the other end, the types at that end have it. */
final class Links {
    private Links() {}

    /** The types by name, each with the links that lead back from it. */
    static Map<String, AssetType> both(Map<String, AssetType> types) {
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
        return types.stream()
                .filter(type -> relation.kind()
                        .map(kind -> type.kind().name().equals(kind))
                        .orElse(type.name().equals(relation.target())))
                .toList();
    }

    private static Relation back(
            AssetType type, String name, List<Relation.Source> sources, Map<String, AssetType> types) {
        if (type.relation(name).filter(relation -> !relation.isBack()).isPresent()) {
            throw new IllegalArgumentException(type + " has a relation " + name + " already");
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
}
