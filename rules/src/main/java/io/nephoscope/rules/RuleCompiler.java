package io.nephoscope.rules;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Types;
import io.nephoscope.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.stream.StreamSupport;

/** Compiles the catalogue: a step of the build, after the classes and with every provider on the class path. */
public final class RuleCompiler {
    private RuleCompiler() {}

    /**
     * @param arguments the folder of classes, from which the jar is made
     * @throws YamlException with every fault of every rule
     * @throws IOException where the folder cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        List<Provider> providers = StreamSupport.stream(
                        ServiceLoader.load(Provider.class).spliterator(), false)
                .toList();
        Types types = Types.ofProviders(providers);
        SortedMap<String, Long> basis =
                Basis.of(types).orElseThrow(() -> new IllegalStateException("no provider is on the class path"));
        List<Rule> rules =
                RuleSource.packaged(types).stream().map(RuleSource::rule).toList();
        Files.write(Path.of(arguments[0]).resolve(CompiledRules.FILE), CompiledRules.catalogue(basis, rules));
        providers.forEach(Provider::close);
    }
}
