package io.nephoscope.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
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
        Unknown unread = Unknown.because(new Cause("call", Status.DENIED, "permission", ""));

        assertThat(SecurityRules.ingress(unread)).isEqualTo(unread);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh", "22-", "1-2-3", "-", "99999999"})
    void aRangeOfPortsThatIsNoneMakesNoVerdict(String ports) {
        assertThatThrownBy(() -> ways(rule(100, "Allow", "Tcp", "*", ports)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/99", "1.2.3", "::/x"})
    void aSourceThatIsNoneMakesNoVerdict(String source) {
        assertThatThrownBy(() -> ways(rule(100, "Allow", "Tcp", source, "22")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String rule(int priority, String access, String protocol, String source, String ports) {
        return """
                {'priority':%d,'direction':'Inbound','access':'%s','protocol':'%s',%s,
                 'sourceAddressPrefix':'%s','destinationPortRange':'%s'}""".formatted(priority, access, protocol, ANY_PLACE, source, ports);
    }

    private static List<String> ways(String... rules) {
        String json = Arrays.stream(rules)
                .map(rule -> "{'properties':" + rule + "}")
                .collect(Collectors.joining(",", "{'securityRules':[", "]}"))
                .replace('\'', '"');
        try {
            return ((DocList) SecurityRules.ingress(DocJson.parse(json)))
                    .docs()
                    .map(SecurityRulesTest::text)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String text(Doc way) {
        return way.text("protocol") + " " + way.get("fromPort") + "-" + way.get("toPort") + " " + way.text("family");
    }
}
