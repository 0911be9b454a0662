package io.nephoscope.cli.command;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The providers on the class path, by name, and the types that they declare. */
record Installed(Map<String, Provider> providers, Types types) implements AutoCloseable {
    static Installed load() {
        Map<String, Provider> providers = new TreeMap<>();
        for (Provider provider : ServiceLoader.load(Provider.class)) {
            if (providers.put(provider.name(), provider) != null) {
                throw new UsageException(Text.of(
                        "Two installed providers are named {0}; remove one.",
                        "有两个已安装的云服务商名为 {0}；请移除一个。", provider.name()));
            }
        }
        return new Installed(providers, Types.ofProviders(providers.values()));
    }

    Provider named(String name) {
        Provider provider = providers.get(name);
        if (provider == null) {
            throw new UsageException(Text.of(
                    "There is no provider {0}{1}; installed are {2}.",
                    "没有云服务商 {0}{1}；已安装：{2}。",
                    name,
                    Suggestion.didYouMean(name, providers.keySet()),
                    String.join(", ", providers.keySet())));
        }
        return provider;
    }

    @Override
    public void close() {
        providers.values().forEach(Provider::close);
    }
}
