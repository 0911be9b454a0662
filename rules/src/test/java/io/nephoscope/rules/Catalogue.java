package io.nephoscope.rules;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Types;
import java.util.List;
import java.util.ServiceLoader;

/** The packaged rules, for the types of every provider on the class path. */
final class Catalogue {
    static final List<Provider> PROVIDERS = ServiceLoader.load(Provider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    static final Types TYPES = Types.ofProviders(PROVIDERS);
    static final List<RuleSource> SOURCES = RuleSource.packaged(TYPES);
    static final List<Rule> RULES = SOURCES.stream().map(RuleSource::rule).toList();

    private Catalogue() {}
}
