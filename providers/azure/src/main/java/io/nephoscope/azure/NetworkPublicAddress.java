package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Public IP addresses. */
final class NetworkPublicAddress {
    /** The query that lists them, for those who look things up in it. */
    static final GraphListing LISTING = GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/publicIPAddresses");

    static final AssetType TYPE = AzureType.of(
                    LISTING,
                    "azure.network.public_address",
                    "Public IP address",
                    Kinds.PUBLIC_ADDRESS,
                    "properties.ipAddress",
                    STRING,
                    "properties.publicIPAllocationMethod",
                    STRING,
                    "properties.publicIPAddressVersion",
                    STRING,
                    "properties.ipConfiguration.id",
                    STRING,
                    "properties.natGateway.id",
                    STRING,
                    "properties.dnsSettings.fqdn",
                    STRING,
                    "properties.ddosSettings.protectionMode",
                    STRING)
            .build();

    private NetworkPublicAddress() {}
}
