package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.collect.Unit;
import io.nephoscope.http.rest.RestCall;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import io.nephoscope.jdcloud.fixture.JdWorld;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that there is in the world, read over the wire once. */
class CollectionTest {
    /** Facets of a kind of which no call of JD Cloud tells. */
    private static final Map<String, List<String>> UNTOLD = Map.of(
            "jdcloud.baseanti.ip", List.of("running", "expires"),
            "jdcloud.bastion.bastion", List.of("domains"),
            "jdcloud.ipanti.instance", List.of("addresses"),
            "jdcloud.kubernetes.cluster", List.of("domains"),
            "jdcloud.mongodb.instance", List.of("public", "domains"),
            "jdcloud.redis.instance", List.of("insecureTransportDenied"),
            "jdcloud.waf.instance", List.of("enforcing"));

    private static JdCloudServer server;
    private static Bench all;

    @BeforeAll
    static void collect() throws Exception {
        server = JdCloudServer.start(JdWorld.seeded());
        all = Bench.collect(Bench.target(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyUnitIsReadWhole() {
        assertThat(all.units())
                .allSatisfy(unit -> assertThat(unit.isGap())
                        .as("%s %s", unit.type(), unit.listing())
                        .isFalse());
    }

    @Test
    void everyTypeHasAssets() {
        assertThat(all.perType().keySet())
                .containsExactlyInAnyOrderElementsOf(new JdCloudProvider()
                        .types().stream().map(Object::toString).toList());
        assertThat(all.perType().entrySet())
                .filteredOn(it -> !it.getKey().equals("jdcloud.account"))
                .allSatisfy(it -> assertThat(it.getValue()).as(it.getKey()).isGreaterThan(1));
    }

    @Test
    void everyPageIsReadAndNoneTwice() {
        assertThat(all.perType())
                .containsEntry("jdcloud.disk.disk", 109L)
                .containsEntry("jdcloud.vpc.elastic_ip", 104L);
        assertThat(server.calls())
                .filteredOn(call -> call.name().equals("vpc:describeElasticIps")
                        && call.region().equals("cn-north-1"))
                .hasSize(2);
    }

    @Test
    void tagsAreThoseOfTheListing() {
        assertThat(all.asset("i-good").tags()).isEqualTo(Doc.of("team", "lake"));
        assertThat(all.asset("vpc-quiet").tags()).isEqualTo(Doc.empty());
    }

    @Test
    void whereTheListingHasNoTagsNobodyKnowsThem() {
        assertThat(all.assets())
                .filteredOn(asset -> !asset.attributes().has("tags"))
                .isNotEmpty()
                .allSatisfy(asset -> assertThat(asset.tags()).isInstanceOf(Unknown.class));
    }

    @Test
    void loadBalancersOfAllThreeTypesAreListed() {
        assertThat(all.perType()).containsEntry("jdcloud.lb.load_balancer", 4L);
    }

    @ParameterizedTest
    @CsvSource({
        "subnet-far, subnetType, edge",
        "fip-far, ipType, edge",
        "img-uefi, bootMode, uefi",
        "nlb-1, type, nlb",
        "dnlb-1, type, dnlb"
    })
    void whatJdCloudListsOnlyOnRequestIsListed(String asset, String field, String kind) {
        assertThat(all.asset(asset).attributes().text(field)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"alb-good, Https", "nlb-1, Tcp", "dnlb-1, Udp"})
    void theListenersOfABalancerOfEachTypeAreRead(String balancer, String protocol) {
        assertThat(all.asset(balancer).attributes().list("listeners").docs())
                .extracting(listener -> listener.text("protocol"))
                .containsExactly(protocol);
    }

    /** Those too that are no listing of a type, but a detail which assets share. */
    @Test
    void everyCallThatListsSaysWhatTheDefaultsOfItsParametersHide() {
        assertThat(JdCloudTypes.SERVICE.calls())
                .filteredOn(RestCall::isList)
                .hasSizeGreaterThan(25)
                .allSatisfy(call -> assertThat(call.operation().defaults().isDeclared())
                        .as(call.operation().call())
                        .isTrue());
    }

    /** Whatever is asked of JD Cloud is a GET, or a POST of which the file says why it reads. */
    @Test
    void everyCallSaysWhyItReadsWhatProvesItsAnswerAndWhatItNeeds() {
        assertThat(JdCloudTypes.SERVICE.calls()).hasSizeGreaterThan(35).allSatisfy(call -> {
            assertThat(call.request().startsWith("GET ") || !call.read().isEmpty())
                    .as(call.request())
                    .isTrue();
            assertThat(call.operation().proof().isDeclared())
                    .as(call.operation().call())
                    .isTrue();
            assertThat(call.operation().permission()).isEqualTo(call.operation().call());
        });
    }

    @Test
    void aListingThatIsAskedInSeveralWaysHandsOnOnceWhatAnswersTwo() throws Exception {
        try (JdCloudServer deaf = JdCloudServer.start(JdWorld.seeded())) {
            deaf.correct(call -> call.name().equals("lb:describeLoadBalancers"), (call, answer) -> """
                    {"totalCount": 1, "loadBalancers": [{"loadBalancerId": "nlb-9", "type": "nlb", "tags": []}]}""");
            Bench now = Bench.collect(Bench.target(deaf), "jdcloud.lb.load_balancer");
            assertThat(now.perType()).containsEntry("jdcloud.lb.load_balancer", (long) Bench.REGIONS.size());
            assertThat(now.unit("jdcloud.lb.load_balancer", "cn-north-1").isGap())
                    .isFalse();
        }
    }

    @Test
    void whatIsNotTheAccountsOwnIsNoAssetWhateverWasAskedFor() throws Exception {
        try (JdCloudServer deaf = JdCloudServer.start(JdWorld.seeded())) {
            deaf.correct(call -> call.name().equals("iam:describePolicies"), (call, answer) -> """
                    {"total": 3, "policies": [
                      {"name": "JDCloudAdmin-New", "jrn": "jrn:iam::1234567890:policy/JDCloudAdmin-New", "policyType": 0},
                      {"name": "does-anything", "jrn": "jrn:iam::1234567890:policy/does-anything", "policyType": 1},
                      {"name": "reads-storage", "jrn": "jrn:iam::1234567890:policy/reads-storage"}]}""");
            deaf.correct(call -> call.name().equals("vm:describeImages"), (call, answer) -> """
                    {"totalCount": 2, "images": [{"imageId": "img-jd", "imageSource": "public", "launchPermission": "all"},
                      {"imageId": "img-own", "imageSource": "private", "launchPermission": "ownerOnly"}]}""");
            Bench now = Bench.collect(Bench.target(deaf), "jdcloud.iam.policy", "jdcloud.vm.image");
            assertThat(now.assets())
                    .extracting(Asset::nativeId)
                    .containsExactlyInAnyOrder("does-anything", "reads-storage", "img-own", "img-own");
            assertThat(now.units()).noneMatch(Unit::isGap);
        }
    }

    @Test
    void highDefenceIsOfTheAccountAndCountedOnce() {
        assertThat(all.assets())
                .filteredOn(asset -> asset.type().name().equals("jdcloud.ipanti.instance"))
                .extracting(Asset::nativeId)
                .containsExactlyInAnyOrder("101", "102");
        assertThat(server.calls())
                .filteredOn(call -> call.service().equals("ipanti"))
                .extracting(JdCloudServer.Call::region)
                .containsExactly("cn-north-1");
    }

    @Test
    void nothingIsUnknownButWhatHasNoApi() {
        assertThat(all.assets())
                .allSatisfy(asset -> asset.attributes().forEach((key, field) -> {
                    if (field instanceof Unknown unknown) {
                        assertThat(unknown.causes())
                                .as("%s.%s", asset.type(), key)
                                .allMatch(cause -> cause.outcome() == Status.NO_API);
                    }
                }));
    }

    @Test
    void everyFacetOfItsKindHasAnAnswer() {
        assertThat(all.assets()).allSatisfy(asset -> {
            Doc facets = asset.type().facetsOf(asset.attributes());
            Set<String> told = new TreeSet<>(asset.type().facetFields().fields().keySet());
            told.removeAll(UNTOLD.getOrDefault(asset.type().name(), List.of()));
            assertThat(facets.keys()).as("%s", asset.type()).containsExactlyInAnyOrderElementsOf(told);
        });
    }

    @Test
    void facetsSayWhatTheAttributesComeTo() {
        assertThat(all.facets("vol-good").get("encrypted")).isEqualTo(true);
        assertThat(all.facets("vol-bad").get("encrypted")).isEqualTo(false);
        assertThat(all.facets("vol-gone").get("encrypted")).isEqualTo(Absent.ABSENT);
        assertThat(all.facets("i-bad").get("publicAddresses")).isEqualTo(DocList.of("203.0.113.7"));
        assertThat(all.facets("i-good").get("publicAddresses")).isEqualTo(DocList.empty());
        assertThat(all.facets("mysql-bad").get("public")).isEqualTo(true);
        assertThat(all.facets("mysql-good").get("backupRetentionDays")).isEqualTo(7L);
        assertThat(all.facets("mysql-replica").get("backupRetentionDays")).isEqualTo(Absent.ABSENT);
        assertThat(all.facets("vpc-lake").get("flowLogged")).isEqualTo(true);
        assertThat(all.facets("vpc-quiet").get("flowLogged")).isEqualTo(false);
        assertThat(all.facets("vpc-empty").get("flowLogged")).isEqualTo(Absent.ABSENT);
        assertThat(all.facets("img-all").get("public")).isEqualTo(true);
        assertThat(all.facets("does-anything").get("grantsAdmin")).isEqualTo(true);
        assertThat(all.facets("203.0.113.8").get("protects")).isEqualTo(DocList.of("address:203.0.113.8"));
        for (String database : List.of("mysql", "redis", "mongo")) {
            assertThat(all.facets(database + "-bad").get("admitsInternet")).isEqualTo(true);
            assertThat(all.facets(database + "-good").get("admitsInternet")).isEqualTo(false);
        }
        assertThat(all.facets("reads-storage").get("grantsAdmin")).isEqualTo(false);
    }

    @Test
    void facetsSayWhereItIsAndHowLongItLasts() {
        assertThat(all.facets("i-bad").get("addresses")).isEqualTo(DocList.of("10.0.1.4", "203.0.113.7"));
        assertThat(all.facets("fip-free").get("attached")).isEqualTo(false);
        assertThat(all.facets("fip-used").get("attached")).isEqualTo(true);
        assertThat(all.facets("alb-good").get("addresses")).isEqualTo(DocList.of("10.0.2.8", "198.51.100.1"));
        assertThat(all.facets("vol-good").get("attached")).isEqualTo(true);
        assertThat(all.facets("subnet-app").get("ranges")).isEqualTo(DocList.of("10.0.1.0/24"));
        assertThat(all.facets("mysql-bad").get("domains"))
                .isEqualTo(DocList.of("mysql-bad.rds.internal", "mysql-bad.mysql.rds.example"));
        assertThat(all.facets("mysql-good").get("domains")).isEqualTo(DocList.of("mysql-good.rds.internal"));
        assertThat(all.facets("k8s-good").get("public")).isEqualTo(false);
        assertThat(all.facets("k8s-bad").get("public")).isEqualTo(true);
        assertThat(all.facets("k8s-bad").get("addresses")).isEqualTo(DocList.of("203.0.113.20", "10.0.1.9"));
        assertThat(all.facets("key-rotated").get("rotated")).isEqualTo(true);
        assertThat(all.facets("key-rotated").get("expires")).isEqualTo(Absent.ABSENT);
        assertThat(all.facets("key-still").get("rotated"))
                .as("an asymmetric key has none, and no call tells which keys are")
                .isInstanceOf(Unknown.class);
        assertThat(all.facets("waf-good").get("expires")).isEqualTo("2026-12-31T16:00:00Z");
        assertThat(all.facets("waf-expired").get("running")).isEqualTo(false);
        assertThat(all.facets("bastion-open").get("public")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direction", "ruleAction", "priority", "protocol", "fromPort", "toPort", "addressPrefix"})
    void aRuleThatLeavesOutWhatDecidesIsNoClosedDoor(String left) throws Exception {
        String rule = """
                {"direction": 0, "ruleAction": "allow", "priority": 1, "protocol": 6, "addressPrefix": "0.0.0.0/0",
                 "fromPort": 22, "toPort": 22}""".replaceFirst("\"" + left + "\": [^,}]+,?", "").replaceFirst(",\\s*}", "}");
        JdWorld world = JdWorld.seeded()
                .put(
                        "cn-north-1",
                        "vpc:describeNetworkSecurityGroups",
                        "{\"networkSecurityGroupId\": \"sg-odd\", \"securityGroupRules\": [" + rule + "]}")
                .put(
                        "cn-north-1",
                        "vpc:describeNetworkAcls",
                        "{\"networkAclId\": \"acl-odd\", \"networkAclRules\": [" + rule + "]}");
        try (JdCloudServer odd = JdCloudServer.start(world)) {
            Bench now = Bench.collect(Bench.target(odd), "jdcloud.vpc.security_group", "jdcloud.vpc.network_acl");
            for (String id : List.of("sg-odd", "acl-odd")) {
                assertThat(String.valueOf(now.facets(id).get("internetIngress")))
                        .as(id)
                        .contains("unknown[");
            }
        }
    }

    @Test
    void bucketsAreOpenByListOrByPolicyAndWhatTheProtocolLacksIsUnknown() {
        assertThat(all.facets("lake-public").get("publicBy")).isEqualTo(DocList.of("ACL grants AllUsers READ"));
        assertThat(all.facets("lake-policy").get("publicBy"))
                .isEqualTo(DocList.of("policy statement 1 lets anyone on the Internet s3:GetObject"
                        + " (its conditions on aws:Referer, aws:SourceIp pin nobody)"));
        assertThat(all.facets("lake-private").get("public")).isEqualTo(false);
        assertThat(all.facets("lake-private").get("insecureTransportDenied")).isEqualTo(true);
        assertThat(all.facets("east-logs").get("insecureTransportDenied")).isEqualTo(false);
        for (String facet : List.of("versioned", "accessLogged")) {
            assertThat(all.facets("lake-private").get(facet))
                    .isInstanceOfSatisfying(
                            Unknown.class,
                            unknown ->
                                    assertThat(unknown.causes()).allMatch(cause -> cause.outcome() == Status.NO_API));
        }
    }

    @Test
    void bucketsAreAskedInTheRegionWhereTheyLive() {
        assertThat(server.calls())
                .filteredOn(call -> call.key().equals("east-logs"))
                .isNotEmpty()
                .allMatch(call -> call.region().equals("cn-east-2"));
    }

    @Test
    void timesWithoutAZoneAreThoseOfTheDataCentre() {
        assertThat(all.asset("i-good").attributes().text("launchTime")).isEqualTo("2026-03-01T01:30:00Z");
        assertThat(all.asset("snapshot-good").attributes().get("expireTime")).isEqualTo(Absent.ABSENT);
    }

    @Test
    void whatAClusterIsEnteredWithIsNotKept() {
        assertThat(all.asset("k8s-bad").attributes().toString()).doesNotContain("canary-jd");
    }

    @Test
    void theAccountIsNamedByItsNumberAndAssetsByTheirRegion() {
        assertThat(all.asset("1234567890").attributes().get("auditEvents"))
                .isEqualTo(DocList.of(
                        Doc.of("region", "cn-north-1", "lastDay", 42L), Doc.of("region", "cn-east-2", "lastDay", 42L)));
        assertThat(all.assets()).allMatch(asset -> asset.scope().account().equals("1234567890"));
        assertThat(all.units()).extracting(Unit::isWhole).containsOnly(false);
    }
}
