package io.nephoscope.azure;

import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Unreadable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotRulesTest {
    private static Object atWork(String state, String overrides, String exclusions) {
        return BotRules.atWork(json("{'policySettings':{'state':'" + state
                + "'},'managedRules':{'managedRuleSets':[{'ruleSetType':'microsoft_botmanagerruleset','ruleGroupOverrides':["
                + overrides + "]}],'exclusions':[" + exclusions + "]}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | true",
                "{'ruleGroupName':'BadBots','rules':[{'ruleId':'1','state':'Enabled'}]} | true",
                "{'ruleGroupName':'BadBots','rules':[{'ruleId':'1','state':'Disabled'}]} | false",
                "{'ruleGroupName':'BadBots','rules':[{'ruleId':'1','action':'Block'}]} | false",
                "{'ruleGroupName':'BadBots','rules':[]} | false",
                "{'ruleGroupName':'BadBots'} | false"
            })
    void anOverrideTurnsOffWhateverItDoesNotCallEnabled(String override, boolean atWork) {
        assertThat(atWork("Enabled", override.equals("''") ? "" : override, "")).isEqualTo(atWork);
        assertThat(atWork("Disabled", "", "")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RequestHeaderNames | EqualsAny | '' | [] | false",
                "RequestHeaderValues | Equals | user-agent | [] | false",
                "RequestHeaderNames | StartsWith | User | [{'ruleSetType':'Microsoft_BotManagerRuleSet'}] | false",
                "RequestHeaderNames | EndsWith | gent | [] | false",
                "RequestHeaderNames | Contains | r-a | [] | false",
                "RequestHeaderNames | Equals | User-Agent | [{'ruleSetType':'OWASP'}] | true",
                "RequestHeaderNames | Equals | Authorization | [] | true",
                "RequestHeaderKeys | Equals | User-Agent | [] | true",
                "RequestArgNames | EqualsAny | '' | [] | true"
            })
    void anExclusionBlindsThemWhereItHidesWhatABotCallsItself(
            String variable, String operator, String selector, String sets, boolean atWork) {
        String exclusion =
                "{'matchVariable':'%s','selectorMatchOperator':'%s','selector':'%s','exclusionManagedRuleSets':%s}";

        assertThat(atWork("Enabled", "", exclusion.formatted(variable, operator, selector, sets)))
                .isEqualTo(atWork);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'policySettings':{'state':'Enabled'}}", "{'managedRules':{'managedRuleSets':[]}}"})
    void aPolicyThatDoesNotSayIsUnknown(String properties) {
        assertThatThrownBy(() -> BotRules.atWork(json(properties))).isInstanceOf(Unreadable.class);
    }
}
