package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Managed disks. */
final class ComputeDisk {
    static final AssetType TYPE = AzureType.of(
                    "azure.compute.disk",
                    "Managed disk",
                    Kinds.DISK,
                    "Microsoft.Compute/disks",
                    "properties.timeCreated",
                    TIMESTAMP,
                    "properties.diskState",
                    STRING,
                    "properties.diskSizeGB",
                    INT,
                    "properties.osType",
                    STRING,
                    "properties.encryption.type",
                    STRING,
                    "properties.encryption.diskEncryptionSetId",
                    STRING,
                    "properties.encryptionSettingsCollection.enabled",
                    BOOL,
                    "properties.networkAccessPolicy",
                    STRING,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.dataAccessAuthMode",
                    STRING,
                    "properties.securityProfile.securityType",
                    STRING,
                    "properties.securityProfile.secureVMDiskEncryptionSetId",
                    STRING)
            .facet("encrypted", DiskEncryption::of, "properties")
            .build();

    private ComputeDisk() {}
}
