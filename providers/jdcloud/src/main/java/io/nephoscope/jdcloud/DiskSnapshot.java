package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Snapshots of cloud disks ({@code disk:describeSnapshots}). */
final class DiskSnapshot {
    private static final String NAME = "jdcloud.disk.snapshot";
    private static final String STATUS = "status";
    private static final String ENCRYPTED = "encrypted";

    static final AssetType TYPE = AssetType.named(NAME, "Disk snapshot", Kinds.DISK_SNAPSHOT)
            .list(JdListing.of(
                    Calls.SNAPSHOTS,
                    struct(
                            NAME,
                            "snapshotId",
                            STRING,
                            "name",
                            STRING,
                            "diskId",
                            STRING,
                            "snapshotSizeGB",
                            INT,
                            "snapshotSource",
                            STRING,
                            STATUS,
                            STRING,
                            ENCRYPTED,
                            BOOL,
                            "shareInfo",
                            listOf(struct(NAME + ".shareInfo", "shareTo", STRING, "shareTime", STRING)),
                            "createTime",
                            TIMESTAMP,
                            "expireTime",
                            TIMESTAMP),
                    "snapshotId"))
            .nativeId("snapshotId")
            .name("name")
            .tagsUntold(JdItems.NO_TAGS)
            // Snapshots are shared with accounts by name, and with nobody else.
            .facet("public", snapshot -> Standing.or(snapshot.get(STATUS), () -> false), STATUS)
            .facet(
                    ENCRYPTED,
                    snapshot -> Standing.or(snapshot.get(STATUS), () -> snapshot.get(ENCRYPTED)),
                    STATUS,
                    ENCRYPTED)
            .relation("disk", "jdcloud.disk.disk", "diskId")
            .build();

    private DiskSnapshot() {}
}
