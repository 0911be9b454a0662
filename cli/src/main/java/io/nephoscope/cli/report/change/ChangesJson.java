package io.nephoscope.cli.report.change;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.rules.Finding.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A comparison as one JSON object. */
public record ChangesJson(Comparison comparison) {
    /** Raised when a reader of the one before would be led astray. */
    private static final int SCHEMA_VERSION = 1;

    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = DocJson.FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(DocJson.layout());
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            writeScan(json, "before", comparison.before());
            writeScan(json, "now", comparison.now());
            json.writeObjectFieldStart("counts");
            for (Change change : Change.values()) {
                json.writeNumberField(change.label(), comparison.of(change).size());
            }
            json.writeNumberField("unchanged", comparison.unchanged());
            json.writeNumberField("appeared", comparison.appeared());
            json.writeEndObject();
            json.writeArrayFieldStart("changes");
            for (Changed changed : comparison.changes()) {
                writeChanged(json, changed);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeScan(JsonGenerator json, String name, JudgedScan scan) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("scan", scan.scan().scanId());
        json.writeStringField("startedAt", scan.scan().startedAt());
        json.writeNumberField("findings", scan.results().size());
        json.writeEndObject();
    }

    private static void writeChanged(JsonGenerator json, Changed changed) throws IOException {
        json.writeStartObject();
        json.writeStringField("fingerprint", changed.fingerprint());
        json.writeStringField("change", changed.change().label());
        json.writeArrayFieldStart("reasons");
        for (String reason :
                changed.reasons().stream().map(Reason::label).sorted().toList()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        json.writeStringField("rule", changed.rule());
        json.writeStringField("severity", changed.severity().label());
        writeAsset(json, changed.asset());
        writeResult(json, "before", changed.before());
        writeResult(json, "now", changed.now());
        json.writeEndObject();
    }

    private static void writeAsset(JsonGenerator json, Subject asset) throws IOException {
        json.writeObjectFieldStart("asset");
        json.writeStringField("uid", asset.uid());
        json.writeStringField("type", asset.type());
        json.writeStringField("name", asset.name());
        json.writeStringField("branch", asset.scope().branch());
        json.writeStringField("account", asset.scope().account());
        json.writeStringField("region", asset.scope().region());
        json.writeEndObject();
    }

    /** A scan without such a finding says nothing of it. */
    private static void writeResult(JsonGenerator json, String name, Optional<Result> result) throws IOException {
        if (result.isPresent()) {
            json.writeObjectFieldStart(name);
            json.writeStringField("verdict", result.get().verdict().name());
            json.writeBooleanField("waived", result.get().isWaived());
            json.writeEndObject();
        }
    }
}
