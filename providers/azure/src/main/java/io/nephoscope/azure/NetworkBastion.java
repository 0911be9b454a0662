package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Bastion hosts. */
final class NetworkBastion {
    /** The query that lists them, for those who look things up in it. */
    static final GraphListing LISTING = GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/bastionHosts");

    static final AssetType TYPE = AzureType.of(
                    LISTING,
                    "azure.network.bastion",
                    "Bastion host",
                    Kinds.BASTION,
                    "properties.dnsName",
                    STRING,
                    "properties.enableShareableLink",
                    BOOL,
                    "properties.enableTunneling",
                    BOOL,
                    "properties.disableCopyPaste",
                    BOOL,
                    "properties.ipConfigurations[].properties.subnet.id",
                    STRING)
            .build();

    private NetworkBastion() {}
}
