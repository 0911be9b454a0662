package io.nephoscope.cli.command;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The providers on the class path, by name, and the types that they declare. */
record Installed(Map<String, Provider> providers, Types types) implements AutoCloseable {
    static Installed load() {
        Map<String, Provider> providers = new TreeMap<>();
        for (Provider provider : ServiceLoader.load(Provider.class)) {
            if (providers.put(provider.name(), provider) != null) {
                throw new UsageException("Two installed providers are named " + provider.name() + "; remove one.");
            }
        }
        return new Installed(providers, Types.ofProviders(providers.values()));
    }

    Provider named(String name) {
        Provider provider = providers.get(name);
        if (provider == null) {
            throw new UsageException("There is no provider " + name
                    + Suggestion.didYouMean(name, providers.keySet()).en() + "; installed are "
                    + String.join(", ", providers.keySet()) + ".");
        }
        return provider;
    }

    @Override
    public void close() {
        providers.values().forEach(Provider::close);
    }
}
