package io.nephoscope.cli.command;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.SourceFiles;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The providers on the class path, by name, and the types that they declare. */
record Installed(Map<String, Provider> providers, Types types) implements AutoCloseable {
    /**
     * @param folders those of files that describe sources
     * @throws UsageException where a plug-in does not fit
     */
    static Installed load(Collection<Path> folders) {
        return load(folders, request -> {});
    }

    /**
     * @param folders those of files that describe sources
     * @param kept by name the folders of those that describe what nobody else does
     */
    static Installed load(Collection<Path> folders, Map<String, Path> kept) {
        Installed installed = load(folders);
        Set<String> missing = new TreeSet<>(kept.keySet());
        missing.removeAll(installed.providers.keySet());
        if (missing.isEmpty()) {
            return installed;
        }
        installed.close();
        List<Path> all = new ArrayList<>(folders);
        missing.forEach(name -> all.add(kept.get(name)));
        return load(all);
    }

    /** @param trace told of what the sources that files describe are asked, and of what came back */
    static Installed load(Collection<Path> folders, Consumer<Text> trace) {
        Map<String, Provider> providers =
                of(ServiceLoader.load(Provider.class).stream().iterator());
        for (SourceFiles files : folders.isEmpty() ? List.<SourceFiles>of() : ServiceLoader.load(SourceFiles.class)) {
            for (Path folder : different(folders)) {
                files.in(folder, Set.copyOf(providers.keySet()), trace).forEach(provider -> add(provider, providers));
            }
        }
        return new Installed(providers, Types.ofProviders(providers.values()));
    }

    /** Each folder once, however often and in whatever form it is named. */
    private static Collection<Path> different(Collection<Path> folders) {
        Map<Path, Path> different = new LinkedHashMap<>();
        folders.forEach(folder -> different.putIfAbsent(folder.toAbsolutePath().normalize(), folder));
        return different.values();
    }

    private static void add(Provider provider, Map<String, Provider> providers) {
        if (providers.put(provider.name(), provider) != null) {
            throw new UsageException(Text.of(
                    "Two installed providers are named {0}; remove one.", "有两个已安装的云服务商名为 {0}；请移除一个。", provider.name()));
        }
    }

    /** @throws UsageException where one was made for another version of this program, or cannot be loaded, or two have one name */
    static Map<String, Provider> of(Iterator<ServiceLoader.Provider<Provider>> found) {
        Map<String, Provider> providers = new TreeMap<>();
        while (found.hasNext()) {
            add(fitting(found.next()), providers);
        }
        return providers;
    }

    private static Provider fitting(ServiceLoader.Provider<Provider> found) {
        try {
            Provider provider = found.get();
            if (provider.version() == Provider.VERSION) {
                return provider;
            }
            throw new UsageException(Text.of(
                    "The plug-in {0} was made for version {1} of this program's interface, and here is {2}; install one that fits, or"
                            + " remove it.",
                    "插件 {0} 面向本程序接口的版本 {1}，而此处为 {2}；请安装匹配的版本或将其移除。",
                    place(found.type()),
                    provider.version(),
                    Provider.VERSION));
        } catch (LinkageError | ServiceConfigurationError e) {
            throw new UsageException(
                    Text.of(
                            "The plug-in {0} cannot be used ({1}); it was made for another version of this program, or lacks a jar:"
                                    + " install one that fits, or remove it.",
                            "插件 {0} 无法使用（{1}）；它面向本程序的其他版本，或缺少 jar：请安装匹配的版本或将其移除。", place(found.type()), e),
                    e);
        }
    }

    private static String place(Class<?> plugin) {
        return Optional.ofNullable(plugin.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::getPath)
                .map(path -> plugin.getName() + " in " + path)
                .orElse(plugin.getName());
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
