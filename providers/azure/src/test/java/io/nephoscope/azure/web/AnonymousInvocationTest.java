package io.nephoscope.azure.web;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousInvocationTest {
    private static final Unknown DENIED = denied("Microsoft.Web:WebApps_GetConfiguration");
    private static final String OPEN =
            "{'name':'app/resize','properties':{'config':{'bindings':[{'type':'httpTrigger','authLevel':'anonymous'}]}}}";

    private static Doc app(String properties, String config, String authentication, String function) {
        return Doc.of(
                "properties",
                json(properties),
                "config",
                Doc.of("properties", json(config)),
                "authentication",
                Doc.of("properties", json(authentication)),
                "functions",
                DocList.of(json(function)));
    }

    private static Object isPublic(Doc app) {
        return type("azure.web.function_app").facetsOf(app).get("public");
    }

    @Test
    void aFunctionThatAsksForNoKeyIsForAnyone() {
        Doc app = app("{'state':'Running'}", "{}", "{}", OPEN);
        assertThat(isPublic(app)).isEqualTo(true);
        assertThat(type("azure.web.function_app").facetsOf(app).get("publicBy"))
                .isEqualTo(DocList.of("function resize asks for no key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'app/x','properties':{'config':{'bindings':[{'type':'httpTrigger','authLevel':'function'}]}}}",
                "{'name':'app/x','properties':{'config':{'bindings':[{'type':'httpTrigger'}]}}}",
                "{'name':'app/x','properties':{'config':{'bindings':[{'type':'timerTrigger','authLevel':'anonymous'}]}}}",
                "{'name':'app/x','properties':{'isDisabled':true,'config':{'bindings':"
                        + "[{'type':'httpTrigger','authLevel':'anonymous'}]}}}"
            })
    void aFunctionThatAsksForAKeyOrHearsNobodyIsNot(String function) {
        assertThat(isPublic(app("{'state':'Running'}", "{}", "{}", function))).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "'{''platform'':{''enabled'':true},''globalValidation'':{''requireAuthentication'':true}}', false",
        "'{''platform'':{''enabled'':true},''globalValidation'':{''requireAuthentication'':false}}', true",
        "'{''platform'':{''enabled'':false},''globalValidation'':{''requireAuthentication'':true}}', true",
        "'{''platform'':{''enabled'':true},''globalValidation'':{''requireAuthentication'':true,"
                + "''unauthenticatedClientAction'':''AllowAnonymous''}}', true",
        "'{''platform'':{''enabled'':true},''globalValidation'':{''requireAuthentication'':true,"
                + "''excludedPaths'':[''/api/resize'']}}', true"
    })
    void signingInKeepsOthersOutWhereNothingIsLeftOut(String authentication, boolean open) {
        assertThat(isPublic(app("{'state':'Running'}", "{}", authentication, OPEN)))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', true",
        "'{''publicNetworkAccess'':''Enabled''}', true",
        "'{''publicNetworkAccess'':''Disabled''}', false",
        "'{''publicNetworkAccess'':'''',''privateEndpointConnections'':[{''id'':''/p''}]}', false",
        "'{''privateEndpointConnections'':[]}', true",
        "'{''state'':''Stopped''}', false"
    })
    void anAppThatIsNotReachedIsNotPublic(String properties, boolean open) {
        assertThat(isPublic(app(properties, "{}", "{}", OPEN))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "'[]', true",
        "'[{''ipAddress'':''Any'',''action'':''Allow'',''priority'':2147483647}]', true",
        "'[{''ipAddress'':''203.0.113.0/24'',''action'':''Allow'',''priority'':100}]', false",
        "'[{''ipAddress'':''Any'',''action'':''Deny'',''priority'':300},"
                + "{''ipAddress'':''0.0.0.0/0'',''action'':''Allow'',''priority'':200}]', true",
        "'[{''ipAddress'':''0.0.0.0/0'',''action'':''Allow'',''priority'':400},"
                + "{''ipAddress'':''Any'',''action'':''Deny'',''priority'':300}]', false",
        "'[{''ipAddress'':''AzureCloud'',''tag'':''ServiceTag'',''action'':''Allow'',''priority'':1}]', true",
        "'[{''ipAddress'':''AzureFrontDoor.Backend'',''tag'':''ServiceTag'',''action'':''Allow'',''priority'':1}]', false",
        "'[{''ipAddress'':''0.0.0.0/1,128.0.0.0/1'',''action'':''Allow'',''priority'':1}]', true",
        "'[{''ipAddress'':''0.0.0.0/0'',''action'':''Allow'',''priority'':1,"
                + "''headers'':{''x-azure-fdid'':[''a'']}}]', false",
        "'[{''vnetSubnetResourceId'':''/s'',''action'':''Allow'',''priority'':1}]', false"
    })
    void accessRestrictionsAreAskedInTheirOrder(String restrictions, boolean open) {
        assertThat(isPublic(app("{}", "{'ipSecurityRestrictions':" + restrictions + "}", "{}", OPEN)))
                .isEqualTo(open);
    }

    @Test
    void theDefaultDecidesOnWhomNoRuleNames() {
        String denyOne = "'ipSecurityRestrictions':[{'ipAddress':'203.0.113.0/24','action':'Deny','priority':1}]";
        assertThat(isPublic(app("{}", "{" + denyOne + "}", "{}", OPEN))).isEqualTo(false);
        assertThat(isPublic(app("{}", "{" + denyOne + ",'ipSecurityRestrictionsDefaultAction':'Allow'}", "{}", OPEN)))
                .isEqualTo(true);
        assertThat(isPublic(app("{}", "{'ipSecurityRestrictionsDefaultAction':'Deny'}", "{}", OPEN)))
                .isEqualTo(false);
    }

    @Test
    void whatWasNotReadIsUnknownOnlyWhereItMatters() {
        Doc open = app("{}", "{}", "{}", OPEN);
        assertThat(isPublic(open.with("functions", DENIED))).isEqualTo(DENIED);
        assertThat(isPublic(open.with("config", DENIED))).isEqualTo(DENIED);
        assertThat(isPublic(open.with("authentication", DENIED))).isEqualTo(DENIED);
        Doc stopped = app("{'state':'Stopped'}", "{}", "{}", OPEN);
        assertThat(isPublic(stopped.with("functions", DENIED).with("config", DENIED)))
                .isEqualTo(false);
    }
}
