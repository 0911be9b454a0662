package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A rule as JSON. */
final class RuleJson {
    private RuleJson() {}

    static void write(JsonGenerator out, RuleInfo rule) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", rule.id());
        out.writeStringField("hash", rule.hash());
        out.writeStringField("appliesTo", rule.appliesTo());
        out.writeStringField("severity", rule.severity().label());
        writeText(out, "title", rule.title());
        writeText(out, "why", rule.why());
        writeText(out, "failed", rule.failed());
        out.writeStringField("pass", rule.pass());
        out.writeObjectFieldStart("remediation");
        for (Map.Entry<String, Remediation> entry : new TreeMap<>(rule.remediation()).entrySet()) {
            out.writeObjectFieldStart(DocJson.fieldName(entry.getKey()));
            writeText(out, "console", entry.getValue().console());
            out.writeStringField("cli", entry.getValue().cli());
            out.writeStringField("terraform", entry.getValue().terraform());
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeArrayFieldStart("references");
        for (RuleInfo.Reference reference : rule.references()) {
            out.writeStartObject();
            out.writeStringField("name", reference.name());
            out.writeStringField("url", reference.url());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static void writeText(JsonGenerator out, String name, Text text) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("en", text.en());
        out.writeStringField("zh", text.zh());
        out.writeEndObject();
    }
}
