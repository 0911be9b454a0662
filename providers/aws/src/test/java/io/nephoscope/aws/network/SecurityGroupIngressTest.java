package io.nephoscope.aws.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupIngressTest {
    private static final Unknown DENIED = Unknown.because(new Cause(
            "ec2:GetManagedPrefixListEntries",
            Status.DENIED,
            "ec2:GetManagedPrefixListEntries",
            "UnauthorizedOperation: no"));

    @Test
    void aGroupWithoutPermissionsLetsNothingIn() {
        assertThat(SecurityGroupIngress.of(Absent.ABSENT, Absent.ABSENT)).isEqualTo(DocList.empty());
        assertThat(SecurityGroupIngress.of(DocList.empty(), Absent.ABSENT)).isEqualTo(DocList.empty());
    }

    @Test
    void permissionsThatWereNotReadAreUnknown() {
        assertThat(SecurityGroupIngress.of(DENIED, Absent.ABSENT)).isEqualTo(DENIED);
    }

    @Test
    void aPortOpenToEveryAddressIsOneWayIn() {
        assertThat(ways(permission("tcp", 22, 22, "0.0.0.0/0")))
                .isEqualTo(DocList.of(way("tcp", 22, 22, "ipv4", "0.0.0.0/0", true)));
    }

    @Test
    void aPortIsSeenInsideARangeAndEveryFamilyByItself() {
        assertThat(ways(permission("6", 20, 25, "0.0.0.0/0", "::/0")))
                .isEqualTo(DocList.of(
                        way("tcp", 20, 25, "ipv4", "0.0.0.0/0", true), way("tcp", 20, 25, "ipv6", "::/0", true)));
    }

    @Test
    void everyProtocolOpenIsOneWayForAll() {
        assertThat(ways(
                        Doc.of("IpProtocol", "-1", "IpRanges", objects("CidrIp", "0.0.0.0/0")),
                        permission("tcp", 22, 22, "::/0")))
                .isEqualTo(DocList.of(
                        way("all", 0, 65_535, "ipv4", "0.0.0.0/0", true), way("tcp", 22, 22, "ipv6", "::/0", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"icmp", "1", "icmpv6", "58", "47", "132", "50"})
    void theTypesOfIcmpAndTheProtocolsWithoutPortsAreNotPorts(String protocol) {
        DocList ways = ways(permission(protocol, 8, -1, "0.0.0.0/0"));
        assertThat(ways.docs())
                .singleElement()
                .extracting(way -> way.get("fromPort"), way -> way.get("toPort"))
                .containsExactly(0L, 65_535L);
        assertThat(ways.docs().map(way -> way.text("protocol"))).doesNotContain("tcp", "udp", "all", "other");
    }

    @Test
    void twoHalvesOfTheInternetAreTheInternet() {
        assertThat(ways(permission("tcp", 22, 22, "0.0.0.0/1"), permission("tcp", 22, 30, "128.0.0.0/1"))
                        .docs()
                        .filter(way -> way.get("fromPort").equals(22L))
                        .map(way -> way.text("source")))
                .containsExactly("0.0.0.0/1, 128.0.0.0/1");
    }

    @Test
    void aHalfAloneIsAlreadyTooWide() {
        assertThat(ways(permission("tcp", 22, 22, "128.0.0.0/1"))).isNotEqualTo(DocList.empty());
    }

    @Test
    void piecesOfWhichNoneIsWideAreCountedTogether() {
        String[] pieces =
                IntStream.range(0, 64).mapToObj(i -> (i * 2 + 1) + ".0.0.0/8").toArray(String[]::new);
        String[] others =
                IntStream.range(0, 64).mapToObj(i -> (i * 2) + ".0.0.0/8").toArray(String[]::new);
        assertThat(ways(permission("tcp", 22, 22, pieces))).isEqualTo(DocList.empty());
        assertThat(ways(permission("tcp", 22, 22, pieces), permission("tcp", 22, 22, others))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aPrivateNetworkOrAnotherGroupIsNotTheInternet() {
        Doc byGroup = Doc.of(
                "IpProtocol",
                "tcp",
                "FromPort",
                0L,
                "ToPort",
                65_535L,
                "UserIdGroupPairs",
                DocList.of(Doc.of("GroupId", "sg-1", "UserId", "123456789012")));
        assertThat(ways(byGroup, permission("-1", -1, -1, "10.0.0.0/8", "fc00::/7", "203.0.113.0/24")))
                .isEqualTo(DocList.empty());
    }

    @Test
    void portsNextToEachOtherAreOneWay() {
        assertThat(ways(
                        permission("tcp", 0, 1_000, "0.0.0.0/0"),
                        permission("tcp", 1_001, 65_535, "0.0.0.0/1", "128.0.0.0/1")))
                .isEqualTo(DocList.of(way("tcp", 0, 65_535, "ipv4", "0.0.0.0/0, 0.0.0.0/1, 128.0.0.0/1", true)));
    }

    @Test
    void aPrefixListCountsWithWhatItHolds() {
        assertThat(of(list("pl-1", objects("Cidr", "0.0.0.0/0")), through("tcp", 22, "pl-1")))
                .isEqualTo(DocList.of(way("tcp", 22, 22, "ipv4", "pl-1", true)));
        assertThat(of(list("pl-1", objects("Cidr", "120.52.22.96/27")), through("tcp", 22, "pl-1")))
                .isEqualTo(DocList.empty());
        assertThat(of(list("pl-1", Absent.ABSENT), through("tcp", 22, "pl-1"))).isEqualTo(DocList.empty());
    }

    @Test
    void aPrefixListAndARangeMayBeTheInternetTogether() {
        assertThat(of(
                        list("pl-1", objects("Cidr", "128.0.0.0/8", "129.0.0.0/9")),
                        through("tcp", 22, "pl-1"),
                        permission("tcp", 22, 22, "129.128.0.0/9")))
                .isEqualTo(DocList.of(way("tcp", 22, 22, "ipv4", "pl-1, 129.128.0.0/9", true)));
    }

    @Test
    void aPrefixListThatWasDeniedIsUnknownForItsOwnPortsOnly() {
        assertThat(of(list("pl-1", DENIED), through("tcp", 443, "pl-1")))
                .isEqualTo(DocList.of(
                        way("tcp", 443, 443, "ipv4", "pl-1", DENIED), way("tcp", 443, 443, "ipv6", "pl-1", DENIED)));
    }

    @Test
    void aPrefixListThatWasDeniedChangesNothingWhereThePortIsOpenAnyway() {
        assertThat(of(list("pl-1", DENIED), through("tcp", 22, "pl-1"), permission("tcp", 22, 22, "0.0.0.0/0", "::/0")))
                .isEqualTo(DocList.of(
                        way("tcp", 22, 22, "ipv4", "0.0.0.0/0", true), way("tcp", 22, 22, "ipv6", "::/0", true)));
    }

    @Test
    void portsThatAreOpenInPartAndUnknownInPartMayBeOpenFromEndToEnd() {
        assertThat(of(
                        list("pl-1", DENIED),
                        permission("tcp", 0, 999, "0.0.0.0/0"),
                        Doc.of(
                                "IpProtocol",
                                "tcp",
                                "FromPort",
                                1_000L,
                                "ToPort",
                                65_535L,
                                "PrefixListIds",
                                objects("PrefixListId", "pl-1"))))
                .isEqualTo(DocList.of(
                        way("tcp", 0, 999, "ipv4", "0.0.0.0/0", true),
                        way("tcp", 0, 65_535, "ipv4", "0.0.0.0/0, pl-1", DENIED),
                        way("tcp", 1_000, 65_535, "ipv6", "pl-1", DENIED)));
    }

    @Test
    void aPrefixListThatNobodyAskedForIsUnknown() {
        Object ways = SecurityGroupIngress.of(DocList.of(through("tcp", 22, "pl-1")), Absent.ABSENT);
        assertThat(((DocList) ways).docs().map(way -> way.get("open"))).allMatch(Unknown.class::isInstance);
        Object denied = SecurityGroupIngress.of(DocList.of(through("-1", 22, "pl-1")), DENIED);
        assertThat(((DocList) denied).docs().map(way -> way.get("open"))).containsOnly(DENIED);
    }

    @Test
    void aSourceThatCannotBeReadIsAnErrorAndNotAClosedPort() {
        assertThatIllegalArgumentException().isThrownBy(() -> ways(permission("tcp", 22, 22, "everywhere")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(list("pl-1", objects("Cidr", "")), through("tcp", 22, "pl-1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(list("pl-1", "0.0.0.0/0"), through("tcp", 22, "pl-1")));
    }

    private static DocList ways(Doc... permissions) {
        return (DocList) SecurityGroupIngress.of(DocList.of((Object[]) permissions), Absent.ABSENT);
    }

    private static DocList of(Doc list, Doc... permissions) {
        return (DocList) SecurityGroupIngress.of(DocList.of((Object[]) permissions), DocList.of(list));
    }

    private static Doc list(String id, Object entries) {
        return Doc.of("PrefixListId", id, "Entries", entries);
    }

    private static Doc through(String protocol, long port, String list) {
        return Doc.of(
                "IpProtocol",
                protocol,
                "FromPort",
                port,
                "ToPort",
                port,
                "PrefixListIds",
                objects("PrefixListId", list));
    }

    private static Doc permission(String protocol, long from, long to, String... sources) {
        List<String> v4 = Arrays.stream(sources).filter(it -> !it.contains(":")).toList();
        List<String> v6 = Arrays.stream(sources).filter(it -> it.contains(":")).toList();
        return Doc.of(
                "IpProtocol",
                protocol,
                "FromPort",
                from,
                "ToPort",
                to,
                "IpRanges",
                objects("CidrIp", v4.toArray(String[]::new)),
                "Ipv6Ranges",
                objects("CidrIpv6", v6.toArray(String[]::new)));
    }

    private static DocList objects(String key, String... values) {
        return DocList.copyOf(Arrays.stream(values).map(it -> Doc.of(key, it)).toList());
    }

    private static Doc way(String protocol, long from, long to, String family, String source, Object open) {
        return Doc.of(
                "protocol", protocol, "fromPort", from, "toPort", to, "family", family, "source", source, "open", open);
    }
}
