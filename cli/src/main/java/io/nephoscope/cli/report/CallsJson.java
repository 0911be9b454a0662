package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.plan.Calls;
import java.io.IOException;

/** The calls planned and made, as an object of the JSON report. */
final class CallsJson {
    private CallsJson() {}

    static void write(JsonGenerator json, Calls calls) throws IOException {
        json.writeObjectFieldStart("calls");
        json.writeNumberField("certain", calls.certain());
        json.writeNumberField("expected", calls.expected());
        json.writeNumberField("made", calls.made());
        json.writeNumberField("retries", calls.retries());
        json.writeArrayFieldStart("byOperation");
        for (Calls.Row row : calls.rows()) {
            json.writeStartObject();
            json.writeStringField("provider", row.provider());
            json.writeStringField("call", row.call());
            json.writeStringField("permission", row.permission());
            json.writeNumberField("certain", row.certain());
            json.writeNumberField("expected", row.expected());
            json.writeNumberField("made", row.made());
            json.writeNumberField("retries", row.retries());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
