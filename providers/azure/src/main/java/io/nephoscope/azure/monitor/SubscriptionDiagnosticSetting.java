package io.nephoscope.azure.monitor;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import java.util.List;
import java.util.stream.Stream;

/** Diagnostic settings of a subscription: where its activity log goes. */
public final class SubscriptionDiagnosticSetting {
    static final ArmCall LIST = ArmCall.list(
                    "SubscriptionDiagnosticSettings_List",
                    "Microsoft.Insights/diagnosticSettings/read",
                    "/providers/Microsoft.Insights/diagnosticSettings",
                    "2021-05-01-preview")
            .narrowed(Defaults.NARROW_NOTHING);

    public static final AssetType TYPE = AzureType.of(
                    LIST,
                    "azure.monitor.diagnostic_setting",
                    "Diagnostic setting of a subscription",
                    Kinds.AUDIT_SETTING,
                    DiagnosticSettings.FIELDS)
            .relation(new Relation(
                    "storageAccount",
                    "azure.storage.account",
                    List.of("properties"),
                    true,
                    AzureType.ids(
                            setting -> Stream.of(setting.doc("properties").text("storageAccountId")), "properties")))
            .neverTagged()
            .build();

    private SubscriptionDiagnosticSetting() {}
}
