package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;

/** What the emulator cannot be brought to say by itself: pages, waiting, an organisation, and a region that refuses. */
class IdentityWireIT {
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");
    private static final String USER = "arn:aws:iam::" + Moto.FIRST_ACCOUNT + ":user/";

    private static Moto moto;
    private FaultProxy proxy;

    @BeforeAll
    static void seed() {
        moto = Moto.start();
        IamClient iam = moto.client(IamClient.builder(), "us-east-1");
        iam.createUser(it -> it.userName("anna"));
        iam.createUser(it -> it.userName("new"));
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    @BeforeEach
    void standBefore() throws Exception {
        proxy = FaultProxy.before(moto);
    }

    @AfterEach
    void leave() {
        proxy.close();
    }

    private Collected collected(String... types) throws Exception {
        return Collected.from(proxy.endpoint(), REGIONS, types);
    }

    private long times(String call) {
        return proxy.calls().stream().filter(call::equals).count();
    }

    @Test
    void aTrailOfTheOrganisationIsOneAssetOfTheMemberAndIsAskedForByItsArnWhereItLives() throws Exception {
        String arn = "arn:aws:cloudtrail:eu-west-1:999999999999:trail/everybody";
        proxy.answer(
                "cloudtrail:DescribeTrails",
                request -> "{\"trailList\":[{\"Name\":\"everybody\",\"S3BucketName\":\"elsewhere\",\"TrailARN\":\""
                        + arn + "\",\"HomeRegion\":\"eu-west-1\",\"IsMultiRegionTrail\":true,"
                        + "\"IsOrganizationTrail\":true,\"LogFileValidationEnabled\":true}]}");
        proxy.answer("cloudtrail:GetTrailStatus", request -> "{\"IsLogging\":true}");
        proxy.answer(
                "cloudtrail:GetEventSelectors",
                request -> "{\"TrailARN\":\"" + arn
                        + "\",\"EventSelectors\":[{\"ReadWriteType\":\"All\",\"IncludeManagementEvents\":true,"
                        + "\"DataResources\":[],\"ExcludeManagementEventSources\":[]}]}");

        Collected collected = collected("aws.cloudtrail.trail");

        assertThat(collected.assets()).singleElement().satisfies(trail -> {
            assertThat(trail.nativeId()).isEqualTo(arn);
            assertThat(trail.scope().account()).isEqualTo(Moto.FIRST_ACCOUNT);
            assertThat(trail.scope().region()).isEqualTo("eu-west-1");
        });
        assertThat(collected.facets(arn).get("coversAllRegions")).isEqualTo(true);
        assertThat(times("cloudtrail:DescribeTrails")).isEqualTo(2);
        assertThat(times("cloudtrail:GetEventSelectors")).isEqualTo(1);
        assertThat(proxy.requests())
                .filteredOn(request -> request.call().equals("cloudtrail:GetTrailStatus"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.region()).isEqualTo("eu-west-1");
                    assertThat(request.mentions(arn)).isTrue();
                });
    }

    @Test
    void aRegionThatRefusesIsUnknownInItsPlaceAndLeavesTheOthers() throws Exception {
        proxy.fail(
                request -> request.call().equals("ec2:GetEbsEncryptionByDefault")
                        && request.region().equals("eu-west-1"),
                Fault.DENIED);

        Asset account = collected("aws.account").asset(Moto.FIRST_ACCOUNT);

        Map<String, Object> enabled = account.attributes()
                .list("EbsEncryptionByDefault")
                .docs()
                .collect(Collectors.toMap(region -> region.text("Region"), region -> region.get("Enabled")));
        assertThat(enabled).containsEntry("us-east-1", false).containsOnlyKeys(REGIONS);
        assertThat(enabled.get("eu-west-1"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unread -> assertThat(unread.causes()).singleElement().satisfies(cause -> {
                            assertThat(cause.permission()).isEqualTo("ec2:GetEbsEncryptionByDefault");
                            assertThat(cause.outcome()).isEqualTo(Status.DENIED);
                        }));
    }

    @Test
    void aCredentialReportInTheMakingIsWaitedForAndFetchedOnce() throws Exception {
        Iterator<String> states = List.of("STARTED", "INPROGRESS", "COMPLETE").iterator();
        proxy.correct(
                "iam:GenerateCredentialReport",
                (key, own) -> own.replaceFirst("<State>\\w+</State>", "<State>" + states.next() + "</State>"));
        String report = "user,arn,password_enabled,mfa_active,access_key_1_active\n"
                + "<root_account>,arn:aws:iam::123456789012:root,not_supported,true,false\n"
                + "anna," + USER + "anna,true,true,false\n";
        String content = Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8));
        proxy.correct(
                "iam:GetCredentialReport", (key, own) -> own.replaceFirst("<Content>[^<]*", "<Content>" + content));

        Collected collected = collected("aws.account", "aws.iam.user");

        assertThat(times("iam:GenerateCredentialReport")).isEqualTo(3);
        assertThat(times("iam:GetCredentialReport")).isEqualTo(1);
        assertThat(times("iam:GetAccountAuthorizationDetails")).isEqualTo(1);
        Doc account = collected.asset(Moto.FIRST_ACCOUNT).attributes();
        assertThat(account.doc("CredentialReport").get("mfa_active")).isEqualTo(true);
        assertThat(account.get("UsersWithPassword")).isEqualTo(1L);
        assertThat(collected
                        .asset(USER + "anna")
                        .attributes()
                        .doc("CredentialReport")
                        .get("password_enabled"))
                .isEqualTo(true);
        assertThat(collected.asset(USER + "new").attributes().get("CredentialReport"))
                .as("a user that is newer than the report")
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whoeverIsAnAdministratorByAnInlinePolicyIsNamedAndTheTextIsNotKept() throws Exception {
        String everything = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"" + World.CANARY
                + "\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
        String something = everything.replace("\"Action\":\"*\"", "\"Action\":\"s3:*\"");
        Moto own = Moto.start();
        try (own;
                FaultProxy before = FaultProxy.before(own)) {
            IamClient iam = own.client(IamClient.builder(), "us-east-1");
            iam.createUser(it -> it.userName("u"));
            iam.createGroup(it -> it.groupName("g"));
            iam.createRole(it -> it.roleName("r").assumeRolePolicyDocument(something));
            iam.createRole(it -> it.roleName("narrow").assumeRolePolicyDocument(something));
            iam.createRole(it -> it.roleName("odd").assumeRolePolicyDocument(something));
            iam.putUserPolicy(it -> it.userName("u").policyName("p").policyDocument(everything));
            iam.putGroupPolicy(it -> it.groupName("g").policyName("p").policyDocument(everything));
            iam.putRolePolicy(it -> it.roleName("r").policyName("p").policyDocument(everything));
            iam.putRolePolicy(it -> it.roleName("narrow").policyName("p").policyDocument(something));
            iam.putRolePolicy(it -> it.roleName("odd").policyName("misspelt").policyDocument(something));
            before.correct(
                    "iam:GetAccountAuthorizationDetails",
                    (key, answer) -> answer.replaceAll(
                            "(?s)<PolicyName>misspelt</PolicyName>\\s*<PolicyDocument>[^<]*",
                            "<PolicyName>misspelt</PolicyName><PolicyDocument>%7B"));

            Collected collected = Collected.from(before.endpoint(), REGIONS, "aws.account", "aws.iam.user");

            Map<String, Object> administrators = collected
                    .asset(Moto.FIRST_ACCOUNT)
                    .attributes()
                    .list("InlineAdministrators")
                    .docs()
                    .collect(Collectors.toMap(
                            holder -> holder.text("Arn").replaceFirst(".*:", ""), holder -> holder.get("GrantsAdmin")));
            assertThat(administrators)
                    .containsOnlyKeys("user/u", "group/g", "role/r", "role/odd")
                    .containsEntry("user/u", true)
                    .containsEntry("group/g", true)
                    .containsEntry("role/r", true);
            assertThat(administrators.get("role/odd")).isInstanceOf(Unknown.class);
            assertThat(before.calls().stream().filter("iam:GetAccountAuthorizationDetails"::equals))
                    .hasSize(1);
            assertThat(collected.assets())
                    .allSatisfy(
                            asset -> assertThat(asset.attributes().toString()).doesNotContain(World.CANARY));
        }
    }

    @Test
    void anAccountWithoutAPasswordPolicyFailsAlsoWhereNobodyHasAPasswordYet(@TempDir Path folder) throws Exception {
        Judged judged = Judged.scan(
                proxy.endpoint(),
                folder,
                Judged.RULES.select(List.of("aws-iam-password-policy-length", "aws-iam-password-policy-no-reuse")),
                "us-east-1");
        assertThat(judged.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.FAIL));
        assertThat(proxy.calls()).doesNotContain("iam:GenerateCredentialReport");
    }

    @Test
    void everyListingOfIamGoesOnWhereThePageSays() throws Exception {
        List<String> listings = List.of(
                "GetAccountAuthorizationDetails",
                "ListEntitiesForPolicy",
                "ListGroups",
                "ListPolicies",
                "ListRoles",
                "ListUsers");
        Map<String, Integer> pages = new ConcurrentHashMap<>();
        for (String listing : listings) {
            proxy.correct(
                    "iam:" + listing,
                    (key, own) -> pages.merge(listing, 1, Integer::sum) == 1
                            ? own.replaceAll("<Marker\\s*/>|<Marker></Marker>", "")
                                    .replace(
                                            "</" + listing + "Result>",
                                            "<Marker>page-2</Marker></" + listing + "Result>")
                            : own);
        }

        Collected collected =
                collected("aws.account", "aws.iam.group", "aws.iam.policy", "aws.iam.role", "aws.iam.user");

        List<AwsRequest> second = proxy.requests().stream()
                .filter(request -> request.mentions("Marker=page-2"))
                .toList();
        assertThat(second).extracting(AwsRequest::operation).containsExactlyInAnyOrderElementsOf(listings);
        assertThat(second).allMatch(request -> request.mentions("MaxItems=1000"));
        assertThat(collected.assets().stream()
                        .filter(asset -> asset.type().name().equals("aws.iam.user"))
                        .collect(Collectors.toMap(Asset::name, Function.identity())))
                .containsOnlyKeys("anna", "new");
    }
}
