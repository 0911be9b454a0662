package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.JudgedAsset;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.RuleInfo;
import java.io.IOException;
import java.io.OutputStream;

/** NDJSON: each finding as an object on a line of its own, which needs no other. {@code finding.schema.json} beside this class describes it. */
public final class FindingLines implements Report {
    /** The version of the format; raised when a reader of the one before would be led astray. */
    static final int SCHEMA_VERSION = 1;

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        JsonStream.lines(
                out, json -> FindingRows.of(data).forEach(IoConsumer.unchecked(row -> write(json, data, row))));
    }

    private static void write(JsonGenerator json, ReportData data, FindingRow row) throws IOException {
        Finding finding = row.finding();
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("fingerprint", finding.fingerprint());
        json.writeStringField("verdict", finding.verdict().name());
        json.writeStringField("severity", finding.severity().label());
        rule(json, row.rule());
        asset(json, row.asset());
        EvidenceJson.text(json, "message", finding.message());
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            EvidenceJson.write(json, evidence);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missing");
        for (Cause cause : finding.missing()) {
            EvidenceJson.write(json, cause);
        }
        json.writeEndArray();
        statements(json, finding);
        json.writeObjectFieldStart("scan");
        json.writeStringField("id", data.manifest().scanId());
        json.writeStringField("startedAt", data.manifest().startedAt());
        json.writeStringField("finishedAt", data.manifest().finishedAt());
        json.writeEndObject();
        json.writeEndObject();
        JsonStream.endLine(json);
    }

    private static void rule(JsonGenerator json, RuleInfo rule) throws IOException {
        json.writeObjectFieldStart("rule");
        json.writeStringField("id", rule.id());
        json.writeStringField("hash", rule.hash());
        EvidenceJson.text(json, "title", rule.title());
        json.writeEndObject();
    }

    private static void asset(JsonGenerator json, JudgedAsset asset) throws IOException {
        Subject subject = asset.subject();
        json.writeObjectFieldStart("asset");
        json.writeStringField("uid", subject.uid());
        json.writeStringField("nativeId", subject.nativeId());
        json.writeBooleanField("listed", !subject.isUnlisted());
        json.writeStringField("type", subject.type());
        JsonStream.said(json, "kind", asset.kind());
        json.writeStringField("name", subject.name());
        json.writeStringField("provider", asset.provider());
        JsonStream.said(json, "branch", subject.scope().branch());
        json.writeStringField("account", subject.scope().account());
        JsonStream.said(json, "accountName", asset.accountName());
        json.writeStringField("region", subject.scope().region());
        if (asset.owner() instanceof String owner) {
            json.writeStringField("owner", owner);
        }
        if (asset.read().isPresent()) {
            read(json, asset.read().get());
        }
        json.writeEndObject();
    }

    private static void read(JsonGenerator json, Asset asset) throws IOException {
        if (asset.tags() instanceof Doc tags) {
            json.writeFieldName("tags");
            DocJson.write(json, tags, "", FindingLines::leaveOut);
        }
        json.writeStringField("observedAt", asset.provenance().observedAt());
    }

    /** A tag whose value was not read is not there, as are tags of which nothing was read. */
    private static void leaveOut(String path, Unknown unknown) {}

    private static void statements(JsonGenerator json, Finding finding) throws IOException {
        if (!finding.attested().isEmpty()) {
            json.writeArrayFieldStart("attested");
            for (Attested attested : finding.attested()) {
                json.writeStartObject();
                json.writeStringField("field", attested.field());
                json.writeStringField("statement", attested.statement());
                json.writeStringField("owner", attested.owner());
                json.writeStringField("evidence", attested.evidence());
                json.writeStringField("until", attested.until());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (finding.waived().isPresent()) {
            Waived waived = finding.waived().get();
            json.writeObjectFieldStart("waived");
            json.writeStringField("reason", waived.reason());
            json.writeStringField("owner", waived.owner());
            json.writeStringField("until", waived.until());
            json.writeEndObject();
        }
    }
}
