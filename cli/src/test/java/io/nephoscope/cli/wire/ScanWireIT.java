package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One world in the emulator, two accounts and two regions, and what scans of it over the wire say. */
class ScanWireIT {
    @TempDir
    private static Path healthyFolder;

    private static List<World> worlds;
    private static FaultProxy proxy;
    private static Nephoscope.Run healthyRun;
    private static Verdicts healthy;

    @TempDir
    private Path folder;

    @BeforeAll
    static void seedAndScan() throws Exception {
        worlds = Worlds.seeded().all();
        Answers answers = new Answers();
        proxy = Worlds.seeded().proxy().remembering(answers);
        healthyRun = program(healthyFolder).run(scanning(healthyFolder));
        answers.keep();
        healthy = Verdicts.of(healthyRun.json("report.json"));
    }

    @AfterAll
    static void stop() {
        proxy.close();
    }

    private static Nephoscope program(Path into) {
        return new Nephoscope(into, Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
    }

    private static Nephoscope.Run scan(Path into, String... more) throws IOException {
        return program(into).here(scanning(into, more));
    }

    /** Scans both accounts through the proxy. */
    private static String[] scanning(Path into, String... more) throws IOException {
        String account = """
                      - provider: aws
                        endpoint-url: %s
                        regions: [us-east-1, eu-west-1]
                """.formatted(proxy.endpoint());
        Path organisation =
                Files.writeString(into.resolve("organisation.yaml"), """
                name: Two accounts
                branches:
                  - name: First
                    accounts:
                %s  - name: Second
                    accounts:
                %s        role-arn: %s
                """.formatted(account, account, Moto.AUDIT_ROLE));
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--org",
                organisation.toString(),
                "-o",
                "json=" + into.resolve("report.json"),
                "-o",
                "csv=" + into.resolve("findings.csv"),
                "-o",
                "assets-csv=" + into.resolve("assets.csv"),
                "-o",
                "html=" + into.resolve("report.html"),
                "--snapshot",
                into.resolve("snapshot").toString(),
                "--verbose"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void everyRuleSaysOfEveryAssetWhatItMust() {
        SoftAssertions softly = new SoftAssertions();
        worlds.stream()
                .flatMap(world -> world.expected().stream())
                .forEach(expected -> softly.assertThat(healthy.of(expected))
                        .as("%s", expected)
                        .containsExactly(expected.verdict()));
        softly.assertAll();
    }

    @Test
    void everyRuleThatJudgesAwsHasAnAssetThatPassesAndOneThatFails() {
        Map<String, Set<Verdict>> shown = new TreeMap<>();
        Types types = Types.ofProviders(Providers.all());
        RuleSet.load(types).rules().stream()
                .filter(rule ->
                        types.all().stream().anyMatch(type -> type.name().startsWith("aws.") && rule.appliesTo(type)))
                .forEach(rule -> shown.put(rule.info().id(), new TreeSet<>()));
        worlds.stream()
                .flatMap(world -> world.expected().stream())
                .forEach(expected -> shown.computeIfAbsent(expected.rule(), rule -> new TreeSet<>())
                        .add(expected.verdict()));
        assertThat(shown)
                .allSatisfy((rule, verdicts) -> assertThat(verdicts).as(rule).contains(Verdict.PASS, Verdict.FAIL));
    }

    @Test
    void aHealthyScanIsCompleteAndEndsWithZero() {
        assertThat(healthyRun.err()).doesNotContain("\tat ").doesNotContain("internal error");
        assertThat(healthyRun.exitCode()).isZero();
        assertThat(healthy.report().at("/scan/complete").asBoolean()).isTrue();
    }

    @Test
    void findingsAddUpToTheAssetsThatEachRuleAppliesTo() {
        Map<String, Long> assets = new TreeMap<>();
        for (JsonNode asset : healthy.report().path("assets")) {
            assets.merge(Verdicts.text(asset, "/type"), 1L, Long::sum);
            assets.merge(Verdicts.text(asset, "/kind"), 1L, Long::sum);
        }
        Map<String, Long> findings = healthy.stream()
                .collect(Collectors.groupingBy(
                        it -> Verdicts.text(it, "/rule/id"), TreeMap::new, Collectors.counting()));
        RuleSet.load(Types.ofProviders(Providers.all()))
                .rules()
                .forEach(rule -> assertThat(findings.getOrDefault(rule.info().id(), 0L))
                        .as(rule.info().id())
                        .isEqualTo(assets.getOrDefault(rule.info().appliesTo(), 0L)));
    }

    @Test
    void deniedDetailsMakeTheRulesThatNeedThemUnknownAndNoOthers() throws Exception {
        List<String> denied = List.of(
                "s3:GetBucketPolicy",
                "sqs:GetQueueAttributes",
                "kms:GetKeyRotationStatus",
                "iam:GenerateCredentialReport");
        proxy.heal();
        denied.forEach(call -> proxy.fail(call, Fault.DENIED));
        Nephoscope.Run run = scan(folder);
        proxy.heal();

        Verdicts now = Verdicts.of(run.json("report.json"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(now.findings()).hasSameSizeAs(healthy.findings());
        List<JsonNode> changed = now.changedSince(healthy).toList();
        assertThat(changed).isNotEmpty().allSatisfy(finding -> {
            assertThat(Verdicts.verdict(finding)).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.path("missing")).anySatisfy(cause -> {
                assertThat(denied).contains(Verdicts.text(cause, "/call"));
                assertThat(Verdicts.text(cause, "/permission")).isEqualTo(Verdicts.text(cause, "/call"));
            });
        });
        assertThat(changed.stream().flatMap(finding -> Verdicts.texts(finding.path("missing"), "call").stream()))
                .containsAll(denied);
        assertThat(now.report().path("ledger"))
                .extracting(row -> Verdicts.text(row, "/service") + ":" + Verdicts.text(row, "/operation") + " "
                        + Verdicts.text(row, "/outcome"))
                .containsAll(denied.stream().map(call -> call + " denied").toList());
    }

    @Test
    void aDeniedListingIsToldOnceForEachRuleAndAccountAndRegion() throws Exception {
        proxy.heal();
        proxy.fail("sqs:ListQueues", Fault.DENIED);
        Nephoscope.Run run = scan(folder);
        proxy.heal();

        Verdicts now = Verdicts.of(run.json("report.json"));
        assertThat(run.exitCode()).isEqualTo(3);
        Map<String, Long> unlisted = now.stream()
                .filter(it -> Verdicts.text(it, "/asset/nativeId").equals("*"))
                .peek(it -> assertThat(Verdicts.verdict(it)).isEqualTo(Verdict.UNKNOWN))
                .collect(Collectors.groupingBy(
                        it -> Verdicts.text(it, "/rule/id"), TreeMap::new, Collectors.counting()));
        assertThat(unlisted).isEqualTo(Map.of("queue-encrypted", 4L, "queue-not-public", 4L));
    }

    @Test
    void oneRuleCostsTheCallsOfThatRule() throws Exception {
        proxy.heal();
        Nephoscope.Run run = scan(folder, "--rule", "bucket-versioning-enabled");

        assertThat(run.exitCode()).isZero();
        assertThat(new TreeSet<>(proxy.calls()))
                .containsExactlyInAnyOrder(
                        "s3:GetBucketLocation",
                        "s3:GetBucketVersioning",
                        "s3:ListBuckets",
                        "sts:AssumeRole",
                        "sts:GetCallerIdentity");
    }

    @Test
    void whatTheBudgetDoesNotReachIsUnknownAndSaysSo() throws Exception {
        proxy.heal();
        int budget = 60;
        Nephoscope.Run run = scan(folder, "--max-calls", String.valueOf(budget));

        Verdicts now = Verdicts.of(run.json("report.json"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(proxy.calls()).hasSizeLessThanOrEqualTo(budget);
        assertThat(now.changedSince(healthy).toList()).isNotEmpty().allSatisfy(finding -> {
            assertThat(Verdicts.verdict(finding)).isEqualTo(Verdict.UNKNOWN);
            assertThat(Verdicts.texts(finding.path("missing"), "outcome")).contains("over_budget");
            assertThat(Verdicts.texts(finding.path("missing"), "message"))
                    .contains("not sent, since the scan's budget of " + budget + " calls is spent");
        });
        assertThat(run.out()).contains("over budget");
    }

    @Test
    void aFailAtOrAboveTheThresholdEndsWithOneAndWinsOverAnIncompleteScan() throws Exception {
        proxy.heal();
        proxy.fail("sqs:ListQueues", Fault.DENIED);
        Nephoscope.Run run =
                scan(folder, "--rule", "queue-not-public", "--rule", "bucket-not-public", "--fail-on", "high");
        proxy.heal();

        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anIncompleteScanThatIsAllowedEndsWithZero() throws Exception {
        proxy.heal();
        proxy.fail("sqs:ListQueues", Fault.DENIED);
        Nephoscope.Run run = scan(folder, "--rule", "queue-not-public", "--allow-incomplete");
        proxy.heal();

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void noSecretThatTheCloudHandsOutIsWrittenAnywhere() throws Exception {
        assertThat(healthyRun.everything()).doesNotContain(World.CANARY);
    }

    @Test
    void theSameSnapshotAndRulesGiveTheSameReportsByteByByte() throws Exception {
        program(folder)
                .here(
                        "evaluate",
                        healthyFolder.resolve("snapshot").toString(),
                        "-o",
                        "json=" + folder.resolve("report.json"),
                        "-o",
                        "html=" + folder.resolve("report.html"),
                        "-o",
                        "csv=" + folder.resolve("findings.csv"));
        for (String report : List.of("report.json", "report.html", "findings.csv")) {
            assertThat(folder.resolve(report)).hasSameBinaryContentAs(healthyFolder.resolve(report));
        }
    }
}
