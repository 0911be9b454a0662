package io.nephoscope.azure.identity;

import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private static final String HERE = "/subscriptions/s";
    private static final String ABOVE = "/providers/Microsoft.Management/managementGroups/m";

    private static Doc assignment(String principal, String type, String role, String scope) {
        return json("{'properties':{'principalId':'" + principal + "','principalType':'" + type + "','scope':'" + scope
                + "','roleDefinitionId':'/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/" + role
                + "'}}");
    }

    private static Doc owners(Doc... assignments) {
        return Owners.counts(DocList.copyOf(Arrays.asList(assignments)), HERE);
    }

    @Test
    void ownersAreThoseOfTheSubscriptionAndOfWhatIsAbove() {
        Doc owners = owners(
                assignment("anna", "User", OWNER, HERE),
                assignment("ben", "User", OWNER, ABOVE),
                assignment("root", "User", OWNER, "/"),
                assignment("chris", "User", OWNER, "/subscriptions/s/resourceGroups/g"),
                assignment("dora", "User", READER, HERE));
        assertThat(owners).isEqualTo(Doc.of("named", 3L, "groups", 0L, "all", 3L));
    }

    @Test
    void whoOwnsTwiceIsOneOwner() {
        assertThat(owners(
                        assignment("anna", "User", OWNER, HERE),
                        assignment("ANNA", "User", OWNER.toUpperCase(java.util.Locale.ROOT), ABOVE)))
                .isEqualTo(Doc.of("named", 1L, "groups", 0L, "all", 1L));
    }

    @Test
    void whoMayGrantRolesOnEverythingIsOneAtTheRootAndNowhereElse() {
        String accessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
        assertThat(RootAccess.administrators(DocList.of(
                        assignment("Eve", "User", accessAdministrator.toUpperCase(java.util.Locale.ROOT), "/"),
                        assignment("eve", "User", accessAdministrator, "/"),
                        assignment("frank", "User", accessAdministrator, HERE),
                        assignment("ben", "User", accessAdministrator, ABOVE),
                        assignment("root", "User", OWNER, "/"))))
                .isEqualTo(DocList.of("eve"));
    }

    @Test
    void howManyAGroupHoldsIsNotGuessed() {
        Doc owners = owners(assignment("anna", "User", OWNER, HERE), assignment("admins", "Group", OWNER, ABOVE));
        assertThat(owners.get("named")).isEqualTo(1L);
        assertThat(owners.get("groups")).isEqualTo(1L);
        assertThat(owners.get("all"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .singleElement()
                                .satisfies(cause -> assertThat(cause.outcome()).isEqualTo(Status.NO_API)));
    }
}
