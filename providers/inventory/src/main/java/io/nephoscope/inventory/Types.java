package io.nephoscope.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Every resource type that the installed providers declare; they are asked for their types when somebody first needs one. */
public final class Types {
    private final Lazy<Map<String, AssetType>> byName;
    private final Map<String, Provider> providers = new TreeMap<>();

    private Types(Supplier<Map<String, AssetType>> byName, Collection<Provider> declaring) {
        this.byName = new Lazy<>(byName);
        declaring.forEach(provider -> providers.put(provider.name(), provider));
    }

    private static Map<String, AssetType> byName(Collection<AssetType> types) {
        Map<String, AssetType> byName = new TreeMap<>();
        types.forEach(type -> {
            if (byName.put(type.name(), type) != null) {
                throw new IllegalArgumentException("two declarations of " + type.name());
            }
        });
        return Links.both(byName);
    }

    public static Types of(Collection<AssetType> types) {
        Map<String, AssetType> byName = byName(types);
        return new Types(() -> byName, List.of());
    }

    public static Types ofProviders(Collection<Provider> providers) {
        return new Types(
                () -> byName(
                        providers.stream().flatMap(it -> it.types().stream()).toList()),
                providers);
    }

    /** All of them, by name. */
    public List<AssetType> all() {
        return List.copyOf(byName.get().values());
    }

    /** Those that declare them, by name; none for types that stand by themselves. */
    public List<Provider> providers() {
        return List.copyOf(providers.values());
    }

    /** The provider that declares them by its name; none for types that stand by themselves. */
    public Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    public Optional<AssetType> named(String name) {
        return Optional.ofNullable(byName.get().get(name));
    }

    /** The types to which a relation leads; none where no provider that is installed has them. */
    public List<AssetType> targets(Relation relation) {
        return relation.isBack()
                ? relation.sources().stream()
                        .flatMap(source -> named(source.type()).stream())
                        .distinct()
                        .toList()
                : Links.ends(relation, byName.get().values());
    }

    public List<AssetType> ofKind(Kind kind) {
        return byName.get().values().stream()
                .filter(type -> type.kind().equals(kind))
                .toList();
    }
}
