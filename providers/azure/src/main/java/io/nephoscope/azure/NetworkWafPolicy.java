package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Policies of the web application firewall of application gateways. */
final class NetworkWafPolicy {
    static final AssetType TYPE = AzureType.of(
                    "azure.network.waf_policy",
                    "WAF policy",
                    Kinds.WAF,
                    "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
                    "properties.policySettings.state",
                    STRING,
                    "properties.policySettings.mode",
                    STRING,
                    "properties.policySettings.requestBodyCheck",
                    BOOL,
                    "properties.managedRules.managedRuleSets[].ruleSetType",
                    STRING,
                    "properties.managedRules.managedRuleSets[].ruleSetVersion",
                    STRING,
                    "properties.managedRules.managedRuleSets[].ruleGroupOverrides[].ruleGroupName",
                    STRING,
                    "properties.managedRules.managedRuleSets[].ruleGroupOverrides[].rules[].ruleId",
                    STRING,
                    "properties.managedRules.managedRuleSets[].ruleGroupOverrides[].rules[].state",
                    STRING,
                    "properties.managedRules.managedRuleSets[].ruleGroupOverrides[].rules[].action",
                    STRING,
                    "properties.managedRules.exclusions[].matchVariable",
                    STRING,
                    "properties.managedRules.exclusions[].selectorMatchOperator",
                    STRING,
                    "properties.managedRules.exclusions[].selector",
                    STRING,
                    "properties.managedRules.exclusions[].exclusionManagedRuleSets[].ruleSetType",
                    STRING,
                    "properties.applicationGateways[].id",
                    STRING)
            .ownFacet("botRulesAtWork", BOOL, policy -> BotRules.atWork(policy.get("properties")), "properties")
            .build();

    private NetworkWafPolicy() {}
}
