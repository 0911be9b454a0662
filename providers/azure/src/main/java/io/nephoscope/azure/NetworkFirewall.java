package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.List;

/** Azure Firewalls, each with the policy that rules it. */
final class NetworkFirewall {
    private static final String NAME = "azure.network.firewall";
    private static final String POLICY = "policy";
    private static final GraphListing POLICIES =
            GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/firewallPolicies");

    static final AssetType TYPE = AzureType.of(
                    NAME,
                    "Azure Firewall",
                    Kinds.NETWORK_FIREWALL,
                    "Microsoft.Network/azureFirewalls",
                    "properties.sku.tier",
                    STRING,
                    "properties.threatIntelMode",
                    STRING,
                    "properties.firewallPolicy.id",
                    STRING)
            .detail(new Detail(
                    POLICY,
                    ArmSchema.of(
                            NAME + "." + POLICY,
                            "id",
                            STRING,
                            "threatIntelMode",
                            STRING,
                            "intrusionDetection.mode",
                            STRING),
                    List.of(POLICIES.operation().per(Per.ACCOUNT)),
                    NetworkFirewall::policy))
            .build();

    private NetworkFirewall() {}

    /** A policy may rule the firewalls of other subscriptions, and then is not among those that were read. */
    private static Outcome<Doc> policy(Site site, Doc firewall) {
        String id = firewall.doc("properties").doc("firewallPolicy").text("id");
        if (id.isEmpty()) {
            return Outcome.absent();
        }
        return POLICIES.byId(site, policy -> policy.doc("properties").with("id", policy.text("id")))
                .then(policies -> {
                    Doc policy = policies.get(AzureType.id(id));
                    return policy == null
                            ? Outcome.without(new Cause(
                                    POLICIES.operation().call(),
                                    Status.FAILED,
                                    POLICIES.operation().permission(),
                                    Text.of("the policy {0} is not in the subscription", "策略 {0} 不在该订阅中", id)))
                            : Outcome.value(policy);
                });
    }
}
