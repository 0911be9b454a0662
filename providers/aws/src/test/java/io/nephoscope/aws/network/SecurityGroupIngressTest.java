package io.nephoscope.aws.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
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
            Text.quoted("UnauthorizedOperation: no")));

    @Test
    void aGroupWithoutPermissionsLetsNothingIn() {
        assertThat(SecurityGroupIngress.of(DocList.empty(), Absent.ABSENT)).isEqualTo(DocList.empty());
    }

    @Test
    void permissionsThatWereNotReadAreUnknown() {
        assertThat(SecurityGroupIngress.of(DENIED, Absent.ABSENT)).isEqualTo(DENIED);
        assertThat(SecurityGroupIngress.of(Absent.ABSENT, Absent.ABSENT)).isInstanceOf(Unknown.class);
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
    void aSourceThatCannotBeReadMayBeAnybodyAtItsPorts() {
        for (DocList ways : List.of(
                ways(permission("tcp", 22, 22, "everywhere")),
                ways(permission("tcp", 22, 22, "0.0.0.0/33")),
                ways(permission("tcp", 22, 22)),
                ways(permission("tcp", 22, 22).with("IpRanges", DocList.of(Doc.empty()))),
                of(list("pl-1", objects("Cidr", "")), through("tcp", 22, "pl-1")),
                of(list("pl-1", "0.0.0.0/0"), through("tcp", 22, "pl-1")))) {
            assertThat(ways.docs().map(way -> way.text("protocol") + " " + way.get("fromPort") + way.text("family")))
                    .containsExactly("tcp 22ipv4", "tcp 22ipv6");
            assertThat(ways.docs().map(way -> way.get("open"))).allMatch(Unknown.class::isInstance);
        }
    }

    @Test
    void aPermissionWithoutItsProtocolMayBeAboutEverything() {
        for (Object written : new Object[] {Absent.ABSENT, "", "tpc", 256L, "-2"}) {
            DocList ways = ways(permission("tcp", 22, 22, "0.0.0.0/0").with("IpProtocol", written));
            assertThat(ways.docs())
                    .as("%s", written)
                    .singleElement()
                    .satisfies(way -> assertThat(way.text("protocol")).isEqualTo("all"))
                    .satisfies(way -> assertThat(way.get("open")).isInstanceOf(Unknown.class));
        }
    }

    @Test
    void whatAPermissionMayBeAboutIsOpenToNobodyWhomItDoesNotName() {
        assertThat(ways(permission("", 22, 22, "10.0.0.0/8", "203.0.113.0/24"))).isEqualTo(DocList.empty());
        assertThat(ways(permission("", 22, 22, "10.0.0.0/8")
                        .with("IpRanges", DocList.empty())
                        .with("UserIdGroupPairs", objects("GroupId", "sg-1"))))
                .isEqualTo(DocList.empty());
    }

    @Test
    void aPermissionWithoutItsPortsMayBeAboutEachOfThem() {
        Doc open = permission("tcp", 22, 22, "0.0.0.0/0");
        for (Doc unclear : List.of(
                open.with("FromPort", Absent.ABSENT),
                open.with("ToPort", Absent.ABSENT),
                open.with("FromPort", Absent.ABSENT).with("ToPort", Absent.ABSENT),
                open.with("FromPort", 23L),
                open.with("ToPort", 65_536L),
                open.with("FromPort", -1L),
                open.with("FromPort", "ssh"),
                open.with("FromPort", true))) {
            assertThat(ways(unclear).docs())
                    .as("%s", unclear)
                    .singleElement()
                    .satisfies(way ->
                            assertThat(way).isEqualTo(way("tcp", 0, 65_535, "ipv4", "0.0.0.0/0", way.get("open"))))
                    .satisfies(way -> assertThat(way.get("open")).isInstanceOf(Unknown.class));
        }
    }

    @Test
    void whatReadsInOneWayIsRead() {
        Doc texts =
                permission(" TCP ", 0, 0, "0.0.0.0/0").with("FromPort", "22").with("ToPort", " 22");
        assertThat(ways(texts)).isEqualTo(DocList.of(way("tcp", 22, 22, "ipv4", "0.0.0.0/0", true)));
        assertThat(ways(texts.with("IpProtocol", 6L)))
                .isEqualTo(DocList.of(way("tcp", 22, 22, "ipv4", "0.0.0.0/0", true)));
        assertThat(ways(permission("udp", -1, -1, "0.0.0.0/0")))
                .isEqualTo(DocList.of(way("udp", 0, 65_535, "ipv4", "0.0.0.0/0", true)));
    }

    @Test
    void whatIsOpenWhateverAnUnclearPermissionSaysIsOpen() {
        assertThat(ways(permission("tcp", 22, 22, "0.0.0.0/0", "::/0"), permission("tcp", 80, 22, "::/0"))
                        .docs()
                        .filter(way -> Boolean.TRUE.equals(way.get("open")))
                        .map(way -> way.get("fromPort") + way.text("family")))
                .containsExactly("22ipv4", "22ipv6");
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
