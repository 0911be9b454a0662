package io.nephoscope.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every resource type that the installed providers declare. */
public final class Types {
    private final Map<String, AssetType> byName = new TreeMap<>();
    private final Map<String, Provider> providers = new TreeMap<>();

    private Types(Collection<AssetType> types, Collection<Provider> declaring) {
        declaring.forEach(provider -> providers.put(provider.name(), provider));
        types.forEach(type -> {
            if (byName.put(type.name(), type) != null) {
                throw new IllegalArgumentException("two declarations of " + type.name());
            }
        });
    }

    public static Types of(Collection<AssetType> types) {
        return new Types(types, List.of());
    }

    public static Types ofProviders(Collection<Provider> providers) {
        return new Types(providers.stream().flatMap(it -> it.types().stream()).toList(), providers);
    }

    /** All of them, by name. */
    public List<AssetType> all() {
        return List.copyOf(byName.values());
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
        return Optional.ofNullable(byName.get(name));
    }

    public List<AssetType> ofKind(Kind kind) {
        return byName.values().stream().filter(type -> type.kind().equals(kind)).toList();
    }
}
