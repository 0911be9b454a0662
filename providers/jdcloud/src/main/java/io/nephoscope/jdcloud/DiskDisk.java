package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Cloud disks ({@code disk:describeDisks}). */
final class DiskDisk {
    private static final String NAME = "jdcloud.disk.disk";
    private static final String STATUS = "status";
    private static final String ENCRYPTED = "encrypted";

    static final AssetType TYPE = AssetType.named(NAME, "Cloud disk", Kinds.DISK)
            .list(JdListing.of(
                    Calls.DISKS,
                    struct(
                            NAME,
                            "diskId",
                            STRING,
                            "name",
                            STRING,
                            "az",
                            STRING,
                            "diskType",
                            STRING,
                            "diskSizeGB",
                            INT,
                            STATUS,
                            STRING,
                            ENCRYPTED,
                            BOOL,
                            "attachments",
                            listOf(struct(
                                    NAME + ".attachment",
                                    "instanceType",
                                    STRING,
                                    "instanceId",
                                    STRING,
                                    "status",
                                    STRING)),
                            "snapshotPolicies",
                            listOf(struct(NAME + ".snapshotPolicy", "id", STRING, "name", STRING, "status", INT)),
                            "createTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "diskId"))
            .nativeId("diskId")
            .name("name")
            .tags(JdItems::tags, JdItems.TAGS)
            .facet(ENCRYPTED, disk -> Standing.or(disk.get(STATUS), () -> disk.get(ENCRYPTED)), STATUS, ENCRYPTED)
            .build();

    private DiskDisk() {}
}
