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
import io.nephoscope.inventory.Schema;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Load balancers of all three types ({@code lb:describeLoadBalancers}). */
final class LbLoadBalancer {
    private static final String NAME = "jdcloud.lb.load_balancer";
    private static final Schema.Struct LISTENER = struct(
            NAME + ".listener",
            "listenerId",
            STRING,
            "listenerName",
            STRING,
            "status",
            STRING,
            "protocol",
            STRING,
            "port",
            INT,
            "action",
            STRING,
            "hstsEnable",
            BOOL,
            "securityPolicyId",
            STRING);

    static final AssetType TYPE = AssetType.named(NAME, "Load balancer", Kinds.LOAD_BALANCER)
            .list(JdListing.of(
                    Calls.LOAD_BALANCERS,
                    struct(
                            NAME,
                            "loadBalancerId",
                            STRING,
                            "loadBalancerName",
                            STRING,
                            "type",
                            STRING,
                            "state",
                            struct(NAME + ".state", "code", STRING, "reason", STRING),
                            "vpcId",
                            STRING,
                            "subnetId",
                            STRING,
                            "azs",
                            listOf(STRING),
                            "securityGroupIds",
                            listOf(STRING),
                            "privateIp",
                            struct(
                                    NAME + ".privateIp",
                                    "privateIpAddress",
                                    STRING,
                                    "elasticIpId",
                                    STRING,
                                    "elasticIpAddress",
                                    STRING),
                            "deleteProtection",
                            BOOL,
                            "createdTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "loadBalancerId"))
            .nativeId("loadBalancerId")
            .name("loadBalancerName")
            .tags(JdItems::tags, JdItems.TAGS)
            .detail(JdDetail.ofShared(
                    "listeners",
                    Calls.LISTENERS,
                    LISTENER,
                    "listenerId",
                    (listener, balancer) -> listener.text("loadBalancerId").equals(balancer.text("loadBalancerId"))))
            .relation("securityGroups", "jdcloud.vpc.security_group", "securityGroupIds")
            .build();

    private LbLoadBalancer() {}
}
