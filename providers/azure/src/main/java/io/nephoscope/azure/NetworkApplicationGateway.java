package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import java.util.List;

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
                    "properties.sslPolicy.disabledSslProtocols[]",
                    STRING,
                    "properties.defaultPredefinedSslPolicy",
                    STRING,
                    "properties.sslProfiles[].id",
                    STRING,
                    "properties.sslProfiles[].properties.sslPolicy.policyType",
                    STRING,
                    "properties.sslProfiles[].properties.sslPolicy.policyName",
                    STRING,
                    "properties.sslProfiles[].properties.sslPolicy.minProtocolVersion",
                    STRING,
                    "properties.httpListeners[].name",
                    STRING,
                    "properties.httpListeners[].properties.protocol",
                    STRING,
                    "properties.httpListeners[].properties.hostName",
                    STRING,
                    "properties.httpListeners[].properties.sslProfile.id",
                    STRING,
                    "properties.httpListeners[].properties.firewallPolicy.id",
                    STRING,
                    "properties.listeners[].name",
                    STRING,
                    "properties.listeners[].properties.protocol",
                    STRING,
                    "properties.listeners[].properties.sslProfile.id",
                    STRING,
                    "properties.urlPathMaps[].properties.pathRules[].name",
                    STRING,
                    "properties.urlPathMaps[].properties.pathRules[].properties.firewallPolicy.id",
                    STRING)
            .ownFacet(
                    "tlsListeners",
                    GatewayListeners.TLS,
                    gateway -> GatewayListeners.tls(gateway.get("properties")),
                    "properties")
            .ownFacet(
                    "unguardedListeners",
                    listOf(STRING),
                    gateway -> GatewayListeners.unguarded(gateway.get("properties")),
                    "properties")
            .relation(new Relation(
                    "wafPolicy",
                    "azure.network.waf_policy",
                    List.of("properties"),
                    true,
                    AzureType.ids(gateway -> GatewayListeners.wafPolicies(gateway.doc("properties")), "properties")))
            .build();

    private NetworkApplicationGateway() {}
}
