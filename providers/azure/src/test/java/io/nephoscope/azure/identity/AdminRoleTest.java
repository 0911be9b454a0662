package io.nephoscope.azure.identity;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminRoleTest {
    private static Object grantsAdmin(String permissions, String scopes) {
        return type("azure.authorization.role_definition")
                .facetsOf(Doc.of(
                        "properties", json("{'permissions':" + permissions + ",'assignableScopes':" + scopes + "}")))
                .get("grantsAdmin");
    }

    @ParameterizedTest
    @CsvSource({
        "'[{''actions'':[''*'']}]', true",
        "'[{''actions'':[''*''],''notActions'':[''Microsoft.Authorization/*'']}]', true",
        "'[{''actions'':[''*''],''notActions'':[''Microsoft.Authorization/roleAssignments/write'']}]', true",
        "'[{''actions'':[''*''],''notActions'':[''*/write'']}]', true",
        "'[{''actions'':[''*/read'',''*/write'',''*/delete'',''*/action'']}]', true",
        "'[{''actions'':[''*/read'']}]', false",
        "'[{''actions'':[''*''],''notActions'':[''Microsoft.Authorization/*'']},"
                + "{''actions'':[''Microsoft.Authorization/roleAssignments/write'']}]', true",
        "'[{''actions'':[''Microsoft.Compute/*'',''Microsoft.Authorization/*'']}]', true",
        "'[{''actions'':[''MICROSOFT.authorization/ROLEassignments/write'']}]', true",
        "'[{''actions'':[''Microsoft.Authorization/roleDefinitions/write'']}]', true",
        "'[{''actions'':[''Microsoft.Authorization/role*/write''],''notActions'':[''Microsoft.Authorization/*'']}]', false",
        "'[{''actions'':[''Microsoft.Authorization/*/read'',''Microsoft.Authorization/locks/*'']}]', false",
        "'[{''actions'':[],''dataActions'':[''*'']}]', false",
        "'[]', false"
    })
    void aRoleThatAllowsEverythingOrAWayToItIsAnAdministrators(String permissions, boolean admin) {
        assertThat(grantsAdmin(permissions, "['/subscriptions/s']")).isEqualTo(admin);
    }

    @ParameterizedTest
    @CsvSource({
        "'[''/'']', true",
        "'[''/subscriptions/s'']', true",
        "'[''/Subscriptions/s'']', true",
        "'[''/subscriptions/s/'']', true",
        "'[''/subscriptions/s/resourceGroups/g/'']', false",
        "'[''/providers/Microsoft.Management/managementGroups/m'']', true",
        "'[''/subscriptions/s/resourceGroups/g'']', false",
        "'[''/subscriptions/s/resourceGroups/g'',''/subscriptions/s'']', true",
        "'[]', false"
    })
    void aRoleForAResourceGroupMakesNobodyAnAdministratorOfASubscription(String scopes, boolean admin) {
        assertThat(grantsAdmin("[{'actions':['*']}]", scopes)).isEqualTo(admin);
    }

    @Test
    void aRoleThatDoesNotSayWhatItPermitsOrWhereIsUnknown() {
        Doc everything = Doc.of("actions", DocList.of("*"));
        for (Doc properties : List.of(
                Doc.of("permissions", DocList.of(everything)),
                Doc.of("assignableScopes", DocList.of("/subscriptions/s")),
                Doc.of("permissions", DocList.of(Doc.empty()), "assignableScopes", DocList.of("/subscriptions/s")))) {
            assertThat(type("azure.authorization.role_definition")
                            .facetsOf(Doc.of("properties", properties))
                            .get("grantsAdmin"))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aRoleThatWasNotReadIsUnknown() {
        Unknown denied = denied("Microsoft.Authorization:RoleDefinitions_List");
        assertThat(type("azure.authorization.role_definition")
                        .facetsOf(Doc.of("properties", denied))
                        .get("grantsAdmin"))
                .isEqualTo(denied);
    }
}
