package io.nephoscope.azure.monitor;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Set;

/** What watches over a subscription as a whole: where its activity log goes, of what it alerts, and whom it tells. */
public final class SubscriptionWatch {
    private static final String SETTINGS = "diagnosticSettings";
    private static final String ALERTS = "activityLogAlerts";
    private static final List<String> EXPORTED = List.of("Administrative", "Alert", "Policy", "Security");

    /** Changes after which the guard of a subscription is not what it was. */
    private static final List<String> GUARDING = List.of(
            "Microsoft.Authorization/policyAssignments/write",
            "Microsoft.Authorization/policyAssignments/delete",
            "Microsoft.Network/networkSecurityGroups/write",
            "Microsoft.Network/networkSecurityGroups/delete",
            "Microsoft.Network/publicIPAddresses/write",
            "Microsoft.Network/publicIPAddresses/delete",
            "Microsoft.Security/securitySolutions/write",
            "Microsoft.Security/securitySolutions/delete",
            "Microsoft.Sql/servers/firewallRules/write",
            "Microsoft.Sql/servers/firewallRules/delete");

    private static final ArmCall CONTACTS = ArmCall.list(
            "SecurityContacts_List",
            "Microsoft.Security/securityContacts/read",
            "/providers/Microsoft.Security/securityContacts",
            "2023-12-01-preview");

    private SubscriptionWatch() {}

    /** The subscription type with all of that. */
    public static AssetType.Builder on(AssetType.Builder subscription) {
        String name = "azure.subscription.";
        return subscription
                .detail(ArmDetail.ofSubscription(
                        ALERTS, ActivityLogAlert.LIST, ArmSchema.of(name + ALERTS, ActivityLogAlert.FIELDS)))
                .detail(ArmDetail.ofSubscription(
                        SETTINGS,
                        SubscriptionDiagnosticSetting.LIST,
                        ArmSchema.of(name + SETTINGS, DiagnosticSettings.FIELDS)))
                .detail(ArmDetail.ofSubscription(
                        "securityContacts",
                        CONTACTS,
                        ArmSchema.of(
                                name + "securityContacts",
                                "name",
                                STRING,
                                "properties.isEnabled",
                                BOOL,
                                "properties.emails",
                                STRING,
                                "properties.phone",
                                STRING,
                                "properties.notificationsByRole.state",
                                STRING,
                                "properties.notificationsByRole.roles[]",
                                STRING,
                                "properties.notificationsSources[].sourceType",
                                STRING,
                                "properties.notificationsSources[].minimalSeverity",
                                STRING,
                                "properties.notificationsSources[].minimalRiskLevel",
                                STRING)))
                .relation(new Relation(
                        "logStorage",
                        "azure.storage.account",
                        List.of(SETTINGS),
                        true,
                        AzureType.ids(
                                asset -> asset.list(SETTINGS)
                                        .docs()
                                        .map(setting ->
                                                setting.doc("properties").text("storageAccountId")),
                                SETTINGS)))
                .ownFacet("activityLogExported", BOOL, SubscriptionWatch::exported, SETTINGS)
                .ownFacet("unexportedCategories", listOf(STRING), SubscriptionWatch::unexported, SETTINGS)
                .ownFacet("operationsWithoutAlert", listOf(STRING), SubscriptionWatch::unalerted, "id", ALERTS)
                .ownFacet("serviceHealthAlerted", BOOL, SubscriptionWatch::healthAlerted, "id", ALERTS);
    }

    private static Object exported(Attributes subscription) {
        return DiagnosticSettings.export(subscription.get(SETTINGS), Set.of(), EXPORTED)
                .toField();
    }

    private static Object unexported(Attributes subscription) {
        Object settings = subscription.get(SETTINGS);
        return settings instanceof Unknown
                ? settings
                : DocList.copyOf(EXPORTED.stream()
                        .filter(category -> DiagnosticSettings.export(settings, Set.of(), List.of(category))
                                .isFalse())
                        .toList());
    }

    private static Object unalerted(Attributes subscription) {
        Object alerts = subscription.get(ALERTS);
        return alerts instanceof Unknown
                ? alerts
                : DocList.copyOf(AlertedOperations.without(
                        Fields.docs(alerts).toList(), String.valueOf(subscription.get("id")), GUARDING));
    }

    private static Object healthAlerted(Attributes subscription) {
        return Tri.ask(
                        subscription.get(ALERTS),
                        alerts -> Tri.of(AlertedOperations.ofServiceHealth(
                                Fields.docs(alerts).toList(), String.valueOf(subscription.get("id")))))
                .toField();
    }
}
