package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Network security groups, with their own rules and those that every one has. */
final class NetworkSecurityGroup {
    static final AssetType TYPE = AzureType.of(
                    "azure.network.security_group",
                    "Network security group",
                    Kinds.FIREWALL,
                    "Microsoft.Network/networkSecurityGroups",
                    "properties.securityRules[].name",
                    STRING,
                    "properties.securityRules[].properties.priority",
                    INT,
                    "properties.securityRules[].properties.direction",
                    STRING,
                    "properties.securityRules[].properties.access",
                    STRING,
                    "properties.securityRules[].properties.protocol",
                    STRING,
                    "properties.securityRules[].properties.sourceAddressPrefix",
                    STRING,
                    "properties.securityRules[].properties.sourceAddressPrefixes[]",
                    STRING,
                    "properties.securityRules[].properties.sourcePortRange",
                    STRING,
                    "properties.securityRules[].properties.sourcePortRanges[]",
                    STRING,
                    "properties.securityRules[].properties.sourceApplicationSecurityGroups[].id",
                    STRING,
                    "properties.securityRules[].properties.destinationAddressPrefix",
                    STRING,
                    "properties.securityRules[].properties.destinationAddressPrefixes[]",
                    STRING,
                    "properties.securityRules[].properties.destinationApplicationSecurityGroups[].id",
                    STRING,
                    "properties.securityRules[].properties.destinationPortRange",
                    STRING,
                    "properties.securityRules[].properties.destinationPortRanges[]",
                    STRING,
                    "properties.networkInterfaces[].id",
                    STRING,
                    "properties.subnets[].id",
                    STRING)
            .door("inbound security rules", "properties")
            .facet("internetIngress", group -> SecurityRules.ingress(group.get("properties")), "properties")
            .build();

    private NetworkSecurityGroup() {}
}
