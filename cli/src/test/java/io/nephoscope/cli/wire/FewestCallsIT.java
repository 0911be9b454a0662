package io.nephoscope.cli.wire;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;

/** How many calls it takes to decide the rules, in a world of many assets of which few are open. */
class FewestCallsIT {
    private static final String[] REGIONS = {"us-east-1", "eu-west-1"};
    private static final int MANY = 12;
    private static final String NOT_PUBLIC = "disk-snapshot-not-public";

    @TempDir
    private Path folder;

    private static Moto moto;
    private static FaultProxy proxy;
    private static final List<String> SNAPSHOTS = new ArrayList<>();

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        for (String region : REGIONS) {
            snapshots(moto.client(Ec2Client.builder(), region), region);
        }
        buckets(moto.client(S3Client.builder(), REGIONS[0]));
        String role = identities(moto.client(IamClient.builder(), REGIONS[0]));
        functions(moto.client(LambdaClient.builder(), REGIONS[0]), role);
        new PublicSnapshots(List.of(SNAPSHOTS.get(0))).correct(proxy);
    }

    private static void snapshots(Ec2Client ec2, String region) {
        String volume = ec2.createVolume(it -> it.availabilityZone(region + "a").size(8))
                .volumeId();
        for (int i = 0; i < MANY; i++) {
            SNAPSHOTS.add(ec2.createSnapshot(it -> it.volumeId(volume)).snapshotId());
        }
        if (region.equals(REGIONS[0])) {
            share(ec2, SNAPSHOTS.get(0));
        }
    }

    private static void share(Ec2Client ec2, String snapshot) {
        ec2.modifySnapshotAttribute(it -> it.snapshotId(snapshot)
                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .operationType(OperationType.ADD)
                .groupNames("all"));
    }

    private static void buckets(S3Client s3) {
        for (int i = 0; i < MANY; i++) {
            String name = "fewest-" + i;
            s3.createBucket(it -> it.bucket(name));
        }
        s3.putBucketAcl(it -> it.bucket("fewest-0").acl(BucketCannedACL.PUBLIC_READ));
    }

    private static String identities(IamClient iam) {
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}";
        iam.createUser(it -> it.userName("fewest"));
        for (int i = 0; i < MANY; i++) {
            String name = "fewest-" + i;
            String arn = iam.createPolicy(it -> it.policyName(name).policyDocument(policy))
                    .policy()
                    .arn();
            iam.attachUserPolicy(it -> it.userName("fewest").policyArn(arn));
        }
        return iam.createRole(it -> it.roleName("fewest").assumeRolePolicyDocument(policy))
                .role()
                .arn();
    }

    private static void functions(LambdaClient lambda, String role) {
        for (int i = 0; i < MANY; i++) {
            String name = "fewest-" + i;
            lambda.createFunction(it -> it.functionName(name)
                    .role(role)
                    .code(code -> code.zipFile(SdkBytes.fromString("no archive", StandardCharsets.UTF_8))));
        }
        lambda.publishVersion(it -> it.functionName("fewest-0"));
        lambda.addPermission(it -> it.functionName("fewest-0")
                .qualifier("1")
                .statementId("Open")
                .action("lambda:InvokeFunction")
                .principal("*"));
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

    private Judged scan(String... rules) throws Exception {
        return Judged.scan(proxy.endpoint(), folder.resolve("scan"), rules(rules), REGIONS);
    }

    private static RuleSet rules(String... ids) {
        return Judged.RULES.select(List.of(ids));
    }

    private static Map<String, Long> sent() {
        return proxy.calls().stream().collect(groupingBy(call -> call, counting()));
    }

    private static List<String> withVerdict(Judged judged, Verdict verdict) {
        return judged.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.asset().nativeId())
                .toList();
    }

    @Test
    void oneCallMoreARegionTellsThePublicSnapshotsHoweverManyThereAre() throws Exception {
        Judged judged = scan(NOT_PUBLIC);

        assertThat(withVerdict(judged, Verdict.FAIL)).containsExactly(SNAPSHOTS.get(0));
        assertThat(withVerdict(judged, Verdict.PASS)).hasSize(2 * MANY - 1);
        assertThat(sent())
                .containsEntry("ec2:DescribeSnapshots", 4L)
                .containsEntry("ec2:DescribeSnapshotAttribute", 1L)
                .containsEntry("ec2:GetSnapshotBlockPublicAccessState", 1L);
    }

    /** The emulator by itself names all of them. */
    @Test
    void aCloudThatNamesEverySnapshotMakesNoneOfThemPublic() throws Exception {
        Judged judged = Judged.scan(moto.endpoint(), folder.resolve("scan"), rules(NOT_PUBLIC), REGIONS);

        assertThat(withVerdict(judged, Verdict.PASS)).hasSize(2 * MANY - 1);
        assertThat(withVerdict(judged, Verdict.FAIL)).isEmpty();
        assertThat(judged.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNKNOWN)
                .singleElement()
                .as("the emulator has never heard of what a region blocks")
                .satisfies(finding -> assertThat(finding.missing())
                        .extracting(Cause::call)
                        .containsExactly("ec2:GetSnapshotBlockPublicAccessState"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DENIED", "THROTTLED", "SERVER_ERROR", "HTML", "ANOTHER", "HALF", "NOT_SUBSCRIBED"})
    void whereTheListOfPublicSnapshotsCannotBeReadNoSnapshotIsCalledPrivate(Fault fault) throws Exception {
        proxy.fail(PublicSnapshots::isAsked, fault);
        Judged judged = scan(NOT_PUBLIC);

        assertThat(judged.findings()).hasSize(2 * MANY);
        assertThat(judged.findings()).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(missing(finding)).containsExactly("ec2:DescribeSnapshots ec2:DescribeSnapshots");
        });
        assertThat(judged.isComplete()).isFalse();
        assertThat(sent()).doesNotContainKey("ec2:DescribeSnapshotAttribute");
    }

    private static List<String> missing(Finding finding) {
        return finding.missing().stream()
                .map(cause -> cause.call() + " " + cause.permission())
                .toList();
    }

    @Test
    void whatAPageNamedBeforeTheNextFailedIsDecidedByItsOwnPermissions() throws Exception {
        proxy.correctEach(
                "ec2:DescribeSnapshots",
                (request, answer) -> PublicSnapshots.isAsked(request)
                        ? "<DescribeSnapshotsResponse><snapshotSet><item><snapshotId>" + SNAPSHOTS.get(0)
                                + "</snapshotId><encrypted>false</encrypted></item></snapshotSet>"
                                + "<nextToken>onwards</nextToken></DescribeSnapshotsResponse>"
                        : answer);
        proxy.fail(request -> PublicSnapshots.isAsked(request) && request.mentions("onwards"), Fault.DENIED);
        Judged judged = scan(NOT_PUBLIC);
        new PublicSnapshots(List.of(SNAPSHOTS.get(0))).correct(proxy);

        assertThat(withVerdict(judged, Verdict.FAIL)).containsExactly(SNAPSHOTS.get(0));
        assertThat(withVerdict(judged, Verdict.UNKNOWN)).hasSize(2 * MANY - 1);
    }

    /** The list was read before the snapshot was made, and so cannot name it. */
    @Test
    void aSnapshotThatComesBetweenTheListingsIsAskedItself() throws Exception {
        String late = SNAPSHOTS.get(1);
        proxy.correctEach(
                "ec2:DescribeSnapshots",
                (request, answer) -> PublicSnapshots.isAsked(request)
                        ? "<DescribeSnapshotsResponse><snapshotSet/></DescribeSnapshotsResponse>"
                        : answer.replaceAll(
                                "(" + late + "</snapshotId>.*?<startTime>)[^<]*", "$12100-01-01T00:00:00.000Z"));
        Judged judged = scan(NOT_PUBLIC);
        new PublicSnapshots(List.of(SNAPSHOTS.get(0))).correct(proxy);

        assertThat(proxy.requests())
                .filteredOn(request -> request.call().equals("ec2:DescribeSnapshotAttribute"))
                .singleElement()
                .satisfies(request -> assertThat(request.mentions(late)).isTrue());
        assertThat(withVerdict(judged, Verdict.PASS)).contains(late);
    }

    @Test
    void onlyABucketWhoseListOpensItIsAskedWhetherListsCount() throws Exception {
        Judged judged = scan("bucket-not-public");

        assertThat(withVerdict(judged, Verdict.FAIL)).containsExactly("fewest-0");
        assertThat(sent())
                .containsEntry("s3:GetBucketAcl", (long) MANY)
                .containsEntry("s3:GetBucketPolicy", (long) MANY)
                .containsEntry("s3:GetBucketOwnershipControls", 1L)
                .containsEntry("s3:GetPublicAccessBlock", 1L)
                .doesNotContainKeys("s3control:ListAccessPoints", "s3:GetBucketTagging", "s3:GetBucketVersioning");
    }

    @Test
    void whatTheAccountBlocksIsAskedOfNoBucket() throws Exception {
        proxy.answer(
                "s3control:GetPublicAccessBlock",
                request -> "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
                        + "<IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
                        + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>");
        Judged judged = scan("bucket-not-public", "aws-s3-bucket-blocks-public-access");

        assertThat(withVerdict(judged, Verdict.PASS)).hasSize(2 * MANY);
        assertThat(sent())
                .containsEntry("s3control:GetPublicAccessBlock", 1L)
                .doesNotContainKeys(
                        "s3:GetBucketAcl",
                        "s3:GetBucketPolicy",
                        "s3:GetBucketOwnershipControls",
                        "s3:GetPublicAccessBlock");
    }

    @Test
    void oneAnswerHoldsThePoliciesOfTheAccountAndThoseWhoHoldThem() throws Exception {
        Judged judged = scan("aws-iam-policy-has-no-admin-wildcard", "aws-iam-user-has-no-direct-policies");

        assertThat(withVerdict(judged, Verdict.PASS)).hasSize(MANY);
        assertThat(withVerdict(judged, Verdict.FAIL)).hasSize(1);
        assertThat(sent())
                .containsEntry("iam:GetAccountAuthorizationDetails", 1L)
                .doesNotContainKey("iam:GetPolicyVersion");
    }

    @Test
    void oneListingARegionTellsTheVersionsOfEveryFunction() throws Exception {
        Judged judged = scan("function-not-public");

        assertThat(withVerdict(judged, Verdict.FAIL)).containsExactly("fewest-0");
        assertThat(withVerdict(judged, Verdict.PASS)).hasSize(MANY - 1);
        assertThat(sent())
                .containsEntry("lambda:ListFunctions", 3L)
                .containsEntry("lambda:GetPolicy", MANY + 1L)
                .doesNotContainKeys("lambda:ListVersionsByFunction", "lambda:ListFunctionUrlConfigs");
    }

    /** What an endpoint answers that knows no versions: the functions, as they are called without. */
    @Test
    void aListOfFunctionsIsNoListOfTheirVersions() throws Exception {
        proxy.answer(
                "lambda:ListFunctions",
                request -> IntStream.range(0, MANY)
                        .mapToObj(
                                it -> "{\"FunctionName\":\"fewest-" + it + "\",\"Version\":\"$LATEST\",\"FunctionArn\":"
                                        + "\"arn:aws:lambda:eu-west-1:123456789012:function:fewest-" + it + "\"}")
                        .collect(Collectors.joining(",", "{\"Functions\":[", "]}")));

        Judged judged = scan("function-not-public");

        assertThat(withVerdict(judged, Verdict.PASS)).isEmpty();
        assertThat(withVerdict(judged, Verdict.UNKNOWN)).contains("fewest-1");
    }
}
