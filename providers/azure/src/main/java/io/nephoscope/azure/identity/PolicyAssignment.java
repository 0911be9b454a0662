package io.nephoscope.azure.identity;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Assignments of Azure Policy that hold in a subscription, those inherited from management groups among them. */
public final class PolicyAssignment {
    private static final ArmCall LIST = ArmCall.list(
            "PolicyAssignments_List",
            "Microsoft.Authorization/policyAssignments/read",
            "/providers/Microsoft.Authorization/policyAssignments",
            "2023-04-01");

    public static final AssetType TYPE = AzureType.of(
                    LIST,
                    "azure.policy.assignment",
                    "Policy assignment",
                    Kinds.POLICY_ASSIGNMENT,
                    "properties.displayName",
                    STRING,
                    "properties.policyDefinitionId",
                    STRING,
                    "properties.scope",
                    STRING,
                    "properties.notScopes[]",
                    STRING,
                    "properties.enforcementMode",
                    STRING)
            .neverTagged()
            .build();

    private PolicyAssignment() {}
}
