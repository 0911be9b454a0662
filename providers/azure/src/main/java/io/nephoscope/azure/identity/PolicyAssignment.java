package io.nephoscope.azure.identity;

import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;

/** Assignments of Azure Policy that hold in a subscription, those inherited from management groups among them. */
public final class PolicyAssignment {
    private static final String DISABLED = "Disabled";
    private static final ArmCall LIST = ArmCall.list(
                    "PolicyAssignments_List",
                    "Microsoft.Authorization/policyAssignments/read",
                    "/providers/Microsoft.Authorization/policyAssignments",
                    "2023-04-01")
            .narrowed(Defaults.NARROW_NOTHING);

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
                    STRING,
                    "properties.parameters{}.value",
                    DYN,
                    "properties.overrides[].kind",
                    STRING,
                    "properties.overrides[].value",
                    STRING)
            .ownFacet("disabledEffects", listOf(STRING), PolicyAssignment::disabled, "properties")
            .neverTagged()
            .build();

    private PolicyAssignment() {}

    /** The parameters and the overrides by which the assignment turns policies off. */
    private static Object disabled(Attributes assignment) {
        Object properties = assignment.get("properties");
        if (properties instanceof Unknown) {
            return properties;
        }
        List<String> disabled = new ArrayList<>();
        if (Paths.get(properties, "parameters") instanceof Doc parameters) {
            parameters.forEach((name, parameter) -> {
                if (Fields.is(Paths.get(parameter, "value"), DISABLED).isTrue()) {
                    disabled.add(name);
                }
            });
        }
        Fields.docs(Paths.get(properties, "overrides"))
                .filter(override -> override.text("value").equalsIgnoreCase(DISABLED))
                .forEach(override -> disabled.add("override of " + override.text("kind")));
        return DocList.copyOf(disabled);
    }
}
