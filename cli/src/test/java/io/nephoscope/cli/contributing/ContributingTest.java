package io.nephoscope.cli.contributing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.aws.AwsTypes;
import io.nephoscope.cli.wire.Collected;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.SourceFiles;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.RuleExamples;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.RuleSource;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotWriter;
import io.nephoscope.types.Expressions;
import io.nephoscope.types.TypeFiles;
import io.nephoscope.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING.md shows works as it stands there. */
class ContributingTest {
    private static final String NOW = "2026-01-01T00:00:00Z";
    private static final Manifest MANIFEST = Manifest.begun(
            "1", "scan-1", "", NOW, List.of(), List.of(), new TreeMap<>(Map.of("hill.compute.server", List.of())));

    @TempDir
    private Path folder;

    private Examples examples;

    @BeforeEach
    void readThePage() throws IOException {
        examples = new Examples(Path.of("..", "CONTRIBUTING.md"));
    }

    @Test
    void theTypeIsReadAndTheRuleOnItPassesItsExamples() throws Exception {
        AwsTypes aws = new AwsTypes();
        List<AssetType> all = new ArrayList<>(Types.ofProviders(Providers.all()).all());
        all.addAll(TypeFiles.read(
                List.of(new YamlFile("ec2.address.yaml", examples.of("ec2.address.yaml"))),
                aws.dialect(),
                aws.library(),
                Expressions.COMPILED));
        Types types = Types.of(all);

        Path rules = Files.createDirectory(folder.resolve("rules"));
        examples.write("aws-ec2-address-in-use.yaml", rules);
        RuleExamples check = new RuleExamples(types);

        assertThat(RuleSource.in(rules, types))
                .hasSize(1)
                .allSatisfy(rule -> assertThat(check.check(rule)).isEmpty());
    }

    @Test
    void theCloudIsReadAndItsServersAreListedPageByPageAndJudged() throws Exception {
        try (HillCloud cloud = HillCloud.start()) {
            Collected collected = Collected.from(hill(), cloud.target(folder), "hill.compute.server");

            assertThat(collected.assets())
                    .extracting(Asset::uid)
                    .containsExactlyInAnyOrder(
                            "hill:dale:south:hill.compute.server:s-1", "hill:dale:south:hill.compute.server:s-2");
            assertThat(collected.ledger())
                    .filteredOn(row -> row.operation().equals("ListServers"))
                    .singleElement()
                    .as("two pages, and one to see that there are no more")
                    .matches(row -> row.count() == 3);
            assertThat(verdicts(hill(), collected, "vm-has-no-public-address"))
                    .isEqualTo(Map.of("s-1", Verdict.FAIL, "s-2", Verdict.PASS));
        }
    }

    @Test
    void whatTheCloudRefusesIsUnknownAndNamesThePermission() throws Exception {
        try (HillCloud cloud = HillCloud.start()) {
            cloud.refuse();

            Collected collected = Collected.from(hill(), cloud.target(folder), "hill.compute.server");

            assertThat(collected.units())
                    .extracting(Unit::listing)
                    .containsExactly(new Cause(
                            "compute:ListServers",
                            Status.DENIED,
                            "compute.servers.list",
                            Text.quoted("HTTP 403: not for you")));
            assertThat(verdicts(hill(), collected, "vm-has-no-public-address")).isEqualTo(Map.of("*", Verdict.UNKNOWN));
        }
    }

    @Test
    void theWorkedExampleOfACloudIsShort() throws IOException {
        String page = Files.readString(Path.of("..", "CONTRIBUTING.md"));
        String section = page.substring(page.indexOf("## Add a cloud"), page.indexOf("## What a change must bring"));

        assertThat(section.lines().count()).isLessThanOrEqualTo(150);
    }

    private Provider hill() throws Exception {
        Path files = Files.createTempDirectory(folder, "sources");
        examples.write("hill.yaml", files);
        examples.write("hill.compute.server.yaml", files);
        return ServiceLoader.load(SourceFiles.class)
                .findFirst()
                .orElseThrow()
                .in(files, Set.of(), request -> {})
                .get(0);
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
