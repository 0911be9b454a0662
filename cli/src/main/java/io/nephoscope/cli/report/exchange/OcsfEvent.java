package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.rules.Evaluation;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** What every OCSF 1.8 event of ours says: what it is, when it was so, who says it, and in which account and region of which cloud. */
final class OcsfEvent {
    static final String VERSION = "1.8.0";

    private OcsfEvent() {}

    /**
     * A class of events, with the one activity that ours report.
     *
     * @param uid as {@code 2003}; its first digit is the category's
     */
    record Kind(int uid, String name, String category, int activity, String activityName) {}

    /** The fields of every event, with the time at which the scan came to its end, in milliseconds. */
    static void begin(JsonGenerator json, ReportData data, Kind kind) throws IOException {
        Instant time = Evaluation.timeOf(data.snapshot());
        json.writeStartObject();
        json.writeNumberField("class_uid", kind.uid());
        json.writeStringField("class_name", kind.name());
        json.writeNumberField("category_uid", kind.uid() / 1000);
        json.writeStringField("category_name", kind.category());
        json.writeNumberField("activity_id", kind.activity());
        json.writeStringField("activity_name", kind.activityName());
        json.writeNumberField("type_uid", kind.uid() * 100 + kind.activity());
        json.writeStringField("type_name", kind.name() + ": " + kind.activityName());
        json.writeNumberField("time", time.toEpochMilli());
        json.writeStringField("time_dt", time.toString());
        json.writeObjectFieldStart("metadata");
        json.writeStringField("version", VERSION);
        JsonStream.said(json, "correlation_uid", data.manifest().scanId());
        json.writeObjectFieldStart("product");
        json.writeStringField("name", "Nephoscope");
        json.writeStringField("vendor_name", "Nephoscope");
        json.writeStringField("version", data.toolVersion());
        json.writeEndObject();
        json.writeArrayFieldStart("profiles");
        json.writeString("cloud");
        json.writeString("datetime");
        json.writeEndArray();
        json.writeEndObject();
    }

    static void severity(JsonGenerator json, int id, String name) throws IOException {
        json.writeNumberField("severity_id", id);
        json.writeStringField("severity", name);
    }

    static void cloud(JsonGenerator json, String provider, Scope scope, String accountName, String organisation)
            throws IOException {
        json.writeObjectFieldStart("cloud");
        json.writeStringField("provider", provider(provider));
        json.writeStringField("region", scope.region());
        json.writeObjectFieldStart("account");
        json.writeStringField("uid", scope.account());
        JsonStream.said(json, "name", accountName);
        json.writeNumberField("type_id", accountType(provider));
        json.writeStringField(
                "type",
                switch (accountType(provider)) {
                    case 10 -> "AWS Account";
                    case 13 -> "Azure Subscription";
                    default -> "Other";
                });
        json.writeEndObject();
        if (!organisation.isEmpty()) {
            json.writeObjectFieldStart("org");
            json.writeStringField("name", organisation);
            JsonStream.said(json, "ou_name", scope.branch());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** As OCSF writes those that it names. */
    private static String provider(String provider) {
        return switch (provider) {
            case "aws" -> "AWS";
            case "azure" -> "Azure";
            default -> provider.isEmpty() ? "unknown" : provider;
        };
    }

    private static int accountType(String provider) {
        return switch (provider) {
            case "aws" -> 10;
            case "azure" -> 13;
            default -> 99;
        };
    }

    /** The tags that were read, as names with values. */
    static void tags(JsonGenerator json, Asset asset) throws IOException {
        if (asset.tags() instanceof Doc tags && !tags.keys().isEmpty()) {
            json.writeArrayFieldStart("tags");
            for (String key : tags.keys()) {
                if (tags.get(key) instanceof String value) {
                    json.writeStartObject();
                    json.writeStringField("name", key);
                    json.writeStringField("value", value);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }
    }

    static void owner(JsonGenerator json, Object owner) throws IOException {
        if (owner instanceof String name) {
            json.writeObjectFieldStart("owner");
            json.writeStringField("name", name);
            json.writeEndObject();
        }
    }

    /** With a capital, as the captions of OCSF are. */
    static String caption(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
