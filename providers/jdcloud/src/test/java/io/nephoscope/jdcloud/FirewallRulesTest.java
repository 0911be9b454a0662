package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallRulesTest {
    private static Doc rule(String action, long priority, Object protocol, String source, long from, long to) {
        return Doc.of(
                "direction",
                0L,
                "ruleAction",
                action,
                "priority",
                priority,
                "protocol",
                protocol,
                "addressPrefixType",
                "CIDR",
                "addressPrefix",
                source,
                "fromPort",
                from,
                "toPort",
                to);
    }

    /** What the Internet reaches, as {@code tcp 22-22}. */
    private static Stream<String> open(Object... rules) {
        return ((DocList) FirewallRules.internetIngress(DocList.of(rules), "vpc:describeNetworkSecurityGroups"))
                .docs()
                .map(way -> way.text("protocol") + " " + way.get("fromPort") + "-" + way.get("toPort")
                        + (way.get("open") instanceof Unknown ? "?" : ""));
    }

    @Test
    void whatNoRuleAllowsIsKeptOut() {
        assertThat(open()).isEmpty();
        assertThat(open(rule("allow", 1, 6L, "10.0.0.0/8", 1, 65_535))).isEmpty();
    }

    @Test
    void theSmallestPriorityDecidesInWhateverOrderTheRulesCome() {
        Doc allow = rule("ALLOW", 10, 6L, "0.0.0.0/0", 22, 22);
        assertThat(open(allow, rule("DENY", 1, 300L, "0.0.0.0/0", 0, 0))).isEmpty();
        assertThat(open(allow, rule("deny", 20, 300L, "0.0.0.0/0", 0, 0))).containsExactly("tcp 22-22");
        assertThat(open(allow, rule("deny", 10, 6L, "0.0.0.0/0", 22, 22))).isEmpty();
    }

    @Test
    void portsFromOneOnAreAllOfThem() {
        assertThat(open(rule("allow", 1, 300L, "0.0.0.0/0", 1, 65_535))).containsExactly("all 0-65535");
        assertThat(open(rule("allow", 1, 6L, "0.0.0.0/0", 1, 65_535))).containsExactly("tcp 0-65535");
    }

    @Test
    void whatGoesOutIsNoWayIn() {
        assertThat(open(rule("allow", 1, 300L, "0.0.0.0/0", 1, 65_535).with("direction", 1L)))
                .isEmpty();
        assertThat(open(rule("allow", 1, "All", "0.0.0.0/0", 1, 65_535).with("direction", "egress")))
                .isEmpty();
    }

    @Test
    void networkAclsNameWhatSecurityGroupsNumber() {
        assertThat(open(rule("allow", 1, "UDP", "::/0", 53, 53).with("direction", "ingress")))
                .containsExactly("udp 53-53");
    }

    @Test
    void aListOfPrefixesThatNobodyCanReadMayHoldTheInternet() {
        assertThat(open(rule("allow", 1, 6L, "pl-1", 22, 22).with("addressPrefixType", "PREFIXLIST")))
                .contains("tcp 22-22?");
    }

    /** Each is shut in one reading and open in another. */
    @ParameterizedTest
    @ValueSource(strings = {"direction", "ruleAction", "protocol", "fromPort", "toPort", "addressPrefix"})
    void aRuleThatLeavesOutOrMistypesWhatDecidesMayLetIn(String left) {
        Doc rule = rule("allow", 1, 6L, "0.0.0.0/0", 22, 22);
        assertThat(open(rule)).containsExactly("tcp 22-22");
        for (Object written : new Object[] {Absent.ABSENT, "", "garbage", true, Doc.empty()}) {
            assertThat(open(rule.with(left, written)))
                    .as("%s", written)
                    .isNotEmpty()
                    .allMatch(way -> way.endsWith("?"));
        }
    }

    @Test
    void portsThatAreNoneMayBeAllOfThem() {
        assertThat(open(rule("allow", 1, 6L, "0.0.0.0/0", 0, 0))).containsExactly("tcp 0-65535?");
        assertThat(open(rule("allow", 1, 17L, "0.0.0.0/0", 80, 22))).containsExactly("udp 0-65535?");
        assertThat(open(rule("allow", 1, 17L, "10.0.0.0/8", 80, 22))).isEmpty();
    }

    @Test
    void whatReadsInOneWayIsRead() {
        Doc texts =
                rule("Allow", 1, "6", "0.0.0.0/0", 1, 1).with("fromPort", "22").with("toPort", "22");
        assertThat(open(texts.with("direction", "0").with("priority", "1"))).containsExactly("tcp 22-22");
        assertThat(open(texts.with("direction", "INGRESS").with("addressPrefixType", Absent.ABSENT)))
                .containsExactly("tcp 22-22");
        assertThat(open(texts.with("direction", "Egress"))).isEmpty();
    }

    @Test
    void whoeverDoesNotSayWhichRuleComesFirstLeavesAllOpen() {
        Doc rule = rule("allow", 1, 6L, "0.0.0.0/0", 22, 22);
        for (Object rules :
                new Object[] {Absent.ABSENT, "none", DocList.of("all"), DocList.of(rule.with("priority", Absent.ABSENT))
                }) {
            assertThat(FirewallRules.internetIngress(rules, "vpc:describeNetworkAcls"))
                    .as("%s", rules)
                    .isInstanceOf(Unknown.class);
        }
        assertThat(open(rule.with("priority", Absent.ABSENT).with("direction", 1L)))
                .isEmpty();
    }

    @Test
    void halvesOfTheInternetAddUp() {
        assertThat(open(rule("allow", 1, 6L, "0.0.0.0/1", 22, 22), rule("allow", 2, 6L, "128.0.0.0/1", 22, 22)))
                .containsExactly("tcp 22-22");
    }
}
