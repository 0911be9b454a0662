package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import java.util.List;
import java.util.stream.Stream;

/** Application gateways. */
final class NetworkApplicationGateway {
    static final AssetType TYPE = AzureType.of(
                    "azure.network.application_gateway",
                    "Application gateway",
                    Kinds.WEB_ENTRY,
                    "Microsoft.Network/applicationGateways",
                    "properties.operationalState",
                    STRING,
                    "properties.sku.name",
                    STRING,
                    "properties.sku.tier",
                    STRING,
                    "properties.enableHttp2",
                    BOOL,
                    "properties.firewallPolicy.id",
                    STRING,
                    "properties.webApplicationFirewallConfiguration.enabled",
                    BOOL,
                    "properties.webApplicationFirewallConfiguration.firewallMode",
                    STRING,
                    "properties.webApplicationFirewallConfiguration.requestBodyCheck",
                    BOOL,
                    "properties.sslPolicy.policyType",
                    STRING,
                    "properties.sslPolicy.policyName",
                    STRING,
                    "properties.sslPolicy.minProtocolVersion",
                    STRING,
                    "properties.httpListeners[].name",
                    STRING,
                    "properties.httpListeners[].properties.protocol",
                    STRING,
                    "properties.httpListeners[].properties.hostName",
                    STRING)
            .relation(new Relation(
                    "wafPolicy",
                    "azure.network.waf_policy",
                    List.of("properties"),
                    true,
                    AzureType.ids(
                            gateway -> Stream.of(gateway.doc("properties")
                                    .doc("firewallPolicy")
                                    .text("id")),
                            "properties")))
            .build();

    private NetworkApplicationGateway() {}
}
