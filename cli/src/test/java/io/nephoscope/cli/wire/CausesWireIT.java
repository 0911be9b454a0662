package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the program says of why something is not known, and what it does about that, in the words of AWS. */
class CausesWireIT {
    private static final String US = "us-east-1";
    private static final String EU = "eu-west-1";
    private static final int BUCKETS = 12;

    @TempDir
    private Path folder;

    private static Moto moto;
    private FaultProxy proxy;

    @BeforeAll
    static void start() {
        moto = Moto.start();
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    @BeforeEach
    void seed() throws Exception {
        moto.reset();
        proxy = FaultProxy.before(moto);
        S3Client s3 = moto.client(S3Client.builder(), US);
        for (int i = 0; i < BUCKETS; i++) {
            String bucket = "bucket-" + i;
            s3.createBucket(it -> it.bucket(bucket));
        }
        moto.client(SqsClient.builder(), US).createQueue(it -> it.queueName("queue"));
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private Nephoscope.Run scan(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "scan",
                "--provider",
                "aws",
                "--set",
                "endpoint-url=" + proxy.endpoint(),
                "-o",
                "json=" + file("report.json"),
                "--concurrency",
                "2"));
        all.addAll(List.of(arguments));
        return program().here(all.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Nephoscope program() {
        return new Nephoscope(folder, Map.of());
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> verdicts(Nephoscope.Run run) {
        return each(run.json("report.json").path("findings"))
                .map(finding -> finding.path("rule").asText() + " "
                        + finding.at("/asset/uid").asText() + " "
                        + finding.path("verdict").asText() + " " + finding.path("missing"))
                .toList();
    }

    private static List<JsonNode> causes(Nephoscope.Run run) {
        return each(run.json("report.json").path("findings"))
                .flatMap(finding -> each(finding.path("missing")))
                .toList();
    }

    @Test
    void credentialsThatExpireInMidScanAreACauseOfTheirOwnAndResumingWithGoodOnesReadsTheRest() throws Exception {
        String[] what = {"--rule", "bucket-versioning-enabled", "--rule", "queue-encrypted", "--region", US};
        Nephoscope.Run whole = scan(Stream.concat(Stream.of(what), Stream.of("--snapshot", file("whole")))
                .toArray(String[]::new));
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        proxy.heal();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        proxy.fail(
                request -> request.call().equals("s3:GetBucketVersioning")
                        ? asked.incrementAndGet() > 3 && refused.incrementAndGet() > 0
                        : asked.get() > 3 && refused.incrementAndGet() > 0,
                Fault.EXPIRED);

        Nephoscope.Run cut = scan(Stream.concat(Stream.of(what), Stream.of("--snapshot", file("cut")))
                .toArray(String[]::new));

        assertThat(cut.exitCode()).as(cut.err()).isEqualTo(3);
        assertThat(cut.out()).contains("credentials of 1 account expired or were refused");
        JsonNode report = cut.json("report.json");
        assertThat(report.at("/summary/permissions")).isEmpty();
        assertThat(causes(cut))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause.path("outcome").asText()).isEqualTo("signed_out"))
                .anySatisfy(cause -> assertThat(Verdicts.english(cause.path("message")))
                        .startsWith("not sent, since the credentials expired at 2"));
        assertThat(refused.get()).isLessThan(BUCKETS - 3);

        proxy.heal();
        Nephoscope.Run resumed = scan(Stream.concat(Stream.of(what), Stream.of("--resume", file("cut")))
                .toArray(String[]::new));

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(verdicts(resumed)).isEqualTo(verdicts(whole));
    }

    @Test
    void whatAPolicyOfTheOrganisationDeniesIsNothingToGrant() throws Exception {
        proxy.fail("s3:GetBucketVersioning", Fault.BARRED);

        Nephoscope.Run run = scan("--rule", "bucket-versioning-enabled", "--region", US);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.json("report.json").at("/summary/permissions")).isEmpty();
        assertThat(causes(run)).hasSize(BUCKETS).allSatisfy(cause -> {
            assertThat(cause.path("outcome").asText()).isEqualTo("barred");
            assertThat(Verdicts.english(cause.path("message")))
                    .contains("with an explicit deny in a service control policy");
        });
    }

    @Test
    void aBucketThatIsDeletedBetweenListingAndDetailIsGone() throws Exception {
        S3Client s3 = moto.client(S3Client.builder(), US);
        proxy.fail(
                request -> {
                    if (request.call().equals("s3:GetBucketVersioning") && request.mentions("bucket-7")) {
                        s3.listBuckets().buckets().stream()
                                .filter(bucket -> bucket.name().equals("bucket-7"))
                                .forEach(bucket -> s3.deleteBucket(it -> it.bucket(bucket.name())));
                    }
                    return false;
                },
                Fault.DENIED);

        Nephoscope.Run run = scan("--rule", "bucket-versioning-enabled", "--region", US);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("1 asset was listed, and gone\\s+before its details were read\\.");
        JsonNode report = run.json("report.json");
        assertThat(report.path("assets")).hasSize(BUCKETS - 1);
        assertThat(each(report.path("coverage"))
                        .filter(row -> row.path("type").asText().equals("aws.s3.bucket"))
                        .map(row -> row.path("status").asText() + " " + row.path("assets") + " " + row.path("gone")))
                .containsExactly("read 11 1");
    }

    @Test
    void aRegionToWhichOneAccountHasNotOptedInIsNotEnabledThereAndTheRestIsRead() throws Exception {
        moto.secondClient(SqsClient.builder(), US).createQueue(it -> it.queueName("second"));
        moto.client(SqsClient.builder(), EU).createQueue(it -> it.queueName("far"));
        Files.writeString(
                folder.resolve("organisation.yaml"), """
                name: Two accounts
                accounts:
                  - {provider: aws, name: First, endpoint-url: "%1$s", regions: [%2$s, %3$s]}
                  - {provider: aws, name: Second, endpoint-url: "%1$s", role-arn: "%4$s", regions: [%2$s, %3$s]}
                """.formatted(proxy.endpoint(), US, EU, Moto.AUDIT_ROLE));
        proxy.correct(
                "ec2:DescribeRegions",
                (key, body) -> key.equals("test")
                        ? body
                        : "<DescribeRegionsResponse><regionInfo>" + region(US, "opt-in-not-required")
                                + region(EU, "not-opted-in") + "</regionInfo></DescribeRegionsResponse>");

        Nephoscope.Run run = program()
                .here(
                        "scan",
                        "--org",
                        file("organisation.yaml"),
                        "--rule",
                        "queue-encrypted",
                        "-o",
                        "json=" + file("report.json"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(each(run.json("report.json").path("coverage"))
                        .filter(row -> row.path("type").asText().equals("aws.sqs.queue"))
                        .map(row -> row.path("account").asText() + " "
                                + row.path("region").asText() + " "
                                + row.path("status").asText()))
                .containsExactlyInAnyOrder(
                        Moto.FIRST_ACCOUNT + " us-east-1 read",
                        Moto.FIRST_ACCOUNT + " eu-west-1 read",
                        Moto.SECOND_ACCOUNT + " us-east-1 read",
                        Moto.SECOND_ACCOUNT + " eu-west-1 not_enabled");
    }

    private static String region(String name, String status) {
        return "<item><regionName>" + name + "</regionName><optInStatus>" + status + "</optInStatus></item>";
    }

    @Test
    void aTrailThatWritesIntoABucketOfAnotherAccountLeadsOutOfTheScan() throws Exception {
        moto.secondClient(S3Client.builder(), US).createBucket(it -> it.bucket("elsewhere"));
        moto.client(CloudTrailClient.builder(), US)
                .createTrail(it -> it.name("trail").s3BucketName("elsewhere").isMultiRegionTrail(true));

        Nephoscope.Run run = scan("--rule", "aws-cloudtrail-bucket-not-public", "--region", US);

        assertThat(causes(run)).singleElement().satisfies(cause -> {
            assertThat(cause.path("outcome").asText()).isEqualTo("outside");
            assertThat(Verdicts.english(cause.path("message")))
                    .isEqualTo("aws.s3.bucket elsewhere belongs to no account of this scan");
        });
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
