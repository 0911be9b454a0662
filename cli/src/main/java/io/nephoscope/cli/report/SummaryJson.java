package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.AssetJson;
import java.io.IOException;
import java.util.Map;

/** The figures of the whole, as an object of the JSON report. */
final class SummaryJson {
    private SummaryJson() {}

    static void write(JsonGenerator json, ReportData data) throws IOException {
        Tally tally = data.tally();
        json.writeObjectFieldStart("summary");
        json.writeNumberField("assets", data.snapshot().size());
        verdicts(json, tally.verdicts());
        json.writeObjectFieldStart("failures");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.label(), tally.of(severity).of(Verdict.FAIL));
        }
        json.writeEndObject();
        gaps(json, data.completeness());
        coverage(json, data.coverage().total());
        accounts(json, data);
        unknown(json, tally);
        permissions(json, tally.grants());
        json.writeEndObject();
    }

    static void verdicts(JsonGenerator json, Counts counts) throws IOException {
        json.writeObjectFieldStart("verdicts");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(verdict.name(), counts.of(verdict));
        }
        json.writeEndObject();
    }

    private static void coverage(JsonGenerator json, Map<CoverageStatus, Long> counts) throws IOException {
        json.writeObjectFieldStart("coverage");
        for (Map.Entry<CoverageStatus, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().label(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void gaps(JsonGenerator json, Completeness gaps) throws IOException {
        json.writeObjectFieldStart("gaps");
        json.writeBooleanField("cutOff", gaps.cutOff());
        json.writeNumberField("listings", gaps.listings());
        json.writeNumberField("calls", gaps.calls());
        json.writeNumberField("assets", gaps.assets());
        json.writeNumberField("broken", gaps.broken());
        JsonReport.writeTexts(json, "types", gaps.types());
        json.writeEndObject();
    }

    private static void accounts(JsonGenerator json, ReportData data) throws IOException {
        json.writeArrayFieldStart("accounts");
        for (SeenAccount account : data.accounts()) {
            json.writeStartObject();
            json.writeStringField("provider", account.provider());
            json.writeStringField("branch", account.branch());
            json.writeStringField("account", account.id());
            coverage(json, data.coverage().of(account));
            verdicts(json, data.tally().of(account));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void unknown(JsonGenerator json, Tally tally) throws IOException {
        json.writeArrayFieldStart("unknown");
        for (Tally.RankedGap cause : tally.gaps()) {
            json.writeStartObject();
            AssetJson.writeText(json, "call", cause.gap().what());
            json.writeStringField("outcome", cause.gap().outcome().label());
            json.writeStringField("permission", cause.gap().permission());
            json.writeNumberField("verdicts", cause.verdicts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void permissions(JsonGenerator json, Grants grants) throws IOException {
        json.writeNumberField("permissionsToGrant", grants.needed());
        json.writeNumberField("knownIfGranted", grants.knowable());
        json.writeArrayFieldStart("permissions");
        for (Grants.Ranked permission : grants.ranked()) {
            json.writeStartObject();
            json.writeStringField("permission", permission.permission());
            JsonReport.writeTexts(json, "calls", permission.calls());
            JsonReport.writeTexts(json, "accounts", permission.accounts());
            json.writeNumberField("verdicts", permission.verdicts());
            json.writeNumberField("alone", permission.alone());
            json.writeNumberField("known", permission.known());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
