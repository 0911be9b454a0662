package io.nephoscope.azure.identity;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.doc.Doc;
import java.util.Locale;

/** The roles of a subscription and who holds them, as several details of it ask for both: each is asked once. */
public final class Roles {
    /** Lists all assignments with one call; Resource Graph would leave out the inherited ones. */
    static final ArmCall ASSIGNMENTS = ArmCall.list(
                    "RoleAssignments_ListForSubscription",
                    "Microsoft.Authorization/roleAssignments/read",
                    "/providers/Microsoft.Authorization/roleAssignments",
                    "2022-04-01")
            .narrowed(Defaults.NARROW_NOTHING);

    /** Those that a customer defined. */
    static final ArmCall DEFINITIONS = ArmCall.list(
                    "RoleDefinitions_List",
                    "Microsoft.Authorization/roleDefinitions/read",
                    "/providers/Microsoft.Authorization/roleDefinitions?$filter=type%20eq%20'CustomRole'",
                    "2022-04-01")
            .narrowed(Defaults.by("$filter", "", "type eq 'CustomRole'"));

    private Roles() {}

    /** What the role of an assignment is called in ids, by the assignment's properties. */
    static String roleName(Doc assignment) {
        return lastName(assignment.text("roleDefinitionId"));
    }

    /** The last name of an id, in lower case: the part above it tells where the role was looked up, and not where it is. */
    static String lastName(String id) {
        return id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** A scope as it compares: in lower case, without a slash at its end; empty for the root of all. */
    static String scope(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    }

    /** Whether a scope lies above subscriptions. */
    public static boolean isAbove(String scope) {
        return !scope(scope).startsWith("/subscriptions/");
    }
}
