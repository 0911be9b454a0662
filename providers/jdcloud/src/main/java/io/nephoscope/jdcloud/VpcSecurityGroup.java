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

/** Security groups ({@code vpc:describeNetworkSecurityGroups}). */
final class VpcSecurityGroup {
    private static final String NAME = "jdcloud.vpc.security_group";
    private static final String RULES = "securityGroupRules";

    static final AssetType TYPE = AssetType.named(NAME, "Security group", Kinds.FIREWALL)
            .list(JdListing.of(
                    Calls.SECURITY_GROUPS,
                    struct(
                            NAME,
                            "networkSecurityGroupId",
                            STRING,
                            "networkSecurityGroupName",
                            STRING,
                            "networkSecurityGroupType",
                            STRING,
                            "description",
                            STRING,
                            "vpcId",
                            STRING,
                            RULES,
                            listOf(struct(
                                    NAME + ".rule",
                                    "ruleId",
                                    STRING,
                                    "direction",
                                    INT,
                                    "ruleAction",
                                    STRING,
                                    "priority",
                                    INT,
                                    "protocol",
                                    INT,
                                    "addressPrefixType",
                                    STRING,
                                    "addressPrefix",
                                    STRING,
                                    "ipVersion",
                                    INT,
                                    "fromPort",
                                    INT,
                                    "toPort",
                                    INT,
                                    "description",
                                    STRING)),
                            "networkInterfaceIds",
                            listOf(STRING),
                            "createdTime",
                            TIMESTAMP),
                    "networkSecurityGroupId"))
            .nativeId("networkSecurityGroupId")
            .name("networkSecurityGroupName")
            .tagsUntold(JdItems.NO_TAGS)
            .facet("internetIngress", group -> FirewallRules.internetIngress(group.get(RULES)), RULES)
            .relation("vpc", "jdcloud.vpc.vpc", "vpcId")
            .build();

    private VpcSecurityGroup() {}
}
