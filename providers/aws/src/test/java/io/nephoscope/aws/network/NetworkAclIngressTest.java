package io.nephoscope.aws.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAclIngressTest {
    private static final long LAST = 32_767;

    @Test
    void theAclThatAmazonMakesLetsEverythingIn() {
        assertThat(ways(entry(100, "allow", "-1", "0.0.0.0/0"), entry(LAST, "deny", "-1", "0.0.0.0/0"))
                        .docs())
                .singleElement()
                .extracting(way -> way.text("protocol"), way -> way.text("family"))
                .containsExactly("all", "ipv4");
    }

    @Test
    void anAclWithoutEntriesLetsNothingIn() {
        assertThat(NetworkAclIngress.of(DocList.empty())).isEqualTo(DocList.empty());
    }

    @Test
    void entriesThatWereNotReadAreUnknown() {
        Unknown unread = Unknown.because(Cause.notCollected("ec2:DescribeNetworkAcls", "ec2:DescribeNetworkAcls"));
        assertThat(NetworkAclIngress.of(unread)).isEqualTo(unread);
        assertThat(NetworkAclIngress.of(Absent.ABSENT)).isInstanceOf(Unknown.class);
    }

    @Test
    void theLowestNumberDecidesWhateverTheOrderOfTheAnswer() {
        Doc deny = ports(90, "deny", "6", 22, 22, "0.0.0.0/0");
        Doc allow = ports(100, "allow", "6", 0, 65_535, "0.0.0.0/0");
        assertThat(ways(allow, deny)).isEqualTo(ways(deny, allow));
        assertThat(ways(allow, deny).docs().map(way -> way.get("fromPort") + "-" + way.get("toPort")))
                .containsExactly("0-21", "23-65535");
    }

    @Test
    void aDenialThatComesLateClosesNothing() {
        assertThat(ways(ports(100, "allow", "6", 22, 22, "0.0.0.0/0"), ports(110, "deny", "6", 22, 22, "0.0.0.0/0"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aDenialOfSomeAddressesLeavesTheInternet() {
        assertThat(ways(
                                ports(90, "deny", "6", 22, 22, "198.51.100.0/24"),
                                ports(100, "allow", "6", 22, 22, "0.0.0.0/0"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void denialsThatTogetherCoverTheInternetCloseIt() {
        assertThat(ways(
                        ports(80, "deny", "6", 22, 22, "0.0.0.0/1"),
                        ports(90, "deny", "6", 22, 22, "128.0.0.0/1"),
                        ports(100, "allow", "6", 22, 22, "0.0.0.0/0")))
                .isEqualTo(DocList.empty());
    }

    @Test
    void aDenialOfOneProtocolLeavesTheOthersOpen() {
        DocList ways = ways(ports(90, "deny", "6", 0, 65_535, "0.0.0.0/0"), entry(100, "allow", "-1", "0.0.0.0/0"));
        assertThat(ways.docs().map(way -> way.text("protocol"))).containsExactly("icmp", "icmpv6", "other", "udp");
    }

    @Test
    void aDenialOfOneMessageOfIcmpDoesNotCloseIcmp() {
        Doc echo = entry(90, "deny", "1", "0.0.0.0/0").with("IcmpTypeCode", Doc.of("Type", 8L, "Code", -1L));
        Doc every = entry(90, "deny", "1", "0.0.0.0/0").with("IcmpTypeCode", Doc.of("Type", -1L, "Code", -1L));
        Doc allow = entry(100, "allow", "1", "0.0.0.0/0");
        assertThat(ways(echo, allow).size()).isEqualTo(1);
        assertThat(ways(every, allow)).isEqualTo(DocList.empty());
    }

    @Test
    void whatGoesOutDoesNotComeIn() {
        assertThat(ways(entry(100, "allow", "-1", "0.0.0.0/0").with("Egress", true)))
                .isEqualTo(DocList.empty());
    }

    @Test
    void ipv6IsJudgedByItself() {
        Doc deny = ports(90, "deny", "6", 22, 22, "0.0.0.0/0");
        Doc allow = Doc.of(
                "RuleNumber",
                101L,
                "RuleAction",
                "allow",
                "Protocol",
                "6",
                "Egress",
                false,
                "PortRange",
                Doc.of("From", 22L, "To", 22L),
                "Ipv6CidrBlock",
                "::/0");
        assertThat(ways(deny, allow).docs().map(way -> way.text("family"))).containsExactly("ipv6");
    }

    @Test
    void withoutItsNumberAnEntryMayDecideEverything() {
        assertThat(NetworkAclIngress.of(DocList.of(
                        entry(90, "deny", "-1", "0.0.0.0/0"),
                        entry(100, "allow", "-1", "0.0.0.0/0").with("RuleNumber", Absent.ABSENT))))
                .isInstanceOf(Unknown.class);
        assertThat(ways(entry(100, "allow", "-1", "0.0.0.0/0").with("RuleNumber", "100"))
                        .docs())
                .singleElement()
                .satisfies(way -> assertThat(way.get("open")).isEqualTo(true));
    }

    /** Each is shut in one reading and open in another. */
    @ParameterizedTest
    @ValueSource(strings = {"RuleAction", "Protocol", "PortRange", "CidrBlock", "Egress"})
    void anEntryThatLeavesOutWhatDecidesMayLetIn(String left) {
        Doc allow = ports(100, "allow", "6", 22, 22, "0.0.0.0/0");
        assertThat(openOfSsh(allow)).isEqualTo(Tri.TRUE.toString());
        assertThat(openOfSsh(allow.with(left, Absent.ABSENT))).isEqualTo("unknown");
        assertThat(openOfSsh(allow.with(left, "garbage"))).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RuleAction", "Protocol", "PortRange", "CidrBlock", "Egress"})
    void anEntryThatLeavesOutWhatDecidesMayKeepOut(String left) {
        Doc deny = ports(90, "deny", "6", 22, 22, "0.0.0.0/0");
        Doc allow = entry(100, "allow", "-1", "0.0.0.0/0");
        assertThat(openOfSsh(deny, allow)).isEqualTo("false");
        assertThat(openOfSsh(deny.with(left, Absent.ABSENT), allow)).isEqualTo("unknown");
        assertThat(openOfSsh(entry(80, "allow", "-1", "0.0.0.0/0"), deny.with(left, Absent.ABSENT)))
                .as("what comes too late")
                .isEqualTo("true");
    }

    private static String openOfSsh(Doc... entries) {
        Tri open = Tri.FALSE;
        for (Doc way : ways(entries).docs().toList()) {
            boolean matches = Set.of("tcp", "all").contains(way.text("protocol"))
                    && (Long) way.get("fromPort") <= 22
                    && (Long) way.get("toPort") >= 22;
            open = open.or(() -> Tri.of(matches).and(() -> Tri.isTrue(way.get("open"))));
        }
        return open.isUnknown() ? "unknown" : open.toString();
    }

    private static DocList ways(Doc... entries) {
        return (DocList) NetworkAclIngress.of(DocList.of((Object[]) entries));
    }

    private static Doc entry(long number, String action, String protocol, String block) {
        return Doc.of(
                "RuleNumber", number, "RuleAction", action, "Protocol", protocol, "Egress", false, "CidrBlock", block);
    }

    private static Doc ports(long number, String action, String protocol, long from, long to, String block) {
        return entry(number, action, protocol, block).with("PortRange", Doc.of("From", from, "To", to));
    }
}
