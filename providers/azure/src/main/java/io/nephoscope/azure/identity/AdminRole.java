package io.nephoscope.azure.identity;

import io.nephoscope.azure.arm.Actions;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a role makes whoever holds it an administrator of a subscription or more. It does where it gives every action, whatever it
 * takes away again: what nobody thought of stays. It does too where it gives one of the actions by which one grants oneself the rest.
 */
public final class AdminRole {
    /** Resource providers that do not exist, so that wildcards which together match all are found to do so. */
    private static final List<String> UNHEARD_OF = Stream.of("read", "write", "delete", "action")
            .map(verb -> "Unheard.Of/things/" + verb)
            .toList();

    /** Each is enough to hold the role Owner a moment later. */
    private static final List<String> WAYS_TO_GRANT_ONESELF = List.of(
            "Microsoft.Authorization/roleAssignments/write",
            "Microsoft.Authorization/roleDefinitions/write",
            "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
            "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
            "Microsoft.Authorization/elevateAccess/action");

    private AdminRole() {}

    /** The facet {@code grantsAdmin}, of the properties of a role. */
    public static Object of(Object properties) {
        Object permissions = Paths.get(properties, "permissions");
        Object scopes = Paths.get(properties, "assignableScopes");
        if (permissions == Absent.ABSENT || scopes == Absent.ABSENT) {
            throw new Unreadable(
                    Text.of("the role does not say what it permits or where it may be assigned", "角色未说明允许哪些操作或可在何处分配"));
        }
        return Tri.ask(
                        permissions,
                        known -> Tri.of(grantsEverything(Fields.docs(known).toList())))
                .and(() -> Tri.ask(scopes, known -> Tri.of(Fields.texts(known).anyMatch(AdminRole::isWide))))
                .toField();
    }

    static boolean grantsEverything(List<Doc> permissions) {
        if (!permissions.stream().allMatch(it -> it.has("actions"))) {
            throw new Unreadable(Text.of("a permission of the role does not say its actions", "角色的一项权限未说明其操作"));
        }
        return UNHEARD_OF.stream().allMatch(action -> permissions.stream().anyMatch(it -> Actions.name(it, action)))
                || WAYS_TO_GRANT_ONESELF.stream()
                        .anyMatch(action -> permissions.stream().anyMatch(it -> Actions.give(it, action)));
    }

    /** A subscription, a management group, or everything. */
    private static boolean isWide(String scope) {
        return Roles.isAbove(scope) || Roles.scope(scope).split("/", -1).length <= 3;
    }
}
