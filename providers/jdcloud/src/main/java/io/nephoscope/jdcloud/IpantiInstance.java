package io.nephoscope.jdcloud;

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

/** Instances of IP High Anti-DDoS ({@code ipanti:describeInstances}): they stand before the account, and in none of its regions. */
final class IpantiInstance {
    private static final String NAME = "jdcloud.ipanti.instance";

    static final AssetType TYPE = AssetType.named(NAME, "High-defence IP instance", Kinds.DDOS_PROTECTION)
            .oncePerAccount()
            .list(JdListing.of(
                    Calls.HIGH_DEFENCE,
                    struct(
                            NAME,
                            "id",
                            STRING,
                            "name",
                            STRING,
                            "chargeStatus",
                            STRING,
                            "securityStatus",
                            STRING,
                            "ccProtectStatus",
                            INT,
                            "inBitslimit",
                            INT,
                            "resilientBitslimit",
                            INT,
                            "createTime",
                            TIMESTAMP,
                            "expireTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "id"))
            .nativeId("id")
            .name("name")
            .tags(JdItems::tags, JdItems.TAGS)
            .build();

    private IpantiInstance() {}
}
