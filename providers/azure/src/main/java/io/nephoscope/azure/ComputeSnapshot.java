package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Tri;

/** Snapshots of managed disks. */
final class ComputeSnapshot {
    static final AssetType TYPE = AzureType.of(
                    "azure.compute.snapshot",
                    "Disk snapshot",
                    Kinds.DISK_SNAPSHOT,
                    "Microsoft.Compute/snapshots",
                    "properties.timeCreated",
                    TIMESTAMP,
                    "properties.diskState",
                    STRING,
                    "properties.diskSizeGB",
                    INT,
                    "properties.incremental",
                    BOOL,
                    "properties.encryption.type",
                    STRING,
                    "properties.encryption.diskEncryptionSetId",
                    STRING,
                    "properties.networkAccessPolicy",
                    STRING,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.dataAccessAuthMode",
                    STRING,
                    "properties.securityProfile.securityType",
                    STRING)
            .facet("public", snapshot -> isPublic(snapshot.get("properties")), "properties")
            .facet("encrypted", DiskEncryption::of, "properties")
            .build();

    private ComputeSnapshot() {}

    /** Azure has no way to share a snapshot with everybody: whoever reads one holds a role, or an address that is a secret. */
    private static Object isPublic(Object properties) {
        return Tri.ask(properties, it -> Tri.FALSE).toField();
    }
}
