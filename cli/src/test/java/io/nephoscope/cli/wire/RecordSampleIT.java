package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.azure.replay.AzureServer;
import io.nephoscope.azure.replay.AzureWorld;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import io.nephoscope.jdcloud.fixture.JdWorld;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Records the samples anew: mvn verify -Dnephoscope.sample=write -Dit.test=RecordSampleIT. */
@EnabledIfSystemProperty(named = "nephoscope.sample", matches = "write")
class RecordSampleIT {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    @Test
    void theHarbourIsRecordedFromTheEmulator() throws Exception {
        try (Moto moto = Moto.start();
                FaultProxy proxy = FaultProxy.before(moto)) {
            new HarbourWorld(moto).seed();
            Map<String, String> environment = Map.of(
                    "AWS_ENDPOINT_URL", proxy.endpoint().toString(),
                    "AWS_ACCESS_KEY_ID", "test",
                    "AWS_SECRET_ACCESS_KEY", "test");
            record("harbour-aws", "aws", environment, "--region", "eu-west-1", "--region", "us-east-1");
        }
    }

    @Test
    void theLighthouseIsRecordedFromTheReplayedAzure() throws Exception {
        try (AzureServer server = AzureServer.start(AzureWorld.whole())) {
            List<String> settings = new ArrayList<>();
            server.settings().forEach((name, value) -> settings.addAll(List.of("--set", name + "=" + value)));
            Map<String, String> environment = Map.of("AZURE_CLIENT_SECRET", AzureWorld.SECRET);
            record("lighthouse-azure", "azure", environment, settings.toArray(String[]::new));
        }
    }

    @Test
    void theLakeIsRecordedFromTheJdCloudOnLoopback() throws Exception {
        try (JdCloudServer server = JdCloudServer.start(JdWorld.seededOnce())) {
            Map<String, String> environment = Map.of(
                    "JDCLOUD_ACCESS_KEY", JdCloudServer.ACCESS_KEY,
                    "JDCLOUD_SECRET_KEY", JdCloudServer.SECRET_KEY);
            record(
                    "lake-jdcloud",
                    "jdcloud",
                    environment,
                    "--set",
                    "endpoint-url=" + server.endpoint(),
                    "--region",
                    "cn-north-1",
                    "--region",
                    "cn-east-2");
        }
    }

    private static void record(String name, String provider, Map<String, String> environment, String... more)
            throws IOException, InterruptedException {
        Path recording = SAMPLES.resolve("recorded").resolve(name);
        delete(recording);
        Files.createDirectories(recording.getParent());
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--provider",
                provider,
                "--rules-dir",
                unjudged(provider).toString(),
                "--snapshot",
                recording.toString()));
        arguments.addAll(List.of(more));
        Nephoscope.Run run = new Nephoscope(SAMPLES, environment).run(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        // What a cloud said is recorded; what rules say of it is told anew at each replay.
        Files.deleteIfExists(recording.resolve("findings.ndjson"));
        Files.deleteIfExists(recording.resolve("judgement.json"));
        Files.deleteIfExists(recording.resolve("lock"));
    }

    private static void delete(Path recording) throws IOException {
        if (Files.exists(recording)) {
            try (var files = Files.walk(recording)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Rules on the types that the catalogue does not judge, so that the recording holds every type and can be listed whole. */
    private static Path unjudged(String provider) throws IOException {
        Path rules = Files.createTempDirectory("unjudged");
        Types types = Types.ofProviders(Providers.all());
        Set<AssetType> judged = new HashSet<>(RuleSet.load(types).demand(types).typesOf(provider));
        for (AssetType type : types.all()) {
            if (type.name().startsWith(provider + ".") && !judged.contains(type)) {
                String id = type.name().replace('.', '-').replace('_', '-') + "-named";
                Files.writeString(rules.resolve(id + ".yaml"), """
                        id: %s
                        applies: %s
                        severity: low
                        title: {en: It has a name, zh: 有名称}
                        why: {en: To be listed., zh: 用于列出。}
                        failed: {en: It has no name., zh: 没有名称。}
                        pass: name != ""
                        remediation: {aws: {console: {en: Name it., zh: 命名。}, cli: none, terraform: none}}
                        references: [{name: none}]
                        examples:
                          - {name: named, verdict: PASS, attributes: {}}
                        """.formatted(id, type.name()));
            }
        }
        return rules;
    }
}
