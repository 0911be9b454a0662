package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The nodes of the organisation, as an array of the JSON report. */
final class TenantJson {
    private TenantJson() {}

    static void write(JsonGenerator json, List<Tenant> tenants) throws IOException {
        json.writeArrayFieldStart("tenants");
        for (Tenant tenant : tenants) {
            write(json, tenant);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Tenant tenant) throws IOException {
        json.writeStartObject();
        json.writeStringField("tenant", tenant.path());
        json.writeStringField("name", tenant.name());
        json.writeStringField("kind", tenant.node().kind());
        json.writeNumberField("mlpsLevel", tenant.node().mlpsLevel());
        json.writeStringField("owner", tenant.node().owner());
        json.writeObjectFieldStart("accounts");
        json.writeNumberField("all", tenant.accounts());
        json.writeNumberField("reached", tenant.reached());
        json.writeNumberField("lost", tenant.lost());
        json.writeEndObject();
        json.writeNumberField("assets", tenant.allAssets());
        json.writeObjectFieldStart("assetsByKind");
        for (Map.Entry<String, Long> kind : tenant.assets().entrySet()) {
            json.writeNumberField(kind.getKey(), kind.getValue());
        }
        json.writeEndObject();
        SummaryJson.verdicts(json, tenant.tally().verdicts());
        json.writeObjectFieldStart("severities");
        for (Severity severity : Severity.values()) {
            json.writeFieldName(severity.label());
            counts(json, tenant.tally().of(severity));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("worstRules");
        for (Tenant.WorstRule worst : tenant.worst()) {
            json.writeStartObject();
            json.writeStringField("rule", worst.rule().id());
            json.writeStringField("severity", worst.rule().severity().label());
            json.writeFieldName("verdicts");
            counts(json, worst.counts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The numerator, the denominator, and what of the latter is not known. */
    private static void counts(JsonGenerator json, Counts counts) throws IOException {
        json.writeStartObject();
        json.writeNumberField("fail", counts.of(Verdict.FAIL));
        json.writeNumberField("waived", counts.waived());
        json.writeNumberField("of", counts.judged());
        json.writeNumberField("unknown", counts.of(Verdict.UNKNOWN));
        json.writeEndObject();
    }
}
