package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Bastion hosts ({@code bastion:describeBastions}). */
final class Bastion {
    private static final String NAME = "jdcloud.bastion.bastion";

    static final AssetType TYPE = AssetType.named(NAME, "Bastion host", Kinds.BASTION)
            .list(JdListing.of(
                    Calls.BASTIONS,
                    struct(
                            NAME,
                            "bid",
                            STRING,
                            "instanceId",
                            STRING,
                            "desc",
                            STRING,
                            "status",
                            INT,
                            "vpcId",
                            STRING,
                            "subnetId",
                            STRING,
                            "publicIp",
                            STRING,
                            "publicAccess",
                            BOOL,
                            "zeroStatus",
                            BOOL,
                            "startTime",
                            TIMESTAMP,
                            "endTime",
                            TIMESTAMP),
                    "bid"))
            .nativeId("bid")
            .name("desc")
            .tagsUntold(JdItems.NO_TAGS)
            .build();

    private Bastion() {}
}
