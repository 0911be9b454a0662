package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.snapshot.AssetJson;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Text;
import java.io.IOException;

/** A finding as JSON. */
final class FindingJson {
    private FindingJson() {}

    static void write(JsonGenerator out, Finding finding) throws IOException {
        out.writeStartObject();
        out.writeStringField("fingerprint", finding.fingerprint());
        out.writeObjectFieldStart("rule");
        out.writeStringField("id", finding.rule());
        out.writeStringField("hash", finding.ruleHash());
        out.writeEndObject();
        out.writeFieldName("asset");
        writeSubject(out, finding.asset());
        out.writeStringField("verdict", finding.verdict().name());
        out.writeStringField("severity", finding.severity().label());
        out.writeArrayFieldStart("evidence");
        for (Finding.Evidence evidence : finding.evidence()) {
            writeEvidence(out, evidence);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("missing");
        for (Cause cause : finding.missing()) {
            out.writeStartObject();
            AssetJson.writeCause(out, cause);
            out.writeEndObject();
        }
        out.writeEndArray();
        writeText(out, "message", finding.message());
        out.writeEndObject();
    }

    private static void writeSubject(JsonGenerator out, Finding.Subject asset) throws IOException {
        out.writeStartObject();
        out.writeStringField("uid", asset.uid());
        out.writeStringField("nativeId", asset.nativeId());
        out.writeStringField("type", asset.type());
        out.writeStringField("name", asset.name());
        out.writeObjectFieldStart("scope");
        out.writeStringField("tenant", asset.scope().tenant());
        out.writeStringField("account", asset.scope().account());
        out.writeStringField("region", asset.scope().region());
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Only a known field has a value: JSON's null could mean either of the two others. */
    private static void writeEvidence(JsonGenerator out, Finding.Evidence evidence) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", evidence.path());
        if (evidence.value() instanceof Unknown) {
            out.writeStringField("state", "unknown");
        } else if (evidence.value() == Absent.ABSENT) {
            out.writeStringField("state", "absent");
        } else {
            out.writeStringField("state", "known");
            out.writeFieldName("value");
            DocJson.write(out, evidence.value(), evidence.path(), (path, unknown) -> {});
        }
        out.writeStringField("call", evidence.call());
        out.writeEndObject();
    }

    static void writeText(JsonGenerator out, String name, Text text) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("en", text.en());
        out.writeStringField("zh", text.zh());
        out.writeEndObject();
    }
}
