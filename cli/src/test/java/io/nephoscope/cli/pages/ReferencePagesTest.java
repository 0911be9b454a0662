package io.nephoscope.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference pages are what the declarations say today. With -Dnephoscope.pages=write they are written anew. */
class ReferencePagesTest {
    private static final Path ROOT = Path.of("..");

    private final Types types = Types.ofProviders(Providers.all().stream()
            .filter(provider -> !provider.name().startsWith("toy"))
            .toList());

    @Test
    void thePageOfResourceTypesIsCurrent() throws IOException {
        check("providers/README.md", TypePages.types(types));
    }

    @Test
    void thePageOfRulesIsCurrent() throws IOException {
        check("rules/README.md", RulePages.rules(RuleSet.load(types), types));
    }

    private static void check(String page, String content) throws IOException {
        Path file = ROOT.resolve(page);
        if ("write".equals(System.getProperty("nephoscope.pages"))) {
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("%s is not current; renew it with mvn verify -Dnephoscope.pages=write", page)
                .hasContent(content);
    }
}
