package io.nephoscope.cli.contributing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.wire.Collected;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.snapshot.Manifest;
import io.nephoscope.inventory.snapshot.Snapshot;
import io.nephoscope.inventory.snapshot.SnapshotWriter;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.RuleExamples;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING.md shows works as it stands there. */
class ContributingTest {
    private static final String NOW = "2026-01-01T00:00:00Z";
    private static final Manifest MANIFEST = Manifest.begun(
            "1", "scan-1", "", NOW, List.of(), List.of(), new TreeMap<>(Map.of("rack.machine", List.of())));

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
        assertThat(verdicts(rack, collected, "vm-has-no-public-address"))
                .isEqualTo(Map.of("m-1", Verdict.FAIL, "m-2", Verdict.PASS));
    }

    /** What a rule of the catalogue says of assets that a provider of somebody's own brought in. */
    private Map<String, Verdict> verdicts(Provider provider, Collected collected, String rule) {
        List<AssetType> all = new ArrayList<>(Types.ofProviders(Providers.all()).all());
        all.addAll(provider.types());
        Types types = Types.of(all);
        Path saved = folder.resolve("snapshot");
        try (SnapshotWriter writer = SnapshotWriter.begin(saved, MANIFEST)) {
            collected.assets().forEach(writer::asset);
            collected.units().forEach(writer::unit);
            writer.finish(NOW);
        }
        Map<String, Verdict> verdicts = new TreeMap<>();
        try (Snapshot snapshot = Snapshot.open(saved, types)) {
            RuleSet rules = RuleSet.load(types).select(List.of(rule));
            new Evaluation(snapshot, types, rules, Instant.parse(NOW), 1)
                    .forEach(finding -> verdicts.put(finding.asset().nativeId(), finding.verdict()));
        }
        return verdicts;
    }
}
