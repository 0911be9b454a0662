package io.nephoscope.azure.monitor;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;

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
            .neverTagged()
            .build();

    private SubscriptionDiagnosticSetting() {}
}
