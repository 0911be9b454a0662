package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What carries a tag, what does not, and of what nobody can say. */
class TagsWireIT {
    private static final RuleSet OWNED = TagRules.of(Judged.TYPES);
    /** The calls that tell nothing but tags. */
    private static final List<String> CALLS = List.of(
            "s3:GetBucketTagging",
            "sqs:ListQueueTags",
            "sns:ListTagsForResource",
            "iam:ListUserTags",
            "iam:ListRoleTags",
            "iam:ListPolicyTags",
            "lambda:ListTags",
            "kms:ListResourceTags",
            "cloudtrail:ListTags");

    private static final TaggedWorld WORLD = new TaggedWorld();

    private static Moto moto;
    private static FaultProxy proxy;

    @TempDir
    private Path folder;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        WORLD.seed(moto);
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

    private Judged scan(RuleSet rules) throws InterruptedException {
        return Judged.scan(proxy.endpoint(), folder.resolve("snapshot"), rules, TaggedWorld.REGION);
    }

    private Judged scan(String type) throws InterruptedException {
        return scan(OWNED.select(List.of(TagRules.idFor(Judged.TYPES.named(type).orElseThrow()))));
    }

    private static Finding of(Judged judged, String asset) {
        return judged.findings().stream()
                .filter(finding -> finding.asset().nativeId().equals(asset)
                        || finding.asset().name().equals(asset))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said of " + asset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws.cloudtrail.trail",
                "aws.ec2.vpc",
                "aws.iam.policy",
                "aws.iam.role",
                "aws.iam.user",
                "aws.kms.key",
                "aws.lambda.function",
                "aws.rds.db_instance",
                "aws.s3.bucket",
                "aws.sns.topic",
                "aws.sqs.queue",
            })
    void whatCarriesATagHasItAndWhatDoesNotHasItNot(String type) throws Exception {
        Judged judged = scan(type);

        assertThat(of(judged, WORLD.tagged(type)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(judged, WORLD.plain(type)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged.isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "aws.cloudtrail.trail, cloudtrail:ListTags",
        "aws.iam.policy, iam:ListPolicyTags",
        "aws.iam.role, iam:ListRoleTags",
        "aws.iam.user, iam:ListUserTags",
        "aws.kms.key, kms:ListResourceTags",
        "aws.lambda.function, lambda:ListTags",
        "aws.s3.bucket, s3:GetBucketTagging",
        "aws.sns.topic, sns:ListTagsForResource",
        "aws.sqs.queue, sqs:ListQueueTags",
    })
    void whereTheCallIsDeniedItIsNotKnownWhatCarriesATag(String type, String call) throws Exception {
        proxy.fail(call, Fault.DENIED);
        Judged judged = scan(type);

        for (String asset : List.of(WORLD.tagged(type), WORLD.plain(type))) {
            assertThat(of(judged, asset).verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(of(judged, asset).missing())
                    .extracting(cause -> cause.call() + " " + cause.outcome() + " " + cause.permission())
                    .containsExactly(call + " " + Status.DENIED + " " + call);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            aws.iam.user         | iam:ListUserTags        | <ListUserTagsResponse><ListUserTagsResult><IsTruncated>false</IsTruncated></ListUserTagsResult></ListUserTagsResponse>
            aws.kms.key          | kms:ListResourceTags    | {"Truncated":false}
            aws.lambda.function  | lambda:ListTags         | {"message":"Service Unavailable"}
            aws.sns.topic        | sns:ListTagsForResource | <ListTagsForResourceResponse><ListTagsForResourceResult/></ListTagsForResourceResponse>
            aws.cloudtrail.trail | cloudtrail:ListTags     | {"ResourceTagList":[]}
            aws.rds.db_instance  | rds:DescribeDBInstances | <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance><DBInstanceIdentifier>plain-database</DBInstanceIdentifier></DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>
            """)
    void anAnswerThatLeavesTheTagsOutSaysNothingOfThem(String type, String call, String answer) throws Exception {
        proxy.answer(call, request -> answer);

        assertThat(of(scan(type), WORLD.plain(type)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void everyPageOfTagsIsAskedFor() throws Exception {
        proxy.answer(
                "iam:ListUserTags",
                request -> "<ListUserTagsResponse><ListUserTagsResult>"
                        + (request.mentions("onwards")
                                ? "<Tags><member><Key>owner</Key><Value>ann</Value></member></Tags>"
                                        + "<IsTruncated>false</IsTruncated>"
                                : "<Tags/><IsTruncated>true</IsTruncated><Marker>onwards</Marker>")
                        + "</ListUserTagsResult></ListUserTagsResponse>");

        assertThat(of(scan("aws.iam.user"), "plain-user").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void rulesThatReadNoTagsAskForNone() throws Exception {
        scan(Judged.RULES);

        assertThat(proxy.calls()).doesNotContainAnyElementsOf(CALLS);
    }

    @Test
    void whereNobodyAskedForTagsEvaluatingByThemSaysSo() throws Exception {
        Judged.scan(
                proxy.endpoint(),
                folder.resolve("snapshot"),
                Judged.RULES.select(List.of("bucket-versioning-enabled")),
                TaggedWorld.REGION);

        Finding finding = Judged.evaluated(folder.resolve("snapshot"), OWNED).stream()
                .filter(it -> it.asset().nativeId().equals("tagged-bucket"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.missing()).containsExactly(Cause.notCollected("s3:GetBucketTagging", "s3:GetBucketTagging"));
    }

    @Test
    void aWaiverByTagMakesTheCallThatTellsTagsAndCoversWhatCarriesOne() throws Exception {
        Map<String, JsonNode> findings = waived();

        assertThat(proxy.calls()).contains("s3:GetBucketTagging").doesNotContain("sqs:ListQueueTags");
        assertThat(findings.get("tagged-bucket").path("waived").path("owner").asText())
                .isEqualTo("ann");
        assertThat(findings.get("plain-bucket").has("waived")).isFalse();
    }

    @Test
    void aWaiverWhoseTagsWereDeniedCoversNothingAndSaysWhy() throws Exception {
        proxy.fail("s3:GetBucketTagging", Fault.DENIED);
        Map<String, JsonNode> findings = waived();

        assertThat(findings.values()).noneMatch(finding -> finding.has("waived"));
        assertThat(findings.get("").path("message").toString())
                .contains("s3:GetBucketTagging was denied")
                .contains("nobody knows whether the asset is meant");
    }

    @Test
    void planAndPermissionsCountWhatAWaiverByTagAsksFor() throws Exception {
        String[] waivers = {
            "--rule", "bucket-versioning-enabled", "--waivers", waivers().toString()
        };

        assertThat(program()
                        .here(with(waivers, "plan", "--provider", "aws", "--region", TaggedWorld.REGION))
                        .out())
                .contains("s3:GetBucketTagging");
        assertThat(program()
                        .here(with(waivers, "permissions", "--provider", "aws"))
                        .out())
                .contains("s3:GetBucketTagging");
        assertThat(program().here("permissions", "--provider", "aws").out()).doesNotContain("s3:GetBucketTagging");
    }

    /** The findings of the program about buckets that keep no versions, by bucket, and the warning under no name. */
    private Map<String, JsonNode> waived() throws Exception {
        Nephoscope.Run run = program()
                .here(
                        "scan",
                        "--provider",
                        "aws",
                        "--set",
                        "endpoint-url=" + proxy.endpoint(),
                        "--region",
                        TaggedWorld.REGION,
                        "--rule",
                        "bucket-versioning-enabled",
                        "--waivers",
                        waivers().toString(),
                        "-o",
                        "json=" + folder.resolve("report.json"));
        JsonNode report = run.json("report.json");
        Map<String, JsonNode> findings = new TreeMap<>();
        report.path("findings")
                .forEach(finding ->
                        findings.put(finding.path("asset").path("nativeId").asText(), finding));
        report.path("statements").path("warnings").forEach(warning -> findings.put("", warning));
        return findings;
    }

    private Path waivers() throws IOException {
        return Files.writeString(folder.resolve("waivers.yaml"), """
                waivers:
                  - rule: bucket-versioning-enabled
                    asset: {tags: {owner: ann}}
                    reason: Hers are kept elsewhere.
                    owner: ann
                    until: 2099-12-31
                """);
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private Nephoscope program() {
        return new Nephoscope(folder, Map.of());
    }
}
