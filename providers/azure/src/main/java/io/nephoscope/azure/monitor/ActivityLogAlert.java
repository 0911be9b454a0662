package io.nephoscope.azure.monitor;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;

/** Alerts on events of the activity log. */
public final class ActivityLogAlert {
    private static final String RESOURCE = "Microsoft.Insights/activityLogAlerts";

    /** Those of the subscription with one call, for what is asked of the subscription as a whole. */
    static final ArmCall LIST = ArmCall.list(
                    "ActivityLogAlerts_ListBySubscriptionId",
                    RESOURCE + "/read",
                    "/providers/Microsoft.Insights/activityLogAlerts",
                    "2020-10-01")
            .narrowed(Defaults.NARROW_NOTHING);

    static final Object[] FIELDS = {
        "properties.enabled", BOOL,
        "properties.scopes[]", STRING,
        "properties.condition.allOf[].field", STRING,
        "properties.condition.allOf[].equals", STRING,
        "properties.condition.allOf[].containsAny[]", STRING,
        "properties.condition.allOf[].anyOf[].field", STRING,
        "properties.condition.allOf[].anyOf[].equals", STRING,
        "properties.actions.actionGroups[].actionGroupId", STRING
    };

    public static final AssetType TYPE = AzureType.of(
                    "azure.monitor.activity_log_alert", "Activity log alert", Kinds.ALERT, RESOURCE, FIELDS)
            .build();

    private ActivityLogAlert() {}
}
