package io.nephoscope.azure.identity;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import java.util.Locale;

/** Role assignments that hold in a subscription: its own, those of what is in it, and those inherited from management groups. */
public final class RoleAssignment {
    /** Lists them all with one call; Resource Graph would leave out the inherited ones. */
    static final ArmCall LIST = ArmCall.list(
                    "RoleAssignments_ListForSubscription",
                    "Microsoft.Authorization/roleAssignments/read",
                    "/providers/Microsoft.Authorization/roleAssignments",
                    "2022-04-01")
            .narrowed(Defaults.NARROW_NOTHING);

    public static final AssetType TYPE = AzureType.of(
                    LIST,
                    "azure.authorization.role_assignment",
                    "Role assignment",
                    Kinds.ASSIGNMENT,
                    "properties.roleDefinitionId",
                    STRING,
                    "properties.principalId",
                    STRING,
                    "properties.principalType",
                    STRING,
                    "properties.scope",
                    STRING,
                    "properties.condition",
                    STRING,
                    "properties.createdOn",
                    TIMESTAMP)
            .ownFacet(
                    "inherited",
                    BOOL,
                    assignment -> Tri.ask(
                                    Paths.get(assignment.get("properties"), "scope"),
                                    scope -> Tri.of(isAbove(String.valueOf(scope))))
                            .toField(),
                    "properties")
            .neverTagged()
            .build();

    private RoleAssignment() {}

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
    static boolean isAbove(String scope) {
        return !scope(scope).startsWith("/subscriptions/");
    }
}
