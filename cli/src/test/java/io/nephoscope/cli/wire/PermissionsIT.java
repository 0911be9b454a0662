package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.plan.Plan;
import io.nephoscope.cli.plan.Step;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * The policy that is printed, tried on an emulator that enforces IAM: with it nothing is denied, and without any one of its actions the
 * rules that need that one are UNKNOWN, and no others.
 */
class PermissionsIT {
    private static final String REGION = "eu-west-1";
    private static final String USER = "nephoscope";
    private static final String REGIONS = "ec2:DescribeRegions";
    private static final String LOCATION = "s3:GetBucketLocation";

    /** Where the emulator asks for another permission than IAM. Those that share one can only be taken away together. */
    private static final Map<String, String> EMULATOR_ASKS_FOR = Map.of(
            "s3:GetAccountPublicAccessBlock", "s3:GetPublicAccessBlock",
            "s3:GetBucketOwnershipControls", "s3:ListBucket",
            "s3:GetBucketPublicAccessBlock", "s3:ListBucket",
            "s3:GetEncryptionConfiguration", "s3:ListBucket");

    /** What the emulator has never heard of fails whatever is granted. */
    private static final Set<String> UNHEARD_OF =
            Set.of("ec2:GetSnapshotBlockPublicAccessState", "lambda:ListFunctionUrlConfigs");

    @TempDir
    private static Path folder;

    private static Moto moto;
    private static IamClient iam;
    private static SortedSet<String> actions;
    private static Judged unrestricted;
    private static int scans;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        new HarbourWorld(moto).seed();
        prefixList();
        cluster();
        trail();
        AccessPointWorld.seed(moto);
        iam = moto.client(IamClient.builder(), "us-east-1");
        iam.updateAccountPasswordPolicy(it -> it.minimumPasswordLength(8));
        iam.createUser(it -> it.userName(USER));
        actions = new TreeSet<>(plan().operations().stream()
                .map(operation -> operation.permission())
                .filter(permission -> !permission.isEmpty())
                .toList());
        grant(actions);
        AccessKey key = iam.createAccessKey(it -> it.userName(USER)).accessKey();
        System.setProperty("aws.accessKeyId", key.accessKeyId());
        System.setProperty("aws.secretAccessKey", key.secretAccessKey());
        unrestricted = scan(REGION);
    }

    private static void prefixList() {
        Ec2Client ec2 = moto.client(Ec2Client.builder(), REGION);
        String list = ec2.createManagedPrefixList(it -> it.prefixListName("everybody")
                        .addressFamily("IPv4")
                        .maxEntries(1)
                        .entries(entry -> entry.cidr("0.0.0.0/0")))
                .prefixList()
                .prefixListId();
        String group = ec2.createSecurityGroup(it -> it.groupName("listed").description("Who is on the list"))
                .groupId();
        ec2.authorizeSecurityGroupIngress(it -> it.groupId(group)
                .ipPermissions(
                        permission -> permission.ipProtocol("-1").prefixListIds(listed -> listed.prefixListId(list))));
    }

    private static void cluster() {
        RdsClient rds = moto.client(RdsClient.builder(), REGION);
        rds.createDBCluster(it -> it.dbClusterIdentifier("tides")
                .engine("aurora-postgresql")
                .masterUsername("harbourmaster")
                .masterUserPassword("not-a-real-password"));
        rds.createDBInstance(it -> it.dbInstanceIdentifier("tides-1")
                .dbClusterIdentifier("tides")
                .engine("aurora-postgresql")
                .dbInstanceClass("db.t3.medium"));
        rds.createDBClusterSnapshot(
                it -> it.dbClusterIdentifier("tides").dbClusterSnapshotIdentifier("tides-before-upgrade"));
        // Not encrypted: of one that is, nobody need ask whether it is public.
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier("berths").dbSnapshotIdentifier("berths-before-upgrade"));
    }

    /** One trail whose status decides and whose bucket is private, and one whose bucket only a block would close. */
    private static void trail() {
        CloudTrailClient trails = moto.client(CloudTrailClient.builder(), REGION);
        trails.putEventSelectors(it -> it.trailName("harbour")
                .eventSelectors(selector -> selector.readWriteType("All").includeManagementEvents(true)));
        trails.createTrail(it -> it.name("timetables").s3BucketName("harbour-timetables"));
    }

    @AfterAll
    static void stop() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        moto.close();
    }

    private static Plan plan(Rule... rules) {
        Provider aws = Providers.all().stream()
                .filter(provider -> provider.name().equals("aws"))
                .findFirst()
                .orElseThrow();
        List<String> ids = Stream.of(rules).map(Rule::id).toList();
        return Plan.of(
                aws,
                Judged.target(URI.create("http://localhost")),
                (ids.isEmpty() ? Judged.RULES : Judged.RULES.select(ids)).demand(Judged.TYPES));
    }

    /** Lets the user do this and nothing else. */
    private static void grant(Set<String> permissions) {
        String granted = permissions.stream()
                .map(permission -> EMULATOR_ASKS_FOR.getOrDefault(permission, permission))
                .distinct()
                .map(permission -> '"' + permission + '"')
                .collect(Collectors.joining(", "));
        iam.putUserPolicy(it -> it.userName(USER).policyName("reads").policyDocument("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": [%s], "Resource": "*"}]}""".formatted(granted)));
    }

    private static Judged scan(String... regions) throws InterruptedException {
        return Judged.scan(moto.endpoint(), folder.resolve("scan-" + scans++), regions);
    }

    private static Judged enforcedScan(Set<String> permissions, String... regions)
            throws IOException, InterruptedException {
        grant(permissions);
        enforce("0");
        try {
            return scan(regions);
        } finally {
            enforce("inf");
        }
    }

    /** After so many more calls IAM is enforced. */
    private static void enforce(String calls) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(moto.endpoint().resolve("/moto-api/reset-auth"))
                                .POST(HttpRequest.BodyPublishers.ofString(calls))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void withThePolicyNothingIsDeniedAndEveryVerdictIsAsWithoutAnyRestriction() throws Exception {
        Judged judged = enforcedScan(actions, REGION);

        assertThat(judged.ledger())
                .filteredOn(row -> row.outcome().isGap())
                .allMatch(row -> UNHEARD_OF.contains(row.permission()));
        assertThat(judged.verdicts()).isEqualTo(unrestricted.verdicts());
    }

    @Test
    void withoutAnyPermissionEverythingIsUnknown() throws Exception {
        Judged judged = enforcedScan(Set.of("s3:PutObject"), REGION);

        assertThat(judged.units())
                .filteredOn(unit -> !unit.type().equals("aws.account"))
                .isNotEmpty()
                .allMatch(unit -> unit.listing().outcome() == Status.DENIED);
        assertThat(judged.findings()).allMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
    }

    @Test
    void withoutAnyOneActionTheRulesThatNeedItAreUnknownAndNoOthers() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        Set<Set<String>> tries = actions.stream()
                .filter(action -> !action.equals(REGIONS) && !action.equals(LOCATION) && !UNHEARD_OF.contains(action))
                .map(PermissionsIT::takenTogether)
                .collect(Collectors.toSet());
        Map<Set<String>, SortedSet<String>> needing =
                tries.stream().collect(Collectors.toMap(taken -> taken, PermissionsIT::rulesThatNeed));
        List<List<Set<String>>> colours =
                Colours.of(tries, (one, other) -> !Collections.disjoint(needing.get(one), needing.get(other)));
        for (List<Set<String>> colour : colours) {
            Judged judged = enforcedScan(without(union(colour)), REGION);
            for (Set<String> taken : colour) {
                softly.assertThat(judged.rulesThatMiss(taken))
                        .as("UNKNOWN without %s", taken)
                        .isEqualTo(needing.get(taken));
            }
            Set<String> allNeeding = union(colour.stream().map(needing::get).toList());
            softly.assertThat(others(judged, allNeeding))
                    .as("others without %s", colour)
                    .isEqualTo(others(unrestricted, allNeeding));
        }
        softly.assertAll();
        System.out.printf(
                "Of %d actions that the policy grants, %d were taken away one at a time, and %s only together, in %d scans:"
                        + " those that no rule needs together in one.%n",
                actions.size(),
                tries.stream().filter(taken -> taken.size() == 1).count() + 2,
                tries.stream().filter(taken -> taken.size() > 1).toList(),
                colours.size());
    }

    private static Set<String> union(Collection<? extends Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void withoutTheRegionsEveryRuleOnWhatLiesInOneIsUnknownAndNoOthers() throws Exception {
        Judged judged = enforcedScan(without(Set.of(REGIONS)));
        SortedSet<String> needing =
                rulesWith(step -> (step.isCertain() && step.use().per() == Per.REGION)
                        || step.use().operation().permission().equals(REGIONS));

        assertThat(judged.rulesThatMiss(Set.of(REGIONS))).isEqualTo(needing).hasSizeGreaterThan(10);
        assertThat(others(judged, needing))
                .isEqualTo(others(unrestricted, needing))
                .isNotEmpty();
    }

    /** It tells where to ask for a bucket: the emulator answers for every bucket everywhere, and access points lie in its region. */
    @Test
    void withoutTheLocationOfBucketsTheScanIsNotComplete() throws Exception {
        Judged judged = enforcedScan(without(Set.of(LOCATION)), REGION);

        assertThat(judged.isComplete()).isFalse();
        assertThat(judged.ledger())
                .filteredOn(row -> row.outcome().isGap() && !UNHEARD_OF.contains(row.permission()))
                .isNotEmpty()
                .allMatch(row -> row.permission().equals(LOCATION));
        Set<String> needing = judged.rulesThatMiss(Set.of(LOCATION));
        assertThat(needing).containsExactlyInAnyOrder("aws-cloudtrail-bucket-not-public", "bucket-not-public");
        assertThat(others(judged, needing)).isEqualTo(others(unrestricted, needing));
    }

    private static Set<String> without(Set<String> taken) {
        Set<String> left = new TreeSet<>(actions);
        left.removeAll(taken);
        return left;
    }

    private static Set<String> takenTogether(String action) {
        String asked = EMULATOR_ASKS_FOR.getOrDefault(action, action);
        return actions.stream()
                .filter(other -> EMULATOR_ASKS_FOR.getOrDefault(other, other).equals(asked))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> rulesThatNeed(Set<String> permissions) {
        return rulesWith(step -> permissions.contains(step.use().operation().permission()));
    }

    /** The rules whose own part of the plan has such a step. */
    private static SortedSet<String> rulesWith(Predicate<Step> such) {
        return Judged.RULES.rules().stream()
                .filter(rule -> plan(rule).steps().stream()
                        .anyMatch(step -> !step.type().isEmpty() && such.test(step)))
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, Verdict>> others(Judged judged, Set<String> but) {
        Map<String, Map<String, Verdict>> verdicts = judged.verdicts();
        verdicts.keySet().removeAll(but);
        return verdicts;
    }
}
