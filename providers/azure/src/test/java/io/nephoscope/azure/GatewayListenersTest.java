package io.nephoscope.azure;

import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayListenersTest {
    private static final String HTTPS = "'httpListeners':[{'name':'main','properties':{'protocol':'Https'}}]";

    private static Object oldest(String properties) {
        DocList listeners = (DocList) GatewayListeners.tls(json("{" + properties + "}"));
        assertThat(listeners.size()).isEqualTo(1);
        return ((Doc) listeners.get(0)).get("oldestVersion");
    }

    @Test
    void aListenerWithoutANameOfAHostTakesEveryName() {
        DocList named = (DocList) GatewayListeners.domains(json("{'httpListeners':["
                + "{'properties':{'hostName':'shop.example.com'}},"
                + "{'properties':{'hostNames':['shop.example.com','*.example.org']}}]}"));
        assertThat(named).isEqualTo(DocList.of("shop.example.com", "*.example.org"));
        DocList any = (DocList) GatewayListeners.domains(json("{'httpListeners':[{'name':'all','properties':{}}]}"));
        assertThat(any.get(0)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "AppGwSslPolicy20150501, TLSv1_0",
        "AppGwSslPolicy20170401, TLSv1_1",
        "AppGwSslPolicy20170401S, TLSv1_2",
        "AppGwSslPolicy20220101, TLSv1_2",
        "appgwsslpolicy20220101s, TLSv1_2"
    })
    void aPolicyOfAzureIsKnownByItsNameBeItChosenOrTheDefault(String name, String version) {
        assertThat(oldest("'sslPolicy':{'policyType':'Predefined','policyName':'" + name + "'}," + HTTPS))
                .isEqualTo(version);
        assertThat(oldest("'defaultPredefinedSslPolicy':'" + name + "'," + HTTPS))
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'policyType':'Custom','minProtocolVersion':'TLSv1_1' | TLSv1_1",
                "'policyType':'CustomV2','minProtocolVersion':'tlsv1_3' | TLSv1_3",
                "'disabledSslProtocols':['TLSv1_0'] | TLSv1_1",
                "'disabledSslProtocols':['TLSv1_0','TLSv1_1'] | TLSv1_2"
            })
    void aPolicyOfOnesOwnSaysItsOldestVersion(String policy, String version) {
        assertThat(oldest("'sslPolicy':{" + policy + "}," + HTTPS)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'defaultPredefinedSslPolicy':'AppGwSslPolicy20300101'",
                "'sslPolicy':{'policyType':'Predefined','minProtocolVersion':'TLSv1_2'}",
                "'sslPolicy':{'policyType':'Custom','minProtocolVersion':'TLSv2'}",
                "'sslPolicy':{'policyType':'Custom'}",
                "'enableHttp2':true"
            })
    void whatIsNotSaidInKnownWordsIsUnknown(String properties) {
        assertThat(oldest(properties + "," + HTTPS)).isInstanceOf(Unknown.class);
    }

    @Test
    void theProfileOfAListenerStandsInPlaceOfThePolicyWhereItHasOne() {
        String listener = "'sslPolicy':{'minProtocolVersion':'TLSv1_0'},'httpListeners':[{'name':'main','properties':"
                + "{'protocol':'Https','sslProfile':{'id':'/G/sslProfiles/P'}}}],'sslProfiles':[{'id':'/g/sslProfiles/";
        assertThat(oldest(listener + "p','properties':{'sslPolicy':{'minProtocolVersion':'TLSv1_2'}}}]"))
                .isEqualTo("TLSv1_2");
        assertThat(oldest(listener + "p','properties':{}}]")).isEqualTo("TLSv1_0");
        assertThat(oldest(listener + "another','properties':{}}]")).isInstanceOf(Unknown.class);
    }

    @Test
    void listenersOfTlsAreThoseOfHttpsAndOfTlsItself() {
        DocList listeners = (DocList) GatewayListeners.tls(json("""
                {'defaultPredefinedSslPolicy':'AppGwSslPolicy20220101',
                 'httpListeners':[{'name':'a','properties':{'protocol':'Http'}},{'name':'b','properties':{'protocol':'HTTPS'}}],
                 'listeners':[{'name':'c','properties':{'protocol':'Tcp'}},{'name':'d','properties':{'protocol':'Tls'}}]}
                """));

        assertThat(listeners.docs().map(listener -> listener.text("name"))).containsExactly("b", "d");
    }

    @Test
    void theFirewallPoliciesAreThoseThatDecide() {
        Doc gateway = json("""
                {'firewallPolicy':{'id':'/all'},'httpListeners':[{'name':'a','properties':{'firewallPolicy':{'id':'/a'}}}],
                 'urlPathMaps':[{'properties':{'pathRules':[{'properties':{'firewallPolicy':{'id':'/path'}}},{'properties':{}}]}}]}
                """);

        assertThat((DocList) GatewayListeners.wafPolicies(gateway)).containsExactly("/a", "/path");
        assertThat(GatewayListeners.unguarded(gateway)).isEqualTo(DocList.empty());
        assertThat(GatewayListeners.unguarded(json("{'httpListeners':[{'name':'a'}]}")))
                .isEqualTo(DocList.of("a"));
        assertThatThrownBy(() -> GatewayListeners.unguarded(json("{'firewallPolicy':{'id':'/all'}}")))
                .isInstanceOf(Unreadable.class);
    }
}
