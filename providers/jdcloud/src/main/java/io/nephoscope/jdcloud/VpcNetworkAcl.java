package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Network ACLs ({@code vpc:describeNetworkAcls}). */
final class VpcNetworkAcl {
    private static final String NAME = "jdcloud.vpc.network_acl";
    private static final String RULES = "networkAclRules";

    static final AssetType TYPE = AssetType.named(NAME, "Network ACL", Kinds.NETWORK_ACL)
            .list(JdListing.of(
                    Calls.NETWORK_ACLS,
                    struct(
                            NAME,
                            "networkAclId",
                            STRING,
                            "networkAclName",
                            STRING,
                            "vpcId",
                            STRING,
                            RULES,
                            listOf(struct(
                                    NAME + ".rule",
                                    "ruleId",
                                    STRING,
                                    "direction",
                                    STRING,
                                    "ruleAction",
                                    STRING,
                                    "priority",
                                    INT,
                                    "protocol",
                                    STRING,
                                    "addressPrefixType",
                                    STRING,
                                    "addressPrefix",
                                    STRING,
                                    "fromPort",
                                    INT,
                                    "toPort",
                                    INT)),
                            "subnetIds",
                            listOf(STRING),
                            "createdTime",
                            TIMESTAMP),
                    "networkAclId"))
            .nativeId("networkAclId")
            .name("networkAclName")
            .tagsUntold(JdItems.NO_TAGS)
            .facet("internetIngress", acl -> FirewallRules.internetIngress(acl.get(RULES)), RULES)
            .relation("vpc", "jdcloud.vpc.vpc", "vpcId")
            .build();

    private VpcNetworkAcl() {}
}
