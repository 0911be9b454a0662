package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Resource groups. */
final class ResourceGroup {
    /** The query that lists them, for those who look things up in it. */
    static final GraphListing LISTING =
            GraphListing.of(GraphTable.RESOURCECONTAINERS, "Microsoft.Resources/subscriptions/resourceGroups");

    static final AssetType TYPE = AzureType.of(
                    LISTING,
                    "azure.resource_group",
                    "Resource group",
                    Kinds.RESOURCE_GROUP,
                    "properties.provisioningState",
                    STRING)
            .build();

    private ResourceGroup() {}
}
