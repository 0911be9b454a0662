package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Network interfaces. */
final class NetworkInterface {
    /** The query that lists them, for those who look things up in it. */
    static final GraphListing LISTING = GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/networkInterfaces");

    static final AssetType TYPE = AzureType.of(
                    LISTING,
                    "azure.network.interface",
                    "Network interface",
                    Kinds.NETWORK_INTERFACE,
                    "properties.ipConfigurations[].name",
                    STRING,
                    "properties.ipConfigurations[].properties.privateIPAddress",
                    STRING,
                    "properties.ipConfigurations[].properties.publicIPAddress.id",
                    STRING,
                    "properties.ipConfigurations[].properties.subnet.id",
                    STRING,
                    "properties.enableIPForwarding",
                    BOOL,
                    "properties.networkSecurityGroup.id",
                    STRING,
                    "properties.virtualMachine.id",
                    STRING)
            .build();

    private NetworkInterface() {}
}
