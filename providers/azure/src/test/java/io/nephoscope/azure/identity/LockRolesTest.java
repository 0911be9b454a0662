package io.nephoscope.azure.identity;

import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockRolesTest {
    private static final DocList NOBODY = DocList.empty();

    private static Doc role(String permissions) {
        return json("{'id':'/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/ROLE-1',"
                + "'properties':{'roleName':'Lock administrator','permissions':" + permissions + "}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'[{''actions'':[''Microsoft.Authorization/locks/*'']}]', true",
        "'[{''actions'':[''microsoft.authorization/LOCKS/write'']},"
                + "{''actions'':[''Microsoft.Authorization/locks/delete'']}]', true",
        "'[{''actions'':[''Microsoft.Authorization/locks/read'']}]', false",
        "'[{''actions'':[''Microsoft.Authorization/locks/*''],''notActions'':[''*/delete'']}]', false",
        "'[{''actions'':[''*'']}]', false",
        "'[{''actions'':[''Microsoft.Authorization/*'']}]', false"
    })
    void aRoleForLocksSetsAndTakesThemAwayAndIsNoAdministrators(String permissions, boolean counts) {
        assertThat(LockRoles.among(DocList.of(role(permissions)), NOBODY).size())
                .isEqualTo(counts ? 1 : 0);
    }

    @Test
    void aRoleIsAssignedByItsNameWhereverItWasLookedUp() {
        DocList roles = DocList.of(role("[{'actions':['Microsoft.Authorization/locks/*']}]"));
        Doc assignment =
                json("{'properties':{'roleDefinitionId':'/providers/Microsoft.Authorization/roleDefinitions/role-1'}}");
        assertThat(LockRoles.among(roles, DocList.of(assignment)))
                .isEqualTo(DocList.of(Doc.of("name", "Lock administrator", "assigned", true)));
        assertThat(LockRoles.among(roles, NOBODY))
                .isEqualTo(DocList.of(Doc.of("name", "Lock administrator", "assigned", false)));
    }
}
