package io.nephoscope.cli.pages;

import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The reference pages are what the declarations say today. */
class ReferencePagesTest {
    private final Types types = Types.ofProviders(Providers.all().stream()
            .filter(provider -> !provider.name().startsWith("toy"))
            .toList());

    @Test
    void thePageOfResourceTypesIsCurrent() throws IOException {
        new ReferencePage("providers/README.md").check(TypePages.types(types));
    }

    @Test
    void thePageOfRulesIsCurrent() throws IOException {
        new ReferencePage("rules/README.md").check(RulePages.rules(RuleSet.load(types), types));
    }
}
