package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Flow logs of Network Watcher: of virtual networks, of parts of them, and of security groups until those retire. */
final class NetworkFlowLog {
    /** The query that lists them, for those who look things up in it. */
    static final GraphListing LISTING =
            GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/networkWatchers/flowLogs");

    static final AssetType TYPE = AzureType.of(
                    LISTING,
                    "azure.network.flow_log",
                    "Flow log",
                    Kinds.AUDIT_SETTING,
                    "properties.targetResourceId",
                    STRING,
                    "properties.storageId",
                    STRING,
                    "properties.enabled",
                    BOOL,
                    "properties.retentionPolicy.enabled",
                    BOOL,
                    "properties.retentionPolicy.days",
                    INT,
                    "properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled",
                    BOOL,
                    "properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.workspaceResourceId",
                    STRING)
            .build();

    private NetworkFlowLog() {}
}
