package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What was seen in a baseline and is not seen now, as an object of the JSON report. */
final class ShrinkageJson {
    private ShrinkageJson() {}

    static void write(JsonGenerator json, Shrinkage since) throws IOException {
        json.writeObjectFieldStart("baseline");
        json.writeStringField("scanId", since.scanId());
        json.writeStringField("startedAt", since.startedAt());
        json.writeNumberField("maxDrop", since.maxDrop());
        json.writeBooleanField("shrunk", since.isShrunk());
        json.writeArrayFieldStart("lost");
        for (Shrinkage.Lost lost : since.lost()) {
            json.writeStartObject();
            account(json, lost.account());
            json.writeStringField("region", lost.region());
            json.writeStringField("type", lost.type());
            JsonReport.writeTexts(
                    json, "now", lost.now().stream().map(CoverageStatus::label).toList());
            json.writeNumberField("assets", lost.assets());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fewer");
        for (Shrinkage.Fewer fewer : since.fewer()) {
            json.writeStartObject();
            account(json, fewer.account());
            json.writeStringField("type", fewer.type());
            json.writeNumberField("before", fewer.before());
            json.writeNumberField("now", fewer.now());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void account(JsonGenerator json, SeenAccount account) throws IOException {
        json.writeStringField("provider", account.provider());
        json.writeStringField("branch", account.branch());
        json.writeStringField("account", account.id());
    }
}
