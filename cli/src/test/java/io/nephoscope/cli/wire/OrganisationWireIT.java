package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * An organisation of AWS: the head office, ten members in three regions, half of them in a unit; one member that lets nobody in, and
 * one that is closed. All are read by one credential and a role in each.
 */
class OrganisationWireIT {
    private static final int MEMBERS = 10;
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-southeast-1");
    private static final String CANARY = "canary-secret-of-the-office";

    @TempDir
    private static Path folder;

    private static Moto moto;
    private static FaultProxy proxy;
    private static List<String> members;
    private static String locked = "";
    private static Nephoscope.Run run;
    private static JsonNode report;

    @BeforeAll
    static void seedAndScan() throws Exception {
        moto = Moto.start();
        members = new ArrayList<>();
        try (OrganizationsClient office = moto.client(OrganizationsClient.builder(), "us-east-1")) {
            office.createOrganization(it -> it.featureSet(OrganizationFeatureSet.ALL));
            String root = office.listRoots().roots().get(0).id();
            String bank = office.createOrganizationalUnit(
                            it -> it.parentId(root).name("Bank"))
                    .organizationalUnit()
                    .id();
            for (int i = 0; i < MEMBERS; i++) {
                String account = account(office, "member-" + i);
                members.add(account);
                if (i % 2 == 0) {
                    office.moveAccount(
                            it -> it.accountId(account).sourceParentId(root).destinationParentId(bank));
                }
            }
            locked = account(office, "locked");
            String closed = account(office, "closed");
            office.closeAccount(it -> it.accountId(closed));
        }
        for (String member : members) {
            seed(member);
        }
        proxy = FaultProxy.before(moto);
        proxy.fail(request -> request.call().equals("sts:AssumeRole") && request.mentions(locked), Fault.DENIED);
        Files.writeString(
                folder.resolve("organisation.yaml"), """
                name: Lakeside
                branches:
                  - name: Clouds
                    owner: cloud office
                    mlps-level: 3
                    aws:
                      endpoint-url: %s
                      regions: [%s]
                    accounts:
                      - provider: aws
                        name: office
                        organization-role: Audit
                        credentials: {environment: LAKESIDE}
                """.formatted(proxy.endpoint(), String.join(", ", REGIONS)));
        run = scan("--snapshot", "snapshot", "-o", "html=report.html", "-o", "branches-csv=branches.csv", "--verbose");
        report = run.json("report.json");
    }

    private static Nephoscope.Run scan(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("scan", "--org", "organisation.yaml", "--rule", "queue-encrypted", "-o", "json=report.json"));
        arguments.addAll(List.of(more));
        return new Nephoscope(folder, Map.of("LAKESIDE_ACCESS_KEY", "test", "LAKESIDE_SECRET_KEY", CANARY))
                .run(arguments.toArray(String[]::new));
    }

    private static String account(OrganizationsClient office, String name) {
        return office.createAccount(it -> it.accountName(name).email(name + "@lakeside.example"))
                .createAccountStatus()
                .accountId();
    }

    private static void seed(String account) {
        Credentials role;
        try (StsClient sts = moto.client(StsClient.builder(), "us-east-1")) {
            role = sts.assumeRole(it -> it.roleArn("arn:aws:iam::" + account + ":role/Audit")
                            .roleSessionName("seed"))
                    .credentials();
        }
        for (String region : REGIONS) {
            try (SqsClient sqs = SqsClient.builder()
                    .endpointOverride(moto.endpoint())
                    .region(Region.of(region))
                    .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                            role.accessKeyId(), role.secretAccessKey(), role.sessionToken())))
                    .httpClientBuilder(Apache5HttpClient.builder())
                    .build()) {
                sqs.createQueue(it -> it.queueName("queue-of-" + account));
            }
        }
    }

    @AfterAll
    static void stop() {
        proxy.close();
        moto.close();
    }

    @Test
    void everyMemberIsReadInEveryRegion() {
        List<String> queues = report.path("assets").findValuesAsText("name");

        assertThat(queues).hasSize(MEMBERS * REGIONS.size());
        for (String member : members) {
            assertThat(queues.stream().filter(("queue-of-" + member)::equals)).hasSize(REGIONS.size());
        }
    }

    @Test
    void theUnitsOfTheOrganisationBecomePartsOfTheTree() {
        assertThat(report.path("branches").findValuesAsText("branch"))
                .containsExactly("Lakeside", "Lakeside/Clouds", "Lakeside/Clouds/Bank");
        JsonNode bank = report.at("/branches/2");
        assertThat(bank.at("/accounts/reached").asInt()).isEqualTo(MEMBERS / 2);
        assertThat(bank.at("/assetsByKind/messaging.queue").asInt()).isEqualTo(MEMBERS / 2 * REGIONS.size());
        assertThat(bank.at("/owner").asText()).isEqualTo("cloud office");
        assertThat(bank.at("/mlpsLevel").asInt()).isEqualTo(3);
    }

    @Test
    void aMemberThatLetsNobodyInIsAGapOfItselfAlone() {
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("office/locked (" + locked + "): the role arn:aws:iam::" + locked + ":role/Audit");
        JsonNode accounts = report.at("/branches/0/accounts");
        assertThat(accounts.path("all").asInt()).isEqualTo(MEMBERS + 3);
        assertThat(accounts.path("lost").asInt()).isEqualTo(1);
        assertThat(accounts.path("reached").asInt()).isEqualTo(MEMBERS + 1);
        assertThat(report.at("/summary/gaps/listings").asInt()).isEqualTo(1);
    }

    @Test
    void aClosedMemberIsToldAndIsNoGap() {
        assertThat(run.err()).contains("the account is closed (SUSPENDED), and not read.");
        assertThat(report.path("coverage")).anySatisfy(row -> {
            assertThat(row.path("account").asText()).startsWith("office/closed (");
            assertThat(row.path("status").asText()).isEqualTo("not_enabled");
        });
    }

    @Test
    void theSecretIsWrittenNowhere() throws Exception {
        assertThat(run.everything()).doesNotContain(CANARY);
    }

    @Test
    void aUnitAloneIsReadAndNoMemberOutsideIsEntered() throws Exception {
        proxy.heal();
        Nephoscope.Run unit = scan("--branch", "/Clouds/Bank", "--snapshot", "bank");

        assertThat(unit.exitCode()).as(unit.err()).isZero();
        assertThat(unit.json("report.json").path("assets")).hasSize(MEMBERS / 2 * REGIONS.size());
        assertThat(proxy.requests()).noneMatch(request -> request.mentions(locked));
    }
}
