package io.nephoscope.azure.identity;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Paths;

/** Roles that a customer defined. The hundreds that Azure defines are the same everywhere. */
public final class RoleDefinition {
    static final ArmCall LIST = ArmCall.list(
                    "RoleDefinitions_List",
                    "Microsoft.Authorization/roleDefinitions/read",
                    "/providers/Microsoft.Authorization/roleDefinitions?$filter=type%20eq%20'CustomRole'",
                    "2022-04-01")
            .narrowed(Defaults.by("$filter", "", "type eq 'CustomRole'"));

    public static final AssetType TYPE = AzureType.of(
                    LIST,
                    "azure.authorization.role_definition",
                    "Custom role",
                    Kinds.POLICY,
                    "properties.roleName",
                    STRING,
                    "properties.description",
                    STRING,
                    "properties.type",
                    STRING,
                    "properties.assignableScopes[]",
                    STRING,
                    "properties.permissions[].actions[]",
                    STRING,
                    "properties.permissions[].notActions[]",
                    STRING,
                    "properties.permissions[].dataActions[]",
                    STRING,
                    "properties.permissions[].notDataActions[]",
                    STRING)
            .name(role -> Paths.get(role.get("properties"), "roleName"), "properties")
            .facet("grantsAdmin", AdminRole::of, "properties")
            .neverTagged()
            .build();

    private RoleDefinition() {}
}
