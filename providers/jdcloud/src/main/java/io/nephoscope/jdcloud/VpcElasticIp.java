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

/** Elastic IP addresses ({@code vpc:describeElasticIps}). */
final class VpcElasticIp {
    private static final String NAME = "jdcloud.vpc.elastic_ip";

    static final AssetType TYPE = AssetType.named(NAME, "Elastic IP address", Kinds.PUBLIC_ADDRESS)
            .list(JdListing.of(
                    Calls.ELASTIC_IPS,
                    struct(
                            NAME,
                            "elasticIpId",
                            STRING,
                            "elasticIpName",
                            STRING,
                            "ipType",
                            STRING,
                            "elasticIpAddress",
                            STRING,
                            "bandwidthMbps",
                            INT,
                            "provider",
                            STRING,
                            "status",
                            STRING,
                            "instanceType",
                            STRING,
                            "instanceId",
                            STRING,
                            "networkInterfaceId",
                            STRING,
                            "privateIpAddress",
                            STRING,
                            "createdTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "elasticIpId"))
            .nativeId("elasticIpId")
            .name("elasticIpAddress")
            .tags(JdItems::tags, JdItems.TAGS)
            .build();

    private VpcElasticIp() {}
}
