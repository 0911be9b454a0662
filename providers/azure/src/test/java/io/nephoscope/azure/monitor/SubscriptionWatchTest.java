package io.nephoscope.azure.monitor;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionWatchTest {
    private static final String WRITE = "Microsoft.Network/networkSecurityGroups/write";
    private static final String DELETE = "Microsoft.Network/networkSecurityGroups/delete";

    private static Doc alert(String scope, String conditions) {
        return json("{'properties':{'enabled':true,'scopes':['" + scope + "'],'condition':{'allOf':[" + conditions
                + "]},'actions':{'actionGroups':[{'actionGroupId':'/a'}]}}}");
    }

    private static List<String> without(Doc... alerts) {
        return AlertedOperations.without(List.of(alerts), "/subscriptions/s", List.of(WRITE, DELETE));
    }

    private static final String ADMINISTRATIVE = "{'field':'category','equals':'Administrative'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field':'operationName','equals':'" + WRITE + "'}",
                ADMINISTRATIVE + ",{'field':'operationName','equals':'microsoft.network/NETWORKSECURITYGROUPS/write'}",
                ADMINISTRATIVE + ",{'anyOf':[{'field':'operationName','equals':'x'},{'field':'operationName','equals':'"
                        + WRITE + "'}]}",
                "{'field':'operationName','containsAny':['x','" + WRITE + "']}"
            })
    void anAlertTellsOfTheOperationThatItNames(String conditions) {
        assertThat(without(alert("/subscriptions/s", conditions))).containsExactly(DELETE);
    }

    @Test
    void anAlertOnTheWholeCategoryTellsOfAll() {
        assertThat(without(alert("/Subscriptions/S/", ADMINISTRATIVE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ADMINISTRATIVE + ",{'field':'status','equals':'Failed'}",
                ADMINISTRATIVE + ",{'field':'resourceGroup','equals':'g'}",
                "",
                "{'field':'category','equals':'ServiceHealth'}",
                "{'field':'category','equals':'Security'},{'field':'operationName','equals':'" + WRITE + "'}"
            })
    void anAlertOnLessThanThatTellsOfNone(String conditions) {
        assertThat(without(alert("/subscriptions/s", conditions))).containsExactly(WRITE, DELETE);
    }

    @Test
    void anAlertThatIsOffOrElsewhereOrTellsNobodyIsNone() {
        Doc whole = alert("/subscriptions/s", ADMINISTRATIVE);
        Doc off = Doc.of("properties", whole.doc("properties").with("enabled", false));
        Doc mute = Doc.of("properties", whole.doc("properties").with("actions", json("{'actionGroups':[]}")));
        assertThat(without(off)).hasSize(2);
        assertThat(without(mute)).hasSize(2);
        assertThat(without(alert("/subscriptions/s/resourceGroups/g", ADMINISTRATIVE)))
                .hasSize(2);
        assertThat(without(alert("/subscriptions/another", ADMINISTRATIVE))).hasSize(2);
        assertThat(without(off, mute, whole)).isEmpty();
    }

    private static DocList settings(String... settings) {
        return DocList.copyOf(Arrays.stream(settings)
                .map(setting -> Doc.of("properties", json(setting)))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'{''workspaceId'':''/w'',''logs'':[{''category'':''AuditEvent'',''enabled'':true}]}', true",
        "'{''workspaceId'':''/w'',''logs'':[{''category'':''auditevent'',''enabled'':true}]}', true",
        "'{''storageAccountId'':''/s'',''logs'':[{''categoryGroup'':''audit'',''enabled'':true}]}', true",
        "'{''eventHubAuthorizationRuleId'':''/e'',''logs'':[{''categoryGroup'':''allLogs'',''enabled'':true}]}', true",
        "'{''marketplacePartnerId'':''/m'',''logs'':[{''categoryGroup'':''AllLogs'',''enabled'':true}]}', true",
        "'{''workspaceId'':''/w'',''logs'':[{''category'':''AuditEvent'',''enabled'':false}]}', false",
        "'{''workspaceId'':''/w'',''logs'':[{''category'':''Other'',''enabled'':true}]}', false",
        "'{''workspaceId'':'''',''logs'':[{''category'':''AuditEvent'',''enabled'':true}]}', false",
        "'{''logs'':[{''category'':''AuditEvent'',''enabled'':true}]}', false",
        "'{''workspaceId'':''/w'',''logs'':null}', false"
    })
    void aLogIsExportedByNameOrByGroupWhereItIsOnAndLeadsSomewhere(String setting, boolean exported) {
        assertThat(DiagnosticSettings.export(settings(setting), Set.of("audit"), List.of("AuditEvent"))
                        .toField())
                .isEqualTo(exported);
    }

    @Test
    void severalSettingsExportTogetherWhatNoneDoesAlone() {
        DocList both = settings(
                "{'workspaceId':'/w','logs':[{'category':'A','enabled':true}]}",
                "{'storageAccountId':'/s','logs':[{'category':'B','enabled':true}]}");
        assertThat(DiagnosticSettings.export(both, Set.of(), List.of("A", "B")).isTrue())
                .isTrue();
        assertThat(DiagnosticSettings.export(both, Set.of(), List.of("A", "B", "C"))
                        .isFalse())
                .isTrue();
    }

    @Test
    void settingsThatWereNotListedAreNotGuessed() {
        Unknown denied = denied("Microsoft.Insights:DiagnosticSettings_List");
        assertThat(DiagnosticSettings.export(denied, Set.of(), List.of("A")).toField())
                .isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource({
        "KeyVaults, '{}', true",
        "VirtualMachines, '{''deprecated'':false}', true",
        "Tomorrow, '{}', true",
        "Dns, '{}', false",
        "KubernetesService, '{}', false",
        "ContainerRegistry, '{''deprecated'':true}', false",
        "FoundationalCspm, '{}', false",
        "Yesterday, '{''deprecated'':true}', false"
    })
    void aPlanIsOnOfferUntilAnotherTakesItsPlace(String name, String properties, boolean onOffer) {
        assertThat(type("azure.security.plan")
                        .facetsOf(Doc.of("name", name, "properties", json(properties)))
                        .get("onOffer"))
                .isEqualTo(onOffer);
    }
}
