package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import io.nephoscope.jdcloud.fixture.JdFault;
import io.nephoscope.jdcloud.fixture.JdWorld;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two accounts on JD Cloud, the second of which has an audit trail that records nothing, and what scans of them say. */
class JdCloudWireIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> REGIONS = List.of("cn-north-1", "cn-east-2");
    private static final String CANARY = "canary-jd-";

    /** What only somebody's word can answer. */
    private static final Set<String> WITHOUT_API = Set.of(
            "bucket-access-logged",
            "bucket-versioning-enabled",
            "jdcloud-account-application-security-gateway-enabled",
            "jdcloud-account-has-no-access-keys",
            "jdcloud-account-host-security-enabled",
            "jdcloud-account-main-user-mfa-enabled",
            "jdcloud-account-vulnerability-scan-enabled",
            "jdcloud-iam-user-keys-rotated");

    /** What passes only: snapshots are shared with accounts by name, and never with everyone. */
    private static final String CANNOT_FAIL = "disk-snapshot-not-public";

    /** What no API tells of every asset: a key that is not rotated may be one that cannot be. */
    private static final String TOLD_OF_SOME = "jdcloud-kms-key-rotated";

    @TempDir
    private static Path healthyFolder;

    private static JdCloudServer first;
    private static JdCloudServer second;
    private static TwoJdAccounts accounts;
    private static Nephoscope.Run healthyRun;
    private static Verdicts healthy;
    private static Map<String, Long> healthyCalls;

    @TempDir
    private Path folder;

    @BeforeAll
    static void seedAndScan() throws Exception {
        first = JdCloudServer.start(JdWorld.seeded());
        JdWorld quiet = JdWorld.seeded()
                .answer("user:describeUser", "", MAPPER.readTree("{\"accountId\": \"9876543210\"}"))
                .answer("audittrail:lookupEvents", "", MAPPER.readTree("{\"totalNumber\": 0}"));
        second = JdCloudServer.start(quiet);
        accounts = new TwoJdAccounts(first, second);
        healthyRun = accounts.program(healthyFolder).run(accounts.scanning(healthyFolder));
        healthy = Verdicts.of(healthyRun.json("report.json"));
        healthyCalls = sent(first);
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    @BeforeEach
    void heal() {
        first.heal();
        first.forget();
    }

    private static Map<String, Long> sent(JdCloudServer server) {
        return server.calls().stream()
                .collect(Collectors.groupingBy(JdCloudServer.Call::name, TreeMap::new, Collectors.counting()));
    }

    /** The rules that judge something of JD Cloud. */
    private static List<Rule> rules() {
        Types types = Judged.TYPES;
        return Judged.RULES.rules().stream()
                .filter(rule ->
                        rule.types(types).stream().anyMatch(type -> type.name().startsWith("jdcloud.")))
                .toList();
    }

    @Test
    void aHealthyScanIsCompleteAndEndsWithZero() {
        assertThat(healthyRun.err()).doesNotContain("\tat ").doesNotContain("internal error");
        assertThat(healthyRun.exitCode()).as(healthyRun.err()).isZero();
        assertThat(healthy.report().at("/scan/complete").asBoolean()).isTrue();
        System.out.println("JD Cloud: "
                + healthyCalls.values().stream().mapToLong(it -> it).sum() + " calls for "
                + healthy.report().path("assets").size() / 2 + " assets of an account in two regions");
    }

    @Test
    void everyRulePassesAndFailsSomewhereAndIsUnknownOnlyWhereNoApiTells() {
        Map<String, Set<Verdict>> shown = new TreeMap<>();
        healthy.stream()
                .forEach(it -> shown.computeIfAbsent(
                                Verdicts.text(it, "/rule/id"), rule -> EnumSet.noneOf(Verdict.class))
                        .add(Verdicts.verdict(it)));
        SoftAssertions softly = new SoftAssertions();
        for (Rule rule : rules()) {
            Set<Verdict> verdicts = shown.getOrDefault(rule.id(), Set.of());
            if (WITHOUT_API.contains(rule.id())) {
                softly.assertThat(verdicts).as(rule.id()).containsExactly(Verdict.UNKNOWN);
            } else if (rule.id().equals(CANNOT_FAIL)) {
                softly.assertThat(verdicts).as(rule.id()).containsExactly(Verdict.PASS);
            } else if (rule.id().equals(TOLD_OF_SOME)) {
                softly.assertThat(verdicts)
                        .as(rule.id())
                        .containsExactlyInAnyOrder(Verdict.PASS, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE);
            } else {
                softly.assertThat(verdicts)
                        .as(rule.id())
                        .contains(Verdict.PASS, Verdict.FAIL)
                        .doesNotContain(Verdict.UNKNOWN);
            }
        }
        softly.assertAll();
        assertThat(rules()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({
        "firewall-restricts-ssh, sg-open, FAIL",
        "firewall-restricts-ssh, sg-denied, PASS",
        "firewall-restricts-ssh, sg-web, PASS",
        "firewall-restricts-all-ports, sg-all, FAIL",
        "bucket-not-public, lake-public, FAIL",
        "bucket-not-public, lake-policy, FAIL",
        "bucket-not-public, lake-private, PASS",
        "bucket-versioning-enabled, lake-private, UNKNOWN",
        "disk-encrypted, vol-bad, FAIL",
        "disk-encrypted, vol-gone, NOT_APPLICABLE",
        "database-not-public, mysql-bad, FAIL",
        "database-backed-up, mysql-replica, NOT_APPLICABLE",
        "vm-has-no-public-address, i-bad, FAIL",
        "jdcloud-vm-logs-on-with-key, i-windows, NOT_APPLICABLE",
        "jdcloud-rds-audit-enabled, pg-plain, NOT_APPLICABLE",
        "jdcloud-rds-whitelist-closed, mysql-good, PASS",
        "certificate-not-expiring, cert-old, FAIL",
        "jdcloud-waf-domain-guarded, www.lake.example, PASS",
        "jdcloud-vpc-flow-logs-enabled, vpc-lake, PASS",
        "jdcloud-vpc-flow-logs-enabled, vpc-quiet, FAIL",
        "jdcloud-vpc-flow-logs-enabled, vpc-empty, NOT_APPLICABLE",
        "jdcloud-kms-key-rotated, key-rotated, PASS",
        "jdcloud-kms-key-rotated, key-still, UNKNOWN",
        "jdcloud-kms-key-rotated, key-off, NOT_APPLICABLE",
        "public-address-in-use, fip-far, PASS",
        "waf-guards-web-entries, waf-good, PASS",
        "waf-guards-web-entries, waf-idle, FAIL",
        "jdcloud-image-not-public, img-uefi, FAIL",
        "jdcloud-high-defence-in-service, 101, PASS",
        "jdcloud-account-audit-trail-records, 1234567890, PASS",
        "jdcloud-account-host-security-enabled, 1234567890, UNKNOWN"
    })
    void aRuleSaysOfAnAssetWhatItMust(String rule, String asset, Verdict verdict) {
        assertThat(healthy.of(new World.Expected(rule, "1234567890", asset, verdict)))
                .containsExactly(verdict);
    }

    @Test
    void whatHasNoApiSaysSoInBothLanguages() {
        JsonNode finding = healthy.stream()
                .filter(it -> Verdicts.text(it, "/rule/id").equals("jdcloud-account-host-security-enabled"))
                .findFirst()
                .orElseThrow();
        assertThat(Verdicts.texts(finding.path("missing"), "outcome")).containsExactly("no_api");
        assertThat(finding.toString()).contains("the provider has no API for it", "host security");
    }

    @Test
    void theLedgerListsEveryCallThatWasSent() {
        Map<String, Long> listed = new TreeMap<>();
        for (JsonNode row : healthy.report().path("ledger")) {
            if (row.path("account").asText().equals("1234567890") || !row.has("account")) {
                listed.merge(
                        row.path("service").asText() + ":"
                                + row.path("operation").asText(),
                        row.path("count").asLong() + row.path("retries").asLong(),
                        Long::sum);
            }
        }
        // To reach the account takes one call more, before it has a name.
        listed.merge("user:describeUser", 1L, Long::sum);
        assertThat(listed).isEqualTo(healthyCalls);
    }

    @Test
    void noSecretIsInAnyByteThatIsWritten() throws IOException {
        assertThat(healthyRun.everything())
                .doesNotContain(CANARY)
                .doesNotContain(JdCloudServer.SECRET_KEY)
                .doesNotContainPattern("Signature=[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({
        "rds:describeSSL, rds:describeSSL",
        "oss:GetBucketAcl, oss:GetBucketAcl",
        "vpc:describeNetworkSecurityGroups, vpc:describeNetworkSecurityGroups"
    })
    void aDeniedCallMakesTheRulesThatNeedItUnknownAndNoOthers(String call, String permission) throws Exception {
        first.fail(call, JdFault.DENIED);
        Nephoscope.Run run = accounts.scan(folder);
        first.heal();

        assertThat(run.exitCode()).isEqualTo(3);
        List<JsonNode> changed =
                Verdicts.of(run.json("report.json")).changedSince(healthy).toList();
        assertThat(changed).isNotEmpty().allSatisfy(finding -> {
            assertThat(Verdicts.verdict(finding)).isEqualTo(Verdict.UNKNOWN);
            assertThat(Verdicts.texts(finding.path("missing"), "call")).contains(call);
            assertThat(Verdicts.texts(finding.path("missing"), "permission")).contains(permission);
        });
    }

    @Test
    void oneAccountThatIsNotReachedLeavesTheOther() throws Exception {
        first.fail("user:describeUser", JdFault.DENIED);
        Nephoscope.Run run = accounts.scan(folder);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("grant it user:describeUser");
        assertThat(Verdicts.of(run.json("report.json")).stream())
                .filteredOn(it -> Verdicts.text(it, "/asset/scope/account").equals("9876543210"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void aScanThatWasKilledGoesOnWhereItWas() throws Exception {
        AtomicInteger came = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(1);
        first.fail(
                call -> {
                    boolean late = came.incrementAndGet() > 60;
                    if (late) {
                        enough.countDown();
                    }
                    return late;
                },
                JdFault.SILENCE);
        accounts.program(folder)
                .run(
                        List.of(),
                        process -> {
                            try {
                                enough.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            process.destroyForcibly();
                        },
                        "scan",
                        "--org",
                        accounts.organisation(folder),
                        "--snapshot",
                        "snapshot");
        heal();
        Nephoscope.Run resumed = accounts.program(folder)
                .run("scan", "--org", "organisation.yaml", "-o", "json=report.json", "--resume", "snapshot");

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        Verdicts now = Verdicts.of(resumed.json("report.json"));
        assertThat(now.findings().keySet()).isEqualTo(healthy.findings().keySet());
        assertThat(now.changedSince(healthy)).isEmpty();
        assertThat((long) first.calls().size())
                .isLessThan(healthyCalls.values().stream().mapToLong(it -> it).sum());
    }

    @Test
    void thePolicyThatIsPrintedIsEnoughAndEachOfItsActionsIsNeeded() throws Exception {
        Nephoscope.Run run = accounts.program(folder).here("permissions", "--provider", "jdcloud");
        assertThat(run.exitCode()).as(run.err()).isZero();
        Set<String> actions = new TreeSet<>();
        MAPPER.readTree(run.out()).at("/Statement/0/Action").forEach(action -> actions.add(action.asText()));
        assertThat(actions).hasSizeGreaterThan(30).contains("vm:describeInstances", "oss:GetBucketAcl");

        RuleSet rules = Judged.RULES.select(rules().stream().map(Rule::id).toList());
        first.fail(call -> !actions.contains(call.name()), JdFault.DENIED);
        Judged granted = Judged.scan(target(), folder.resolve("granted"), rules);
        assertThat(granted.isComplete()).isTrue();
        for (String action : actions) {
            if (action.equals("user:describeUser")) {
                continue;
            }
            first.heal();
            first.fail(action, JdFault.DENIED);
            Judged without = Judged.scan(target(), folder.resolve(action.replace(':', '-')), rules);
            assertThat(without.isComplete()).as(action).isFalse();
            assertThat(without.rulesThatMiss(Set.of(action))).as(action).isNotEmpty();
        }
    }

    private static Target target() {
        CredentialSource source = () ->
                Credentials.of(Map.of("access-key", JdCloudServer.ACCESS_KEY, "secret-key", JdCloudServer.SECRET_KEY));
        return new Target(
                "jdcloud",
                "",
                "test",
                REGIONS,
                Map.of("endpoint-url", first.endpoint().toString()),
                source,
                Path.of("."));
    }

    @Test
    void thePlanSendsNothingAndNamesEveryCallThatAScanSends() throws Exception {
        Nephoscope.Run run = accounts.program(folder)
                .here("plan", "--org", accounts.organisation(folder), "-o", "json=" + folder.resolve("plan.json"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(first.calls()).isEmpty();
        String plan = Files.readString(folder.resolve("plan.json"));
        assertThat(healthyCalls.keySet())
                .allSatisfy(call -> assertThat(plan)
                        .contains(
                                "\"" + call.substring(0, call.indexOf(':')) + "\"",
                                call.substring(call.indexOf(':') + 1)));
    }

    @Test
    void doctorFindsWhatIsDenied() throws Exception {
        first.fail("redis:describeIpWhiteList", JdFault.DENIED);
        Nephoscope.Run run = accounts.program(folder)
                .here(
                        "doctor",
                        "--provider",
                        "jdcloud",
                        "--set",
                        "endpoint-url=" + first.endpoint(),
                        "--region",
                        "cn-north-1");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.out() + run.err()).contains("redis:describeIpWhiteList", "jdcloud-redis-whitelist-closed");
    }
}
