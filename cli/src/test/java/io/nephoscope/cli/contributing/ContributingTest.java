package io.nephoscope.cli.contributing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.wire.Collected;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.rules.RuleExamples;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING.md shows works as it stands there. */
class ContributingTest {
    @TempDir
    private Path folder;

    private Examples examples;

    @BeforeEach
    void readThePage() throws IOException {
        examples = new Examples(Path.of("..", "CONTRIBUTING.md"));
    }

    @Test
    void theTypeCompilesAndTheRuleOnItPassesItsExamples() throws Exception {
        Class<?> declaration = examples.compile("Ec2Address.java", "io.nephoscope.aws.Ec2Address", folder);
        Field field = declaration.getDeclaredField("TYPE");
        field.setAccessible(true);
        AssetType address = (AssetType) field.get(null);
        List<AssetType> all = new ArrayList<>(Types.ofProviders(Providers.all()).all());
        all.add(address);
        Types types = Types.of(all);

        Path rules = Files.createDirectory(folder.resolve("rules"));
        examples.write("aws-ec2-address-in-use.yaml", rules);
        RuleExamples check = new RuleExamples(types);

        assertThat(RuleSet.load(rules, types).rules())
                .hasSize(1)
                .allSatisfy(rule -> assertThat(check.check(rule)).isEmpty());
    }

    @Test
    void theProviderCompilesAndListsItsMachines() throws Exception {
        Class<?> provider = examples.compile("RackProvider.java", "org.example.RackProvider", folder);
        Provider rack = (Provider) provider.getDeclaredConstructor().newInstance();

        Collected collected =
                Collected.from(rack, new Target("rack", "", "rack", List.of(), Map.of(), folder), "rack.machine");

        assertThat(collected.assets()).extracting(Asset::nativeId).containsExactlyInAnyOrder("m-1", "m-2");
        assertThat(collected.facets("m-1").get("publicAddresses")).isEqualTo(DocList.of("203.0.113.7"));
        assertThat(collected.facets("m-2").get("publicAddresses")).isEqualTo(DocList.empty());
    }
}
