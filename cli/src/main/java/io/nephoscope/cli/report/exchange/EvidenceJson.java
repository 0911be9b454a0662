package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a rule read and what it missed, as JSON that needs nothing beside it. */
final class EvidenceJson {
    private EvidenceJson() {}

    /** Only a known field has a value: JSON's null could mean either of the two others. */
    static void write(JsonGenerator json, Evidence evidence) throws IOException {
        List<String> unknown = new ArrayList<>();
        json.writeStartObject();
        json.writeStringField("path", evidence.path());
        if (evidence.value() instanceof Unknown) {
            json.writeStringField("state", "unknown");
        } else if (evidence.value() == Absent.ABSENT) {
            json.writeStringField("state", "absent");
        } else {
            json.writeStringField("state", "known");
            json.writeFieldName("value");
            DocJson.write(json, evidence.value(), "value", (path, cause) -> unknown.add(path));
        }
        if (!unknown.isEmpty()) {
            JsonStream.texts(json, "unknown", unknown);
        }
        JsonStream.said(json, "call", evidence.call());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Cause cause) throws IOException {
        json.writeStartObject();
        json.writeStringField("call", cause.call());
        json.writeStringField("outcome", cause.outcome().label());
        JsonStream.said(json, "permission", cause.permission());
        if (!cause.message().isEmpty()) {
            text(json, "message", cause.message());
        }
        json.writeEndObject();
    }

    /** A text in both languages. */
    static void text(JsonGenerator json, String name, Text text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("en", text.en());
        json.writeStringField("zh", text.zh());
        json.writeEndObject();
    }
}
