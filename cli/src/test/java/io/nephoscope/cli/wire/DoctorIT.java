package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of an account over the wire, as a process of its own. */
class DoctorIT {
    @TempDir
    private static Path folder;

    private static Moto moto;
    private static FaultProxy proxy;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        new HarbourWorld(moto).seed();
    }

    @AfterAll
    static void stop() {
        proxy.close();
        moto.close();
    }

    @BeforeEach
    void heal() {
        proxy.heal();
    }

    private static Nephoscope.Run doctor(URI endpoint, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"));
        environment.putAll(more);
        return new Nephoscope(folder, environment)
                .run("doctor", "--provider", "aws", "--region", "eu-west-1", "--region", "us-east-1");
    }

    @Test
    void aHealthyAccountIsTriedWithFewCalls() throws Exception {
        Nephoscope.Run run = doctor(proxy.endpoint(), Map.of());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "credentials  accepted: account " + Moto.FIRST_ACCOUNT,
                        "clock        right",
                        "regions      2, of which eu-west-1 was tried",
                        "all answered",
                        "Not tried, for want of an asset that gives cause: ec2:GetManagedPrefixListEntries,"
                                + " rds:DescribeDBClusterSnapshotAttributes",
                        "No rule would be UNKNOWN");
        assertThat(proxy.calls()).hasSizeLessThan(70);
        assertThat(proxy.calls().stream().filter("s3:GetBucketPolicy"::equals)).hasSize(1);
    }

    @Test
    void aDetailThatIsDeniedIsNamedWithTheRulesThatNeedIt() throws Exception {
        proxy.fail("s3:GetBucketPolicy", Fault.DENIED);
        Nephoscope.Run run = doctor(proxy.endpoint(), Map.of());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains(
                        "s3:GetBucketPolicy denied, it needs s3:GetBucketPolicy",
                        "UNKNOWN would be aws-cloudtrail-bucket-not-public, bucket-denies-insecure-transport, bucket-not-public.",
                        "3 of " + Judged.RULES.size() + " rules would be UNKNOWN");
    }

    @Test
    void anEndpointWhereNobodyAnswersEndsWith2() throws Exception {
        Nephoscope.Run run = doctor(URI.create("http://127.0.0.1:1"), Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("check the credentials, the clock, the region and the endpoint.")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutCredentialsItEndsWith2AndNothingIsSent() throws Exception {
        Nephoscope.Run run = doctor(
                proxy.endpoint(),
                Map.of(
                        "AWS_ACCESS_KEY_ID", "",
                        "AWS_SECRET_ACCESS_KEY", "",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString(),
                        "AWS_CONFIG_FILE", folder.resolve("none").toString()));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("No AWS credentials were found");
        assertThat(Set.copyOf(proxy.calls())).isEmpty();
    }
}
