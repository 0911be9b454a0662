package io.nephoscope.azure;

import io.nephoscope.inventory.AssetType;
import java.util.List;

/** Every resource type that we declare: one line for each. */
final class AzureTypes {
    static final List<AssetType> ALL = List.of(ComputeDisk.TYPE, NetworkSecurityGroup.TYPE);

    private AzureTypes() {}
}
