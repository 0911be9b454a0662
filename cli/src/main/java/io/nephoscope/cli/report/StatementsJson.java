package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import io.nephoscope.rules.Warning;
import java.io.IOException;

/** What rests on people's word, as an object of the JSON report. */
final class StatementsJson {
    private StatementsJson() {}

    static void write(JsonGenerator json, ReportData data) throws IOException {
        Tally tally = data.tally();
        json.writeObjectFieldStart("statements");
        json.writeObjectFieldStart("attested");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(verdict.name(), tally.verdicts().attested(verdict));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("waived");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.label(), tally.of(severity).waived());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("warnings");
        for (Warning warning : data.warnings()) {
            json.writeStartObject();
            json.writeStringField("file", warning.file());
            json.writeNumberField("line", warning.line());
            RuleJson.writeText(json, "message", warning.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
