package io.nephoscope.azure.monitor;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Map;

/** Plans of Microsoft Defender for Cloud, each on or off for a subscription. A plan that Azure does not list is not on offer there. */
public final class DefenderPlan {
    /** Plans that are bought no more, and those that took their place. Azure goes on listing them. */
    private static final Map<String, List<String>> REPLACED = Map.of(
            "ContainerRegistry", List.of("Containers"),
            "KubernetesService", List.of("Containers"),
            "Dns", List.of("VirtualMachines"));

    /** Posture management that everybody has, and that cannot be had otherwise. */
    private static final String FREE = "FoundationalCspm";

    public static final AssetType TYPE = AzureType.of(
                    GraphListing.of(GraphTable.SECURITYRESOURCES, "Microsoft.Security/pricings"),
                    "azure.security.plan",
                    "Defender for Cloud plan",
                    Kinds.SECURITY_PLAN,
                    "properties.pricingTier",
                    STRING,
                    "properties.subPlan",
                    STRING,
                    "properties.deprecated",
                    BOOL,
                    "properties.replacedBy[]",
                    STRING,
                    "properties.resourcesCoverageStatus",
                    STRING,
                    "properties.extensions[].name",
                    STRING,
                    "properties.extensions[].isEnabled",
                    STRING)
            .ownFacet("onOffer", BOOL, DefenderPlan::onOffer, "name", "properties")
            .ownFacet("replacedBy", listOf(STRING), DefenderPlan::replacedBy, "name", "properties")
            .neverTagged()
            .build();

    private DefenderPlan() {}

    private static Object onOffer(Attributes plan) {
        Object name = plan.get("name");
        if (name instanceof Unknown) {
            return name;
        }
        boolean gone = FREE.equals(name) || REPLACED.containsKey(String.valueOf(name));
        return gone
                ? false
                : Tri.isTrue(Paths.get(plan.get("properties"), "deprecated"))
                        .not()
                        .toField();
    }

    private static Object replacedBy(Attributes plan) {
        Object told = Paths.get(plan.get("properties"), "replacedBy");
        return told == Absent.ABSENT
                ? DocList.copyOf(REPLACED.getOrDefault(String.valueOf(plan.get("name")), List.of()))
                : told;
    }
}
