package io.nephoscope.cli.report.html.embed;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the page says of a rule, in its one language. */
final class RuleTexts {
    private RuleTexts() {}

    static void write(JsonGenerator json, RuleInfo rule, Language language) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("appliesTo", rule.appliesTo());
        json.writeNumberField("severity", List.of(Severity.values()).indexOf(rule.severity()));
        json.writeStringField("title", rule.title().in(language));
        json.writeStringField("why", rule.why().in(language));
        json.writeStringField("failed", rule.failed().in(language));
        json.writeStringField("pass", rule.pass());
        json.writeObjectFieldStart("remediation");
        for (Map.Entry<String, Remediation> entry : new TreeMap<>(rule.remediation()).entrySet()) {
            json.writeObjectFieldStart(DocJson.fieldName(entry.getKey()));
            json.writeStringField("console", entry.getValue().console().in(language));
            json.writeStringField("cli", entry.getValue().cli());
            json.writeStringField("terraform", entry.getValue().terraform());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("references");
        for (RuleInfo.Reference reference : rule.references()) {
            json.writeStartArray();
            json.writeString(reference.name());
            json.writeString(reference.url());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
