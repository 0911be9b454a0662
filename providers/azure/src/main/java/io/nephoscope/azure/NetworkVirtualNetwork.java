package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;

/** Virtual networks with their subnets, the flow logs of each, and the Network Watcher of its region. */
final class NetworkVirtualNetwork {
    private static final String FLOW_LOGS = "flowLogs";
    private static final String WATCHER = "networkWatcher";
    private static final GraphListing WATCHERS =
            GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/networkWatchers");

    static final AssetType TYPE = AzureType.of(
                    "azure.network.virtual_network",
                    "Virtual network",
                    Kinds.NETWORK,
                    "Microsoft.Network/virtualNetworks",
                    "properties.addressSpace.addressPrefixes[]",
                    STRING,
                    "properties.subnets[].name",
                    STRING,
                    "properties.subnets[].properties.addressPrefix",
                    STRING,
                    "properties.subnets[].properties.networkSecurityGroup.id",
                    STRING,
                    "properties.enableDdosProtection",
                    BOOL,
                    "properties.ddosProtectionPlan.id",
                    STRING)
            .detail(new Detail(
                    FLOW_LOGS,
                    Schema.listOf(NetworkFlowLog.TYPE.listing().schema()),
                    List.of(NetworkFlowLog.LISTING.operation().per(Per.ACCOUNT)),
                    NetworkVirtualNetwork::flowLogs))
            .detail(new Detail(
                    WATCHER, STRING, List.of(WATCHERS.operation().per(Per.ACCOUNT)), NetworkVirtualNetwork::watcher))
            .facet(
                    "flowLogged",
                    network -> Tri.ask(network.get(FLOW_LOGS), it -> Tri.of(isLogged(it)))
                            .toField(),
                    FLOW_LOGS)
            .build();

    private NetworkVirtualNetwork() {}

    /** Those of the whole network: one of a subnet or a security group sees only a part of it. */
    private static Outcome<DocList> flowLogs(Site site, Doc network) {
        String id = AzureType.id(network.text("id"));
        return NetworkFlowLog.LISTING
                .byId(site, log -> log)
                .map(logs -> DocList.copyOf(logs.values().stream()
                        .filter(log -> AzureType.id(log.doc("properties").text("targetResourceId"))
                                .equals(id))
                        .toList()));
    }

    private static boolean isLogged(Object flowLogs) {
        return flowLogs instanceof DocList list
                && list.docs()
                        .anyMatch(
                                log -> Boolean.TRUE.equals(log.doc("properties").get("enabled")));
    }

    private static Outcome<String> watcher(Site site, Doc network) {
        return WATCHERS.byId(site, watcher -> Doc.of("id", watcher.text("id"), "location", watcher.text("location")))
                .then(watchers -> watchers.values().stream()
                        .filter(watcher -> watcher.text("location").equalsIgnoreCase(network.text("location")))
                        .findFirst()
                        .map(watcher -> Outcome.value(watcher.text("id")))
                        .orElseGet(Outcome::absent));
    }
}
