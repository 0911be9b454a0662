package io.nephoscope.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityRulesTest {
    private static final String ANY_PLACE = "'sourcePortRange':'*','destinationAddressPrefix':'*'";

    @ParameterizedTest
    @ValueSource(strings = {"*", "Any", "Internet", "internet", "0.0.0.0/0", "AzureCloud", "AzureCloud.WestEurope"})
    void everyNameOfEverybodyLetsEverybodyIn(String source) {
        assertThat(ways(rule(100, "Allow", "Tcp", source, "22"))).contains("tcp 22-22 ipv4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VirtualNetwork",
                "AzureLoadBalancer",
                "Storage.WestEurope",
                "AzureFrontDoor.Backend",
                "10.0.0.0/8"
            })
    void whoIsNotEverybodyDoesNot(String source) {
        assertThat(ways(rule(100, "Allow", "*", source, "*"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TCP, tcp", "Udp, udp", "udp, udp", "icmp, icmp", "Esp, esp"})
    void protocolsAreReadInAnyCase(String written, String read) {
        assertThat(ways(rule(100, "Allow", written, "0.0.0.0/0", "*"))).containsExactly(read + " 0-65535 ipv4");
    }

    @Test
    void icmpHasNoPortsAndAnotherNameOverIpv6() {
        assertThat(ways(rule(100, "Allow", "Icmp", "*", "22")))
                .containsExactly("icmp 0-65535 ipv4", "icmpv6 0-65535 ipv6");
    }

    @Test
    void aRuleForEveryProtocolAndOnePortIsOneForTcpAndUdp() {
        assertThat(ways(rule(100, "Allow", "*", "0.0.0.0/0", "443")))
                .containsExactly("tcp 443-443 ipv4", "udp 443-443 ipv4");
    }

    @Test
    void everythingForEverybodyIsOneWayForEachFamily() {
        assertThat(ways(rule(100, "Allow", "*", "*", "*"))).containsExactly("all 0-65535 ipv4", "all 0-65535 ipv6");
    }

    @Test
    void singleAndPluralFieldsAddUp() {
        assertThat(ways("""
                {'priority':100,'direction':'Inbound','access':'Allow','protocol':'Tcp',%s,
                 'sourceAddressPrefix':'10.0.0.0/8','sourceAddressPrefixes':['0.0.0.0/1','128.0.0.0/1'],
                 'destinationPortRange':'22','destinationPortRanges':['80-81','443']}""".formatted(ANY_PLACE)))
                .containsExactly("tcp 22-22 ipv4", "tcp 80-81 ipv4", "tcp 443-443 ipv4");
    }

    @Test
    void theLowestPriorityDecidesInWhateverOrderRulesCome() {
        assertThat(ways(rule(200, "Allow", "Tcp", "*", "22"), rule(100, "Deny", "*", "*", "*")))
                .isEmpty();
        assertThat(ways(rule(100, "Allow", "Tcp", "0.0.0.0/0", "22"), rule(200, "Deny", "*", "*", "*")))
                .containsExactly("tcp 22-22 ipv4");
    }

    @Test
    void toDenyTheCloudIsNotToDenyTheInternet() {
        assertThat(ways(rule(100, "Deny", "*", "AzureCloud", "*"), rule(200, "Allow", "Tcp", "0.0.0.0/0", "22")))
                .containsExactly("tcp 22-22 ipv4");
    }

    @Test
    void aDenyForSomePortsOfTheSenderStopsNobody() {
        String deny = rule(100, "Deny", "*", "*", "*").replace("'sourcePortRange':'*'", "'sourcePortRange':'1024'");

        assertThat(ways(deny, rule(200, "Allow", "Tcp", "0.0.0.0/0", "22"))).containsExactly("tcp 22-22 ipv4");
    }

    @Test
    void aDenyAboutOnePlaceLeavesTheOthersOpen() {
        String deny = rule(100, "Deny", "*", "*", "*")
                .replace("'destinationAddressPrefix':'*'", "'destinationAddressPrefix':'10.0.0.4'");
        String there = rule(200, "Allow", "Tcp", "0.0.0.0/0", "22")
                .replace("'destinationAddressPrefix':'*'", "'destinationAddressPrefix':'10.0.0.4'");

        assertThat(ways(deny, rule(200, "Allow", "Tcp", "0.0.0.0/0", "22"))).containsExactly("tcp 22-22 ipv4");
        assertThat(ways(deny, there)).isEmpty();
    }

    @Test
    void placesThatAreApplicationSecurityGroupsAreCompared() {
        String group = "'destinationApplicationSecurityGroups':[{'id':'/ASG/Web'}]";
        String allow = rule(100, "Allow", "Tcp", "0.0.0.0/0", "443").replace("'destinationAddressPrefix':'*'", group);
        String deny = rule(90, "Deny", "Tcp", "*", "443")
                .replace("'destinationAddressPrefix':'*'", group.replace("/ASG/Web", "/asg/web"));

        assertThat(ways(allow)).containsExactly("tcp 443-443 ipv4");
        assertThat(ways(allow, deny)).isEmpty();
    }

    @Test
    void whatGoesOutAndWhatEveryGroupHasLetsNobodyIn() {
        String out = rule(100, "Allow", "*", "*", "*").replace("Inbound", "Outbound");

        assertThat(ways(out)).isEmpty();
    }

    @Test
    void aGroupThatWasNotReadIsUnknown() {
        Unknown unread = Unknown.because(new Cause("call", Status.DENIED, "permission", Text.EMPTY));

        assertThat(SecurityRules.ingress(unread)).isEqualTo(unread);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'0.0.0.0/0'", "'Any'", "'*'", "'INTERNET'", "'0.0.0.0/1','128.0.0.0/1'"})
    void aDenyCountsHoweverItIsSpelt(String everybody) {
        String deny = rule(100, "Deny", "Any", "", "0-65535")
                .replace("'sourceAddressPrefix':''", "'sourceAddressPrefixes':[" + everybody + "]")
                .replace("'sourcePortRange':'*'", "'sourcePortRanges':['0-1000','1001-65535']");

        assertThat(ways(deny, rule(200, "Allow", "*", "0.0.0.0/0", "*"))).isEmpty();
    }

    @Test
    void aDenyOfASetShutsWhateverLiesInIt() {
        String cloud = rule(100, "Deny", "*", "AzureCloud", "*");
        assertThat(ways(cloud, rule(200, "Allow", "Tcp", "AzureCloud", "22"))).isEmpty();
        assertThat(ways(cloud, rule(200, "Allow", "Tcp", "AzureCloud.WestEurope", "22")))
                .isEmpty();
        assertThat(ways(
                        rule(100, "Deny", "*", "AzureCloud.WestEurope", "*"),
                        rule(200, "Allow", "Tcp", "AzureCloud", "22")))
                .contains("tcp 22-22 ipv4");

        String place = rule(100, "Deny", "Tcp", "*", "20-30")
                .replace(
                        "'destinationAddressPrefix':'*'", "'destinationAddressPrefixes':['10.0.0.0/9','10.128.0.0/9']");
        String there = rule(200, "Allow", "Tcp", "*", "22")
                .replace("'destinationAddressPrefix':'*'", "'destinationAddressPrefix':'10.0.0.0/8'");
        assertThat(ways(place, there)).isEmpty();
        assertThat(ways(place, there.replace("10.0.0.0/8", "10.0.0.0/7"))).contains("tcp 22-22 ipv4");
        assertThat(ways(place, rule(200, "Allow", "Tcp", "0.0.0.0/0", "22"))).contains("tcp 22-22 ipv4");
    }

    @Test
    void aDenyForTheSourcePortsOfAnAllowShutsIt() {
        String deny =
                rule(100, "Deny", "*", "*", "*").replace("'sourcePortRange':'*'", "'sourcePortRange':'1000-2000'");
        String allow =
                rule(200, "Allow", "Tcp", "*", "22").replace("'sourcePortRange':'*'", "'sourcePortRange':'1024'");

        assertThat(ways(deny, allow)).isEmpty();
        assertThat(ways(deny, allow.replace("1024", "1024-2001"))).contains("tcp 22-22 ipv4");
    }

    @Test
    void aNumberIsAPort() {
        assertThat(ways(rule(100, "Allow", "Tcp", "0.0.0.0/0", "22")
                        .replace("'destinationPortRange':'22'", "'destinationPortRange':22")))
                .containsExactly("tcp 22-22 ipv4");
        assertThat(ways(rule(100, "Allow", "Tcp", "0.0.0.0/0", "22")
                        .replace("'destinationPortRange':'22'", "'destinationPortRanges':[22,'80']")))
                .containsExactly("tcp 22-22 ipv4", "tcp 80-80 ipv4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'protocol':'Tcp' | 'protocol':''",
                "'protocol':'Tcp' | 'protocol':6",
                "'protocol':'Tcp' | 'protocol':'Tpc'",
                "'protocol':'Tcp' | 'p':'Tcp'",
                "'direction':'Inbound' | 'd':'Inbound'",
                "'direction':'Inbound' | 'direction':'In'",
                "'access':'Allow' | 'a':'Allow'",
                "'access':'Allow' | 'access':true",
                "'priority':100 | 'p':100",
                "'priority':100 | 'priority':'first'",
                "'sourceAddressPrefix':'*' | 's':'*'",
                "'sourceAddressPrefix':'*' | 'sourceAddressPrefix':['*']",
                "'sourceAddressPrefix':'*' | 'sourceAddressPrefixes':[7]",
                "'sourceAddressPrefix':'*' | 'sourceAddressPrefix':'10.0.0.0/99'",
                "'sourceAddressPrefix':'*' | 'sourceApplicationSecurityGroups':[{}]",
                "'sourcePortRange':'*' | 's':'*'",
                "'destinationAddressPrefix':'*' | 'd':'*'",
                "'destinationAddressPrefix':'*' | 'destinationAddressPrefix':{}",
                "'destinationPortRange':'22' | 'd':'22'",
                "'destinationPortRange':'22' | 'destinationPortRange':'ssh'",
                "'destinationPortRange':'22' | 'destinationPortRange':'22-'",
                "'destinationPortRange':'22' | 'destinationPortRange':'1-2-3'",
                "'destinationPortRange':'22' | 'destinationPortRange':'30-20'",
                "'destinationPortRange':'22' | 'destinationPortRange':-1",
                "'destinationPortRange':'22' | 'destinationPortRange':65536",
                "'destinationPortRange':'22' | 'destinationPortRange':{}"
            })
    void aRuleThatDoesNotSayWhatItOpensOrShutsMakesNoVerdict(String field, String instead) {
        String rule = rule(100, "Allow", "Tcp", "*", "22");
        assertThat(rule).contains(field);
        String unread = rule.replace(field, instead);

        assertThat(open(22, unread)).isInstanceOf(Unknown.class);
        assertThat(open(22, unread.replace("'Allow'", "'Deny'"), rule(200, "Allow", "Tcp", "*", "22")))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void theCauseNamesTheRuleAndTheField() {
        Object open = open(22, rule(100, "Allow", "Tcp", "*", "ssh"));

        assertThat(((Unknown) open).causes())
                .extracting(cause -> cause.message().en())
                .containsExactly("of the rule r these fields cannot be read: destinationPortRange");
    }

    @Test
    void whatCannotBeReadMattersOnlyWhereItMayDecide() {
        String unread = rule(100, "Allow", "Tcp", "10.0.0.0/8", "ssh");
        assertThat(ways(unread)).isEmpty();
        assertThat(ways(rule(90, "Deny", "*", "*", "*"), unread.replace("10.0.0.0/8", "*")))
                .isEmpty();
        assertThat(open(3389, rule(100, "Allow", "Tpc", "*", "22"))).isEqualTo(false);
        assertThat(open(22, rule(100, "Allow", "Tcp", "*", "22"), rule(200, "Deny", "Tcp", "*", "ssh")))
                .isEqualTo(true);
        String some = rule(100, "Allow", "Tcp", "*", "22")
                .replace("'destinationPortRange':'22'", "'destinationPortRanges':['22','ssh']");
        assertThat(open(22, some)).isEqualTo(true);
        assertThat(open(23, some)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'securityRules':null}"})
    void aGroupThatDoesNotSayWhichRulesItHasIsUnknown(String properties) {
        assertThatThrownBy(() -> SecurityRules.ingress(Given.json(properties))).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'securityRules':{}}", "{'securityRules':['x']}", "{'securityRules':[{'name':'r'}]}"})
    void aRuleThatIsNoneMayOpenAnything(String properties) {
        assertThat(open((DocList) SecurityRules.ingress(Given.json(properties)), 22))
                .isInstanceOf(Unknown.class);
    }

    private static String rule(int priority, String access, String protocol, String source, String ports) {
        return """
                {'priority':%d,'direction':'Inbound','access':'%s','protocol':'%s',%s,
                 'sourceAddressPrefix':'%s','destinationPortRange':'%s'}""".formatted(priority, access, protocol, ANY_PLACE, source, ports);
    }

    private static List<String> ways(String... rules) {
        return ingress(rules).docs().map(SecurityRulesTest::text).toList();
    }

    private static DocList ingress(String... rules) {
        return (DocList) SecurityRules.ingress(Given.json(Arrays.stream(rules)
                .filter(rule -> !rule.isEmpty())
                .map(rule -> "{'name':'r','properties':" + rule + "}")
                .collect(Collectors.joining(",", "{'securityRules':[", "]}"))));
    }

    /** Whether a port of TCP is open, as the rules of the catalogue ask it. */
    private static Object open(int port, String... rules) {
        return open(ingress(rules), port);
    }

    private static Object open(DocList ways, int port) {
        Tri open = Tri.FALSE;
        for (Doc way : ways.docs().toList()) {
            boolean isIt = List.of("tcp", "all").contains(way.text("protocol"))
                    && (Long) way.get("fromPort") <= port
                    && port <= (Long) way.get("toPort");
            open = open.or(() -> isIt ? Tri.ask(way.get("open"), it -> Tri.of((Boolean) it)) : Tri.FALSE);
        }
        return open.toField();
    }

    private static String text(Doc way) {
        return way.text("protocol") + " " + way.get("fromPort") + "-" + way.get("toPort") + " " + way.text("family");
    }
}
