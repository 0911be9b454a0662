package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Public addresses that basic anti-DDoS watches ({@code baseanti:describeElasticIpResources}). */
final class BaseantiIp {
    private static final String NAME = "jdcloud.baseanti.ip";

    static final AssetType TYPE = AssetType.named(NAME, "Address under basic anti-DDoS", Kinds.DDOS_PROTECTION)
            .list(JdListing.of(
                    Calls.GUARDED_IPS,
                    struct(
                            NAME,
                            "ip",
                            STRING,
                            "region",
                            STRING,
                            "resourceType",
                            INT,
                            "bandwidth",
                            INT,
                            "cleanThresholdBps",
                            INT,
                            "cleanThresholdPps",
                            INT,
                            "blackHoleThreshold",
                            INT,
                            "instanceId",
                            STRING,
                            "instanceName",
                            STRING,
                            "instanceType",
                            INT,
                            "safeStatus",
                            INT),
                    "ip"))
            .nativeId("ip")
            .tagsUntold(JdItems.NO_TAGS)
            .build();

    private BaseantiIp() {}
}
