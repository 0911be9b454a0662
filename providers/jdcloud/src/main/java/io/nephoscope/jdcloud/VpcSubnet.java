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

/** Subnets ({@code vpc:describeSubnets}). */
final class VpcSubnet {
    private static final String NAME = "jdcloud.vpc.subnet";

    static final AssetType TYPE = AssetType.named(NAME, "Subnet", Kinds.SUBNET)
            .list(JdListing.of(
                    Calls.SUBNETS,
                    struct(
                            NAME,
                            "subnetId",
                            STRING,
                            "subnetName",
                            STRING,
                            "subnetType",
                            STRING,
                            "vpcId",
                            STRING,
                            "addressPrefix",
                            STRING,
                            "availableIpCount",
                            INT,
                            "aclId",
                            STRING,
                            "routeTableId",
                            STRING,
                            "publicSubnet",
                            BOOL,
                            "az",
                            STRING,
                            "createdTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "subnetId"))
            .nativeId("subnetId")
            .name("subnetName")
            .tags(JdItems::tags, JdItems.TAGS)
            .relation("vpc", "jdcloud.vpc.vpc", "vpcId")
            .relation("acl", "jdcloud.vpc.network_acl", "aclId")
            .build();

    private VpcSubnet() {}
}
