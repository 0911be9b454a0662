package io.nephoscope.azure.identity;

import io.nephoscope.azure.arm.Actions;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a role makes whoever holds it an administrator of a subscription or more: it allows what nobody could have listed, and
 * what it leaves out still leaves a way to grant oneself the rest; and it may be assigned to more than a resource group.
 */
final class AdminRole {
    /** Resource providers that do not exist, so that wildcards which together match all are found to do so. */
    private static final List<String> UNHEARD_OF = Stream.of("read", "write", "delete", "action")
            .map(verb -> "Unheard.Of/things/" + verb)
            .toList();

    /** Each is enough to grant oneself the rest. */
    private static final List<String> WAYS_TO_GRANT_ONESELF =
            List.of("Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleDefinitions/write");

    private AdminRole() {}

    static Object of(Attributes role) {
        Object permissions = Paths.get(role.get("properties"), "permissions");
        Object scopes = Paths.get(role.get("properties"), "assignableScopes");
        return Tri.ask(
                        permissions,
                        known -> Tri.of(grantsEverything(Fields.docs(known).toList())))
                .and(() -> Tri.ask(scopes, known -> Tri.of(Fields.texts(known).anyMatch(AdminRole::isWide))))
                .toField();
    }

    private static boolean grantsEverything(List<Doc> permissions) {
        return UNHEARD_OF.stream().allMatch(action -> allow(permissions, action))
                && WAYS_TO_GRANT_ONESELF.stream().anyMatch(action -> allow(permissions, action));
    }

    /** What one permission leaves out, another may still give. */
    private static boolean allow(List<Doc> permissions, String action) {
        return permissions.stream().anyMatch(permission -> Actions.give(permission, action));
    }

    /** A subscription, a management group, or everything. */
    private static boolean isWide(String scope) {
        return RoleAssignment.isAbove(scope) || scope.split("/", -1).length <= 3;
    }
}
