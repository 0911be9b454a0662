package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import io.nephoscope.jdcloud.fixture.JdWorld;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Operation INSTANCES = Operation.of("vm", "describeInstances", "vm:describeInstances");
    private static final Operation BUCKET_ACL = Operation.of("oss", "GetBucketAcl", "oss:GetBucketAcl");

    @TempDir
    private Path folder;

    private static Settings settings(Map<String, String> settings) {
        return new Settings(Bench.target(settings, Bench.KEYS));
    }

    @Test
    void thePublicCloudIsWhereItSaysItIs() throws Exception {
        JdEndpoints endpoints = settings(Map.of()).endpoints();

        assertThat(endpoints.of("vm", "cn-east-2")).isEqualTo(URI.create("https://vm.jdcloud-api.com"));
        assertThat(endpoints.of("s3", "cn-east-2")).isEqualTo(URI.create("https://s3.cn-east-2.jdcloud-oss.com"));
        assertThat(endpoints.signedRegion("iam")).isEqualTo("jdcloud-api");
    }

    @Test
    void aPrivateInstallationIsWhereTheSettingsSayAndSingleServicesElsewhere() throws Exception {
        JdEndpoints endpoints = settings(Map.of(
                        "endpoint-url", "https://{service}.{region}.cloud.example:8443",
                        "endpoints", "vm=http://10.0.0.9:80, s3=https://oss.cloud.example"))
                .endpoints();

        assertThat(endpoints.of("rds", "gov-1")).isEqualTo(URI.create("https://rds.gov-1.cloud.example:8443"));
        assertThat(endpoints.of("iam", "")).isEqualTo(URI.create("https://iam.cn-north-1.cloud.example:8443"));
        assertThat(endpoints.of("vm", "gov-1")).isEqualTo(URI.create("http://10.0.0.9:80"));
        assertThat(endpoints.of("s3", "gov-1")).isEqualTo(URI.create("https://oss.cloud.example"));
        assertThat(endpoints.signedRegion("iam")).isEqualTo("cn-north-1");
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint-url, cloud.example",
        "endpoint-url, ftp://cloud.example",
        "endpoint-url, https://user:canary@cloud.example",
        "endpoint-url, 'https://cloud example'",
        "endpoint-url, https://cloud.example?a=b",
        "endpoints, vm",
        "endpoints, vm=nowhere"
    })
    void whatIsNoAddressIsToldWithAnExample(String setting, String value) {
        assertThatThrownBy(() -> settings(Map.of(setting, value)).endpoints())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("https://{service}.cloud.example:8443")
                .hasMessageNotContaining("canary");
    }

    @Test
    void theRegionsAreThoseAskedForOrThePublicOnes() throws Exception {
        JdEndpoints everyones = new JdEndpoints(Optional.empty(), Map.of());
        Target asked = Bench.target(Map.of(), Bench.KEYS);

        assertThat(Settings.regions(asked, everyones)).isEqualTo(Bench.REGIONS);
        assertThat(Settings.regions(asked.in(List.of()), everyones))
                .contains("cn-north-1", "cn-south-1")
                .hasSize(4);
    }

    @Test
    void aPrivateInstallationMustNameItsRegions() {
        JdEndpoints ours = new JdEndpoints(Optional.of("https://cloud.example"), Map.of());
        Target unasked = Bench.target(Map.of(), Bench.KEYS).in(List.of());

        assertThatThrownBy(() -> Settings.regions(unasked, ours))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("regions: [cn-north-1]");
    }

    @Test
    void keysAreTakenFromWhereTheyAreKept() throws Exception {
        Target target =
                Bench.target(Map.of(), Map.of("access-key", "key", "secret-key", "secret", "security-token", "token"));

        assertThat(new Settings(target).key().id()).isEqualTo("key");
        assertThat(new Settings(target).key().token()).contains("token");
    }

    @Test
    void keysThatAreMissingAreTold() {
        Target nobody = new Target("jdcloud", "", "lake", List.of(), Map.of(), CredentialSource.NONE, Path.of("."));
        assertThatThrownBy(() -> new Settings(nobody).key())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("JDCLOUD_ACCESS_KEY");
        Target half = Bench.target(Map.of(), Map.of("access-key", "key"));
        assertThatThrownBy(() -> new Settings(half).key())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("secret-key");
    }

    @Test
    void aProfileOfTheCommandLineIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("config"), """
                # of the command line
                [default]
                access_key = key-1
                secret_key = secret=1
                region_id = cn-north-1

                [half]
                access_key = key-2
                """);
        Target target = Bench.target(Map.of(), Map.of());

        assertThat(KeyFile.read(file, "default", target).id()).isEqualTo("key-1");
        assertThat(KeyFile.read(file, "default", target).secret()).isEqualTo("secret=1");
        assertThatThrownBy(() -> KeyFile.read(file, "half", target)).hasMessageContaining("lacks secret_key");
        assertThatThrownBy(() -> KeyFile.read(file, "audit", target)).hasMessageContaining("knows default, half");
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none"), "audit", target))
                .hasMessageContaining("there is no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "proxy", "replay"})
    void aSettingThatCannotBeUsedIsToldWithTheNameOfTheAccount(String setting) {
        assertThatThrownBy(() -> settings(Map.of(setting, "no-such-thing")).transport(Duration.ofSeconds(1)))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("lake: ");
    }

    @Test
    void whatWasRecordedIsReadAgainWithoutTheCloudAndWithoutCredentials() throws Exception {
        String file = folder.resolve("exchanges.ndjson").toString();
        Bench live;
        String endpoint;
        try (JdCloudServer server = JdCloudServer.start(JdWorld.seeded())) {
            endpoint = server.endpoint().toString();
            live = Bench.collect(
                    Bench.target(Map.of("endpoint-url", endpoint, "record", file), Bench.KEYS), "jdcloud.rds.instance");
        }
        Bench replayed = Bench.collect(
                Bench.target(Map.of("endpoint-url", endpoint, "replay", file), Map.of()), "jdcloud.rds.instance");

        assertThat(replayed.perType()).isEqualTo(live.perType());
        assertThat(replayed.asset("mysql-bad").attributes())
                .isEqualTo(live.asset("mysql-bad").attributes());
        assertThat(Files.readString(Path.of(file)))
                .doesNotContain(JdCloudServer.ACCESS_KEY)
                .doesNotContain(JdCloudServer.SECRET_KEY);
    }

    @Test
    void theRightsThatAScanNeedsAreAPolicyOfIam() {
        JdCloudProvider provider = new JdCloudProvider();
        List<Operation> operations = List.of(INSTANCES, BUCKET_ACL, INSTANCES);

        assertThat(provider.policy(Bench.target(Map.of(), Map.of()), operations))
                .contains("""
                {
                  "Version": "3",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": [
                        "oss:GetBucketAcl",
                        "vm:describeInstances"
                      ],
                      "Resource": [
                        "*"
                      ]
                    }
                  ]
                }""");
        assertThat(provider.policy(Bench.target(Map.of(), Map.of()), List.of())).isEmpty();
    }
}
