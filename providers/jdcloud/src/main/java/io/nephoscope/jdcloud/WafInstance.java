package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Instances of the web application firewall ({@code waf:getWafInstance}). */
final class WafInstance {
    private static final String NAME = "jdcloud.waf.instance";

    static final AssetType TYPE = AssetType.named(NAME, "WAF instance", Kinds.WAF)
            .list(JdListing.of(
                    Calls.WAF_INSTANCES,
                    struct(
                            NAME,
                            "instanceId",
                            STRING,
                            "nickName",
                            STRING,
                            "packageType",
                            INT,
                            "region",
                            STRING,
                            "status",
                            INT,
                            "valid",
                            INT,
                            "startTime",
                            TIMESTAMP,
                            "endTime",
                            TIMESTAMP),
                    "instanceId"))
            .nativeId("instanceId")
            .name("nickName")
            .tagsUntold(JdItems.NO_TAGS)
            .build();

    private WafInstance() {}
}
