package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines, firewalls and databases cost in calls, and what a denial of one of them leaves known. */
class ComputeWireIT {
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");
    private static final String ENTRIES = "ec2:GetManagedPrefixListEntries";

    private static Moto moto;
    private static FaultProxy proxy;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        new ComputeWorld().seed(moto);
        new DatabaseWorld().seed(moto);
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

    @Test
    void whatManyAssetsShareIsAskedOnceForEachRegion() throws Exception {
        Collected.from(
                proxy.endpoint(),
                REGIONS,
                "aws.ec2.vpc",
                "aws.ec2.security_group",
                "aws.rds.db_cluster",
                "aws.rds.db_instance");
        Map<String, Long> calls =
                proxy.calls().stream().collect(Collectors.groupingBy(call -> call, Collectors.counting()));
        assertThat(calls)
                .containsEntry("ec2:DescribeFlowLogs", 2L)
                .containsEntry("rds:DescribeDBClusters", 2L)
                .containsEntry(ENTRIES, 2L);
    }

    @Test
    void aDeniedPrefixListLeavesEveryOtherWayInKnown() throws Exception {
        proxy.fail(ENTRIES, Fault.DENIED);
        Collected collected = Collected.from(proxy.endpoint(), REGIONS, "aws.ec2.security_group");
        assertThat(ways(collected, "compute-ssh-list"))
                .isNotEmpty()
                .allSatisfy(way -> assertThat(way.get("open")).isInstanceOf(Unknown.class))
                .allSatisfy(way -> assertThat(way.get("fromPort")).isEqualTo(22L));
        assertThat(ways(collected, "compute-web"))
                .singleElement()
                .satisfies(way -> assertThat(way.get("open")).isEqualTo(true));
        assertThat(ways(collected, "compute-inner")).isEmpty();
    }

    @Test
    void aPrefixListIsReadToItsLastPage() throws Exception {
        proxy.answer(
                ENTRIES,
                request -> request.body().contains("NextToken=second")
                        ? page("128.0.0.0/1", "")
                        : page("203.0.113.0/24", "<nextToken>second</nextToken>"));
        Collected collected = Collected.from(proxy.endpoint(), REGIONS, "aws.ec2.security_group");
        assertThat(ways(collected, "compute-ssh-list"))
                .singleElement()
                .satisfies(way -> assertThat(way.get("open")).isEqualTo(true));
    }

    private static String page(String cidr, String token) {
        return "<GetManagedPrefixListEntriesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                + "<requestId>r</requestId><entrySet><item><cidr>" + cidr + "</cidr></item></entrySet>" + token
                + "</GetManagedPrefixListEntriesResponse>";
    }

    /** Each of these changes to a group that lets everybody in to port 443 would make it a group that lets nobody in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ipProtocol>tcp</ipProtocol>",
                "<fromPort>443</fromPort>",
                "<toPort>443</toPort>",
                "<cidrIp>0.0.0.0/0</cidrIp>"
            })
    void aPermissionThatLeavesOutWhatDecidesIsNoClosedDoor(String left) throws Exception {
        Collected collected =
                corrected("ec2:DescribeSecurityGroups", own -> own.replace(left, ""), "aws.ec2.security_group");
        assertThat(ways(collected, "compute-web"))
                .isNotEmpty()
                .allSatisfy(way -> assertThat(way.get("open")).isInstanceOf(Unknown.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruleAction", "protocol", "egress", "cidrBlock"})
    void anEntryThatLeavesOutWhatDecidesIsNoClosedDoor(String left) throws Exception {
        Collected collected = corrected(
                "ec2:DescribeNetworkAcls",
                own -> own.replaceAll("<" + left + ">[^<]*</" + left + ">", ""),
                "aws.ec2.network_acl");
        assertThat(ways(collected, "compute-acl-open"))
                .isNotEmpty()
                .allSatisfy(way -> assertThat(way.get("open")).isInstanceOf(Unknown.class));
    }

    @Test
    void deniedClustersLeaveOnlyTheirMembersUnknown() throws Exception {
        proxy.fail("rds:DescribeDBClusters", Fault.DENIED);
        Collected collected = Collected.from(proxy.endpoint(), REGIONS, "aws.rds.db_instance");
        assertThat(collected.facets("database-good-member").get("encrypted")).isInstanceOf(Unknown.class);
        assertThat(collected.facets("database-good-member").get("backupRetentionDays"))
                .isInstanceOf(Unknown.class);
        assertThat(collected.facets("database-good-member").get("public")).isEqualTo(false);
        assertThat(collected.facets("database-good").get("encrypted")).isEqualTo(true);
    }

    @Test
    void snapshotsThatNobodyCanShareCostNoCall() throws Exception {
        Collected collected = Collected.from(proxy.endpoint(), REGIONS, "aws.rds.db_snapshot");
        assertThat(collected.assets()).hasSizeGreaterThan(2);
        assertThat(proxy.calls().stream().filter("rds:DescribeDBSnapshotAttributes"::equals))
                .hasSize(2);
        collected = Collected.from(proxy.endpoint(), REGIONS, "aws.rds.db_cluster_snapshot");
        assertThat(collected.assets()).hasSizeGreaterThan(2);
        assertThat(proxy.calls().stream().filter("rds:DescribeDBClusterSnapshotAttributes"::equals))
                .hasSize(2);
    }

    @Test
    void clustersBeforeAPageThatFailsStayAndMembersDoNotGuess() throws Exception {
        try (FaultProxy before = FaultProxy.before(moto)) {
            before.correct(
                    "rds:DescribeDBClusters",
                    (key, own) -> own.replace(
                            "</DescribeDBClustersResult>", "<Marker>second</Marker></DescribeDBClustersResult>"));
            before.fail(
                    request -> request.call().equals("rds:DescribeDBClusters") && request.mentions("Marker=second"),
                    Fault.DENIED);
            Collected collected =
                    Collected.from(before.endpoint(), REGIONS, "aws.rds.db_cluster", "aws.rds.db_instance");
            assertThat(collected.facets("database-lonely-cluster").get("encrypted"))
                    .isEqualTo(false);
            assertThat(collected.facets("database-good-member").get("encrypted"))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void userDataIsNotAskedFor() throws Exception {
        Collected collected = Collected.from(proxy.endpoint(), REGIONS, "aws.ec2.instance");
        assertThat(proxy.calls()).doesNotContain("ec2:DescribeInstanceAttribute");
        assertThat(collected.assets())
                .hasSizeGreaterThan(2)
                .allSatisfy(asset ->
                        assertThat(asset.attributes().toString()).doesNotContain(World.CANARY, ComputeWorld.SECRET));
    }

    /** A collection while a call is answered otherwise. */
    private static Collected corrected(String call, UnaryOperator<String> change, String... types) throws Exception {
        try (FaultProxy before = FaultProxy.before(moto)) {
            before.correct(call, (key, own) -> change.apply(own));
            return Collected.from(before.endpoint(), REGIONS, types);
        }
    }

    private static List<Doc> ways(Collected collected, String name) {
        Asset group = collected.assets().stream()
                .filter(asset -> asset.name().equals(name))
                .findFirst()
                .orElseThrow();
        Object ways = group.type().facetsOf(group.attributes()).get("internetIngress");
        return ((DocList) ways).docs().toList();
    }
}
