package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.azure.replay.AzureFault;
import io.nephoscope.azure.replay.AzureServer;
import io.nephoscope.azure.replay.AzureWorld;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A replayed Azure of two subscriptions, scanned by the program over the wire with one credential that sees both. */
class AzureWireIT {
    private static final AzureWorld WORLD = AzureWorld.whole();

    @TempDir
    private static Path healthyFolder;

    private static AzureServer server;
    private static Nephoscope.Run healthyRun;
    private static Verdicts healthy;
    private static long healthyQueries;

    @TempDir
    private Path folder;

    @BeforeAll
    static void scanOnce() throws Exception {
        server = AzureServer.start(WORLD, 7, 3, 1_000);
        healthyRun = program(healthyFolder).run(scanning(server, healthyFolder));
        healthyQueries = queries();
        healthy = Verdicts.of(healthyRun.json("report.json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Nephoscope program(Path into) {
        return new Nephoscope(into, Map.of("LAKESIDE_SECRET", AzureWorld.SECRET));
    }

    private static Nephoscope.Run scan(Path into, String... more) throws IOException {
        return scan(server, into, more);
    }

    private static Nephoscope.Run scan(AzureServer server, Path into, String... more) throws IOException {
        return program(into).here(scanning(server, into, more));
    }

    private static String[] scanning(AzureServer server, Path into, String... more) throws IOException {
        StringBuilder account = new StringBuilder();
        new TreeMap<>(server.settings())
                .forEach((name, value) -> account.append("    %s: %s\n".formatted(name, value)));
        Path organisation = Files.writeString(into.resolve("organisation.yaml"), """
                name: Lakeside
                accounts:
                  - provider: azure
                    name: azure
                    credentials: {environment: {client-secret: LAKESIDE_SECRET}}
                %s""".formatted(account));
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--org",
                organisation.toString(),
                "-o",
                "json=" + into.resolve("report.json"),
                "-o",
                "csv=" + into.resolve("findings.csv"),
                "-o",
                "html=" + into.resolve("report.html"),
                "--snapshot",
                into.resolve("snapshot").toString(),
                "--verbose"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static long queries() {
        return server.requests().stream()
                .filter(request -> request.path().endsWith("Microsoft.ResourceGraph/resources"))
                .count();
    }

    @Test
    void everyRuleSaysOfEveryAssetWhatItMust() {
        SoftAssertions softly = new SoftAssertions();
        WORLD.expected()
                .forEach(expected -> softly.assertThat(verdicts(expected))
                        .as("%s", expected)
                        .containsExactly(Verdict.valueOf(expected.verdict())));
        softly.assertAll();
    }

    private static List<Verdict> verdicts(AzureWorld.Expected expected) {
        return healthy.stream()
                .filter(it -> Verdicts.text(it, "/rule/id").equals(expected.rule())
                        && Verdicts.text(it, "/asset/nativeId").equals(expected.nativeId()))
                .map(Verdicts::verdict)
                .toList();
    }

    @Test
    void everyRuleOfAzureHasAnAssetThatPassesAndOneThatFails() {
        Map<String, Set<String>> shown = new TreeMap<>();
        RuleSet.load(Types.ofProviders(Providers.all())).rules().stream()
                .map(rule -> rule.info().id())
                .filter(id -> id.startsWith("azure-"))
                .forEach(id -> shown.put(id, new TreeSet<>()));
        WORLD.expected().stream()
                .filter(expected -> shown.containsKey(expected.rule()))
                .forEach(expected -> shown.get(expected.rule()).add(expected.verdict()));
        assertThat(shown)
                .allSatisfy((rule, verdicts) -> assertThat(verdicts).as(rule).contains("PASS", "FAIL"));
    }

    @Test
    void aHealthyScanIsCompleteAndEndsWithZero() {
        assertThat(healthyRun.err()).doesNotContain("\tat ").doesNotContain("internal error");
        assertThat(healthyRun.exitCode())
                .as(healthyRun.err() + healthyRun.out())
                .isZero();
        assertThat(healthy.report().at("/scan/complete").asBoolean()).isTrue();
    }

    @Test
    void bothSubscriptionsAreReadBelowTheirManagementGroups() {
        Set<String> branches = new TreeSet<>();
        healthy.report()
                .path("assets")
                .forEach(asset -> branches.add(
                        Verdicts.text(asset, "/scope/branch") + " " + Verdicts.text(asset, "/scope/account")));
        assertThat(branches)
                .containsExactly("Lakeside " + AzureWorld.LIGHTHOUSE, "Lakeside/Operations " + AzureWorld.HARBOUR);
    }

    /** Resource Graph learns a little later than the Resource Manager what is deleted. */
    @Test
    void anAccountThatTheResourceManagerDoesNotHaveAnyMoreIsGoneAndNoGap() throws Exception {
        AzureWorld world = AzureWorld.whole().goneFromTheResourceManager("Microsoft.Storage/storageAccounts", "ghost");
        try (AzureServer moving = AzureServer.start(world, 7, 3, 1_000)) {
            Nephoscope.Run run = scan(moving, folder, "--rule", "azure-storage-account-blobs-restorable");
            JsonNode report = run.json("report.json");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(report.path("assets").findValuesAsText("name"))
                    .doesNotContain("ghost")
                    .isNotEmpty();
            assertThat(report.path("coverage")).anySatisfy(row -> {
                assertThat(row.path("type").asText()).isEqualTo("azure.storage.account");
                assertThat(row.path("gone").asInt()).isEqualTo(1);
            });
        }
    }

    @Test
    void aTokenThatExpiresInMidScanIsNoPermissionThatIsMissing() throws Exception {
        try (AzureServer moving = AzureServer.start(WORLD, 7, 3, 1_000)) {
            moving.fail("Microsoft.Storage/storageAccounts/blobServices/read", AzureFault.EXPIRED);
            Nephoscope.Run run = scan(moving, folder, "--rule", "azure-storage-account-blobs-restorable");
            JsonNode report = run.json("report.json");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(report.at("/summary/permissions")).isEmpty();
            assertThat(report.at("/summary/unknown")).singleElement().satisfies(cause -> {
                assertThat(cause.path("outcome").asText()).isEqualTo("signed_out");
                assertThat(cause.path("call").asText())
                        .isEqualTo("Microsoft.Storage:BlobServices_GetServiceProperties");
            });
        }
    }

    @Test
    void noSecretIsWrittenAnywhere() throws IOException {
        assertThat(healthyRun.everything())
                .doesNotContain(AzureWorld.SECRET)
                .doesNotContain(AzureWorld.TOKEN)
                .doesNotContain(AzureWorld.TRIED);
    }

    @Test
    void nothingButReadsIsSent() {
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.method() + " " + request.path())
                        .matches("GET .*|POST .*/oauth2/v2.0/token|POST /providers/Microsoft.ResourceGraph/resources"));
    }

    @Test
    void theLedgerCountsTheQueriesThatWereSent() {
        long told = 0;
        for (JsonNode row : healthy.report().path("ledger")) {
            if (Verdicts.text(row, "/operation").equals("QueryResources")) {
                told += row.path("count").asLong() + row.path("retries").asLong();
            }
        }
        assertThat(told).isEqualTo(healthyQueries);
    }

    @Test
    void whatMayNotBeReadIsUnknownAndNeverMissing() throws Exception {
        server.heal();
        server.revoke("Microsoft.Network/networkSecurityGroups/read");
        Nephoscope.Run run = scan(folder);
        server.heal();

        Verdicts now = Verdicts.of(run.json("report.json"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(now.stream()
                        .filter(it -> Verdicts.text(it, "/rule/id").equals("firewall-restricts-ssh"))
                        .map(it -> Verdicts.verdict(it) + " "
                                + Verdicts.texts(it.path("missing"), "permission") + " "
                                + Verdicts.texts(it.path("missing"), "outcome")))
                .containsExactly(
                        "UNKNOWN [Microsoft.Network/networkSecurityGroups/read] [denied]",
                        "UNKNOWN [Microsoft.Network/networkSecurityGroups/read] [denied]");
        assertThat(now.changedSince(healthy))
                .allSatisfy(finding -> assertThat(Verdicts.verdict(finding)).isEqualTo(Verdict.UNKNOWN));
    }

    @Test
    void aCredentialThatIsRefusedIsOneSentence() throws Exception {
        server.heal();
        server.fail("token", AzureFault.DENIED);
        Nephoscope.Run run = scan(folder);
        server.heal();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("azure: Azure did not list the subscriptions (SignIn: ")
                .contains("sign in with az login");
    }

    @Test
    void oneRuleOnOneTypeCostsOneQueryForEachSubscription() throws Exception {
        server.heal();
        Nephoscope.Run run = scan(folder, "--rule", "azure-network-application-gateway-http2-enabled");

        assertThat(run.exitCode()).as(run.err()).isZero();
        // One more finds the management groups.
        assertThat(queries()).isEqualTo(3);
    }

    @Test
    void namesThatSomebodyChoseAreTextAndNothingElse() throws Exception {
        AzureWorld world = AzureWorld.bare();
        String type = "Microsoft.Network/applicationGateways";
        List<String> names = List.of(
                "<script>alert(1)</script>",
                "=HYPERLINK(\"https://evil.example\")",
                "a\u202eb\u0000c",
                "50% (a) 组",
                "..",
                "#?&");
        for (String name : names) {
            world.resource(
                    type, name, " West  Europe ", "{tags: {'=cmd': '<b>', n: null}, properties: {enableHttp2: true}}");
        }
        world.resource(type, "null", "", "{properties: null}");
        try (AzureServer hostile = AzureServer.start(world)) {
            Nephoscope.Run run = scan(hostile, folder, "--rule", "azure-network-application-gateway-http2-enabled");

            Verdicts now = Verdicts.of(run.json("report.json"));
            // One of them came without its properties: it is unknown, and so is whether the listing came whole.
            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            assertThat(now.stream().filter(it -> Verdicts.verdict(it) == Verdict.PASS))
                    .hasSize(names.size());
            assertThat(now.stream()
                            .filter(it -> Verdicts.verdict(it) == Verdict.UNKNOWN)
                            .map(it -> Verdicts.text(it, "/asset/name")))
                    .containsExactlyInAnyOrder("null", "*");
            assertThat(Files.readString(folder.resolve("report.html"))).doesNotContain("<script>alert(1)");
            assertThat(Files.readString(folder.resolve("findings.csv"))).doesNotContainPattern("(?m)(^|,)\"?=");
        }
    }

    @Test
    void anItemThatDoesNotSayWhoItIsIsAGapAndCostsNoOther() throws Exception {
        AzureWorld world = AzureWorld.bare();
        String type = "Microsoft.Network/applicationGateways";
        world.resource(type, "good", "westeurope", "{properties: {enableHttp2: true}}");
        world.resource(type, "nameless", "westeurope", "{id: null, properties: {enableHttp2: true}}");
        try (AzureServer hostile = AzureServer.start(world)) {
            Nephoscope.Run run = scan(hostile, folder, "--rule", "azure-network-application-gateway-http2-enabled");

            Verdicts now = Verdicts.of(run.json("report.json"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(now.stream().map(Verdicts::verdict)).containsExactlyInAnyOrder(Verdict.PASS, Verdict.UNKNOWN);
        }
    }

    /** A hub and its spoke: two subscriptions, of which the credential sees both, or the spoke alone. */
    @Test
    void aHubsBastionServesItsSpokesAndIsUnknownWhereNobodySawTheHub() throws Exception {
        String rule = "azure-subscription-has-bastion";
        String network = "Microsoft.Network/virtualNetworks";
        AzureWorld both = AzureWorld.bare();
        both.subscription(AzureWorld.LIGHTHOUSE, "Hub", "Enabled");
        String hub = both.in(AzureWorld.LIGHTHOUSE, "hub").id(network, "hub");
        both.resource(network, "hub", "westeurope", """
                {properties: {subnets: [{name: 'AzureBastionSubnet', properties: {ipConfigurations: [
                  {id: '/subscriptions/2/resourceGroups/hub/providers/Microsoft.Network/bastionHosts/b/bastionHostIpConfigurations/c'}]}}]}}
                """);
        AzureWorld spoke = AzureWorld.bare();
        for (AzureWorld world : List.of(both, spoke)) {
            world.in(AzureWorld.HARBOUR, "web");
            world.resource("Microsoft.Compute/virtualMachines", "one", "westeurope", "{properties: {vmId: 'a'}}");
            world.resource(network, "spoke", "westeurope", """
                    {properties: {subnets: [], virtualNetworkPeerings: [
                      {properties: {peeringState: 'Connected', remoteVirtualNetwork: {id: '%s'}}}]}}
                    """.formatted(hub));
            Path into = Files.createDirectory(folder.resolve(world == both ? "both" : "spoke"));
            try (AzureServer server = AzureServer.start(world)) {
                Nephoscope.Run run = scan(server, into, "--rule", rule);
                assertThat(Verdicts.of(run.json("report.json")).stream()
                                .filter(it ->
                                        Verdicts.text(it, "/asset/nativeId").endsWith(AzureWorld.HARBOUR))
                                .map(Verdicts::verdict))
                        .as(run.err())
                        .containsExactly(world == both ? Verdict.PASS : Verdict.UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "destinationPortRange: '22' | destinationPortRange: 'ssh'",
                "destinationPortRange: '22' | destinationPortRange: null",
                "sourceAddressPrefix: '*' | sourceAddressPrefix: 7",
                "destinationAddressPrefix: '*' | destinationAddressPrefix: null",
                "protocol: 'Tcp' | protocol: null",
                "direction: 'Inbound' | direction: 'Sideways'"
            })
    void aSecurityRuleThatDoesNotSayWhatItIsAboutMakesNoVerdict(String field, String instead) throws Exception {
        String rule = """
                {name: 'ssh', properties: {priority: 100, direction: 'Inbound', access: 'Allow', protocol: 'Tcp',
                  sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '22'}}
                """;
        AzureWorld world = AzureWorld.bare();
        String type = "Microsoft.Network/networkSecurityGroups";
        world.in(AzureWorld.HARBOUR, "web");
        String group = "{properties: {securityRules: [%s]}}";
        world.resource(type, "allows", "westeurope", group.formatted(rule.replace(field, instead)));
        String deny = rule.replace("Allow", "Deny").replace(field, instead).replace("priority: 100", "priority: 90");
        world.resource(type, "denies", "westeurope", group.formatted(deny + ", " + rule));
        try (AzureServer server = AzureServer.start(world)) {
            Nephoscope.Run run = scan(server, folder, "--rule", "firewall-restricts-ssh");

            assertThat(Verdicts.of(run.json("report.json")).stream()
                            .map(it -> Verdicts.verdict(it) + " " + Verdicts.texts(it.path("missing"), "message")))
                    .as(run.err())
                    .containsOnly("UNKNOWN [of the rule ssh these fields cannot be read: " + field.replaceAll(":.*", "")
                            + "]")
                    .hasSize(2);
        }
    }
}
