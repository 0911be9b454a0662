package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.plan.Expected;
import io.nephoscope.cli.plan.Plan;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is declared of how often operations are sent, beside what goes over the wire. */
class PlanIT {
    private static final String[] REGIONS = {"eu-west-1", "us-east-1"};
    /** Asked again until the report is ready. */
    private static final String UNTIL_READY = "iam:GenerateCredentialReport";

    @TempDir
    private static Path folder;

    private static Moto moto;
    private static FaultProxy proxy;
    private static Provider aws;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        for (World world : List.of(new ComputeWorld(), new DatabaseWorld(), new IdentityWorld(), new StorageWorld())) {
            world.seed(moto);
            world.correct(proxy);
        }
        aws = Providers.all().stream()
                .filter(provider -> provider.name().equals("aws"))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        proxy.close();
        moto.close();
    }

    private static Plan plan(RuleSet rules) {
        return Plan.of(aws, Judged.target(URI.create("http://localhost"), REGIONS), rules.demand(Judged.TYPES));
    }

    /** How often each operation was sent. */
    private static Map<String, Long> sent() {
        return proxy.calls().stream().collect(Collectors.groupingBy(call -> call, TreeMap::new, Collectors.counting()));
    }

    @Test
    void everyOperationOfThePlanIsSentAsOftenAsIsDeclaredAndNoOther() throws Exception {
        proxy.heal();
        Judged judged = Judged.scan(proxy.endpoint(), folder.resolve("all"), REGIONS);
        Map<String, Long> sent = sent();
        Plan plan = plan(Judged.RULES);

        assertThat(sent.keySet()).isSubsetOf(calls(plan));
        try (Snapshot snapshot = Snapshot.open(folder.resolve("all"), Judged.TYPES)) {
            Expected expected = Expected.of(plan, "aws", snapshot, Set.of());
            Map<String, Long> named = named(snapshot);
            assertThat(plan.open()).extracting(Operation::call).isSubsetOf(named.keySet());
            SoftAssertions softly = new SoftAssertions();
            for (Operation operation : plan.operations()) {
                String call = operation.call();
                softly.assertThat(sent.getOrDefault(call, 0L))
                        .as(call)
                        .isBetween(
                                expected.certain(operation),
                                expected.all(operation)
                                        + named.getOrDefault(call, 0L)
                                        + (call.equals(UNTIL_READY) ? 1 : 0));
            }
            softly.assertAll();
            assertThat(expected.total())
                    .isLessThan(2
                            * judged.ledger().stream()
                                    .mapToLong(row -> row.count())
                                    .sum());
        }
    }

    /** What one rule asks for is what stands in the plan of that rule. */
    @Test
    void noRuleSendsMoreThanItsOwnPlan() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Rule rule : Judged.RULES.rules()) {
            RuleSet one = Judged.RULES.select(List.of(rule.id()));
            if (one.demand(Judged.TYPES).typesOf("aws").isEmpty()) {
                continue;
            }
            proxy.heal();
            Path into = folder.resolve(rule.id());
            Judged.scan(proxy.endpoint(), into, one, REGIONS);
            Plan plan = plan(one);
            try (Snapshot snapshot = Snapshot.open(into, Judged.TYPES)) {
                Expected expected = Expected.of(plan, "aws", snapshot, Set.of());
                Map<String, Operation> declared =
                        plan.operations().stream().collect(Collectors.toMap(Operation::call, it -> it));
                Map<String, Long> named = named(snapshot);
                sent().forEach((call, times) -> {
                    softly.assertThat(declared).as(rule.id()).containsKey(call);
                    if (!call.equals(UNTIL_READY)) {
                        softly.assertThat(times)
                                .as("%s of %s", call, rule.id())
                                .isBetween(
                                        expected.certain(declared.get(call)),
                                        expected.all(declared.get(call)) + named.getOrDefault(call, 0L));
                    }
                });
            }
        }
        softly.assertAll();
    }

    private static Set<String> calls(Plan plan) {
        return plan.operations().stream().map(Operation::call).collect(Collectors.toSet());
    }

    /** How often the calls are sent of which nobody can say beforehand how often: once for each thing that assets name. */
    private static Map<String, Long> named(Snapshot snapshot) {
        List<Asset> assets = new ArrayList<>();
        snapshot.forEach(assets::add);
        List<Doc> points = items(assets, "AccessPoints");
        return Map.of(
                "ec2:DescribeSnapshotAttribute", asked(assets, "aws.ec2.snapshot", "CreateVolumePermissions"),
                "lambda:ListFunctionUrlConfigs", asked(assets, "aws.lambda.function", "FunctionUrlConfigs"),
                "s3:GetBucketOwnershipControls", asked(assets, "aws.s3.bucket", "OwnershipControls"),
                "s3:GetPublicAccessBlock", asked(assets, "aws.s3.bucket", "PublicAccessBlockConfiguration"),
                "ec2:GetManagedPrefixListEntries", lists(assets),
                "lambda:GetPolicy",
                        (long) items(assets, "AliasPolicies").size()
                                + items(assets, "VersionPolicies").size(),
                "s3control:GetAccessPointPolicy",
                        points.stream()
                                .filter(point -> point.text("NetworkOrigin").equals("Internet"))
                                .count(),
                "s3control:GetAccessPoint",
                        points.stream().filter(point -> point.has("Policy")).count(),
                "s3control:GetMultiRegionAccessPointPolicy",
                        items(assets, "MultiRegionAccessPoints").stream()
                                .map(point -> point.text("Name"))
                                .distinct()
                                .count());
    }

    /** Of how many assets an attribute was asked for. */
    private static long asked(List<Asset> assets, String type, String attribute) {
        return assets.stream()
                .filter(asset ->
                        asset.type().name().equals(type) && !(asset.attributes().get(attribute) instanceof Unknown))
                .count();
    }

    private static List<Doc> items(List<Asset> assets, String attribute) {
        return assets.stream()
                .flatMap(asset -> asset.attributes().list(attribute).docs())
                .toList();
    }

    /** How many prefix lists security groups name, each once in each region. */
    private static long lists(List<Asset> assets) {
        return assets.stream()
                .flatMap(group -> group.attributes()
                        .list("IpPermissions")
                        .docs()
                        .flatMap(permission -> permission.list("PrefixListIds").docs())
                        .map((Doc list) -> group.scope().region() + list.text("PrefixListId")))
                .distinct()
                .count();
    }
}
