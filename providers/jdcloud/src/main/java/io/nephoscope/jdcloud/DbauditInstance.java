package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Instances of the database audit ({@code dbaudit:describeInstanceList}). */
final class DbauditInstance {
    private static final String NAME = "jdcloud.dbaudit.instance";

    static final AssetType TYPE = AssetType.named(NAME, "Database audit instance", Kinds.DATABASE_AUDIT)
            .list(JdListing.of(
                    Calls.DATABASE_AUDITS,
                    struct(
                            NAME,
                            "insId",
                            STRING,
                            "insName",
                            STRING,
                            "vpcId",
                            STRING,
                            "subnetId",
                            STRING,
                            "insType",
                            STRING,
                            "state",
                            INT,
                            "dbLimit",
                            INT,
                            "expireTime",
                            TIMESTAMP),
                    "insId"))
            .nativeId("insId")
            .name("insName")
            .tagsUntold(JdItems.NO_TAGS)
            .build();

    private DbauditInstance() {}
}
