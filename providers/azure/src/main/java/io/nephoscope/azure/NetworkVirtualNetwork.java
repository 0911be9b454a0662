package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
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
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.stream.Stream;

/** Virtual networks with their subnets, the flow logs of each, and the Network Watcher of its region. */
final class NetworkVirtualNetwork {
    private static final String FLOW_LOGS = "flowLogs";
    private static final String WATCHER = "networkWatcher";
    private static final GraphListing WATCHERS =
            GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/networkWatchers");

    /** The query that lists them, for those who look things up in it. */
    static final GraphListing LISTING = GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/virtualNetworks");

    static final AssetType TYPE = AzureType.of(
                    LISTING,
                    "azure.network.virtual_network",
                    "Virtual network",
                    Kinds.NETWORK,
                    "properties.addressSpace.addressPrefixes[]",
                    STRING,
                    "properties.subnets[].name",
                    STRING,
                    "properties.subnets[].properties.addressPrefix",
                    STRING,
                    "properties.subnets[].properties.networkSecurityGroup.id",
                    STRING,
                    "properties.subnets[].properties.ipConfigurations[].id",
                    STRING,
                    "properties.virtualNetworkPeerings[].properties.peeringState",
                    STRING,
                    "properties.virtualNetworkPeerings[].properties.remoteVirtualNetwork.id",
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
            .ownFacet(
                    "hasBastion",
                    BOOL,
                    network -> Tri.ask(network.get("properties"), it -> Tri.of(hasBastion(it)))
                            .toField(),
                    "properties")
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

    /** A bastion host holds an address of the subnet that is made for it. */
    private static boolean hasBastion(Object properties) {
        return Fields.docs(Paths.get(properties, "subnets"))
                .flatMap(subnet ->
                        subnet.doc("properties").list("ipConfigurations").docs())
                .anyMatch(address -> AzureType.id(address.text("id")).contains("/bastionhosts/"));
    }

    /** The networks, of this subscription or another, to which one is joined. */
    static Stream<String> peers(Doc network) {
        return network.doc("properties")
                .list("virtualNetworkPeerings")
                .docs()
                .map(peering -> peering.doc("properties"))
                .filter(peering -> peering.text("peeringState").equalsIgnoreCase("Connected"))
                .map(peering -> AzureType.id(peering.doc("remoteVirtualNetwork").text("id")));
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
