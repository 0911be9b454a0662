package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Load balancers. */
final class NetworkLoadBalancer {
    static final AssetType TYPE = AzureType.of(
                    "azure.network.load_balancer",
                    "Load balancer",
                    Kinds.LOAD_BALANCER,
                    "Microsoft.Network/loadBalancers",
                    "properties.frontendIPConfigurations[].name",
                    STRING,
                    "properties.frontendIPConfigurations[].properties.privateIPAddress",
                    STRING,
                    "properties.frontendIPConfigurations[].properties.publicIPAddress.id",
                    STRING,
                    "properties.inboundNatRules[].name",
                    STRING,
                    "properties.inboundNatRules[].properties.protocol",
                    STRING,
                    "properties.inboundNatRules[].properties.frontendPort",
                    INT,
                    "properties.inboundNatRules[].properties.backendPort",
                    INT,
                    "properties.loadBalancingRules[].name",
                    STRING,
                    "properties.loadBalancingRules[].properties.protocol",
                    STRING,
                    "properties.loadBalancingRules[].properties.frontendPort",
                    INT,
                    "properties.loadBalancingRules[].properties.backendPort",
                    INT)
            .build();

    private NetworkLoadBalancer() {}
}
