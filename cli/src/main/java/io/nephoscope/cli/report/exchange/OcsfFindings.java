package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.JudgedAsset;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** OCSF 1.8 as NDJSON: each finding as an event of the class Compliance Finding. What is UNKNOWN is a warning, for want of information. */
public final class OcsfFindings implements Report {
    private static final OcsfEvent.Kind COMPLIANCE_FINDING =
            new OcsfEvent.Kind(2003, "Compliance Finding", "Findings", 1, "Create");

    private final FindingText text;

    public OcsfFindings(Words words) {
        this.text = new FindingText(words);
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        JsonStream.lines(
                out, json -> FindingRows.of(data).forEach(IoConsumer.unchecked(row -> write(json, data, row))));
    }

    private void write(JsonGenerator json, ReportData data, FindingRow row) throws IOException {
        Finding finding = row.finding();
        OcsfEvent.begin(json, data, COMPLIANCE_FINDING);
        severity(json, finding);
        json.writeStringField("message", text.asset(row) + ": " + text.message(row));
        status(json, finding);
        OcsfEvent.cloud(
                json,
                row.asset().provider(),
                finding.asset().scope(),
                row.asset().accountName(),
                data.manifest().organisation());
        info(json, data, row);
        compliance(json, row);
        resource(json, row.asset());
        if (!finding.evidence().isEmpty()) {
            json.writeArrayFieldStart("evidences");
            for (Evidence evidence : finding.evidence()) {
                json.writeStartObject();
                json.writeFieldName("data");
                EvidenceJson.write(json, evidence);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (finding.verdict() == Verdict.FAIL) {
            remediation(json, row);
        }
        json.writeObjectFieldStart("unmapped");
        json.writeStringField("verdict", finding.verdict().name());
        json.writeArrayFieldStart("missing");
        for (Cause cause : finding.missing()) {
            EvidenceJson.write(json, cause);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        JsonStream.endLine(json);
    }

    /** Whether nobody has to look at it. */
    private static boolean isFine(Finding finding) {
        return finding.verdict() == Verdict.PASS || finding.verdict() == Verdict.NOT_APPLICABLE;
    }

    /** How bad it is where it fails, or may; what is fine or does not apply is information. */
    private static void severity(JsonGenerator json, Finding finding) throws IOException {
        boolean isFine = isFine(finding);
        int id = switch (finding.severity()) {
            case CRITICAL -> 5;
            case HIGH -> 4;
            case MEDIUM -> 3;
            case LOW -> 2;
        };
        OcsfEvent.severity(
                json,
                isFine ? 1 : id,
                isFine ? "Informational" : OcsfEvent.caption(finding.severity().label()));
    }

    /** How far people are with it: somebody looked at a failure that is accepted, and nobody at the others. */
    private static void status(JsonGenerator json, Finding finding) throws IOException {
        if (isFine(finding)) {
            return;
        }
        boolean isWaived = finding.waived().isPresent();
        json.writeNumberField("status_id", isWaived ? 3 : 1);
        json.writeStringField("status", isWaived ? "Suppressed" : "New");
        if (isWaived) {
            json.writeStringField("comment", finding.waived().get().reason());
        }
    }

    private void info(JsonGenerator json, ReportData data, FindingRow row) throws IOException {
        json.writeObjectFieldStart("finding_info");
        json.writeStringField("uid", row.finding().fingerprint());
        json.writeStringField("title", text.title(row.rule()));
        json.writeStringField("desc", text.message(row));
        json.writeArrayFieldStart("data_sources");
        for (String call : row.finding().evidence().stream()
                .flatMap(evidence -> Stream.of(evidence.call().split(", ")))
                .filter(call -> !call.isEmpty())
                .distinct()
                .toList()) {
            json.writeString(call);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("analytic");
        json.writeStringField("uid", row.rule().id());
        json.writeStringField("name", text.title(row.rule()));
        json.writeStringField("version", row.finding().ruleHash());
        json.writeNumberField("type_id", 1);
        json.writeStringField("type", "Rule");
        json.writeEndObject();
        json.writeStringField("product_uid", "nephoscope/" + data.manifest().scanId());
        json.writeEndObject();
    }

    private void compliance(JsonGenerator json, FindingRow row) throws IOException {
        Finding finding = row.finding();
        json.writeObjectFieldStart("compliance");
        json.writeStringField("control", row.rule().id());
        JsonStream.texts(
                json,
                "standards",
                row.rule().references().stream().map(RuleInfo.Reference::name).toList());
        json.writeNumberField("status_id", statusId(finding.verdict()));
        json.writeStringField("status", status(finding.verdict()));
        JsonStream.texts(
                json,
                "status_details",
                finding.missing().stream().map(text::reason).distinct().toList());
        json.writeEndObject();
    }

    private static int statusId(Verdict verdict) {
        return switch (verdict) {
            case PASS -> 1;
            case UNKNOWN -> 2;
            case FAIL -> 3;
            case NOT_APPLICABLE, MANUAL -> 99;
        };
    }

    /** The caption; of what is none of OCSF's, our own. */
    private static String status(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "Pass";
            case UNKNOWN -> "Warning";
            case FAIL -> "Fail";
            case NOT_APPLICABLE -> "Not Applicable";
            case MANUAL -> "Manual";
        };
    }

    /** Of what could not be listed the type alone is known. */
    private static void resource(JsonGenerator json, JudgedAsset asset) throws IOException {
        Subject subject = asset.subject();
        json.writeArrayFieldStart("resources");
        json.writeStartObject();
        json.writeStringField("uid", subject.isUnlisted() ? subject.uid() : subject.nativeId());
        json.writeStringField("uid_alt", subject.uid());
        json.writeStringField("name", subject.name());
        json.writeStringField("type", subject.type());
        json.writeStringField("region", subject.scope().region());
        json.writeNumberField("role_id", 3);
        json.writeStringField("role", "Affected");
        OcsfEvent.owner(json, asset.owner());
        if (asset.read().isPresent()) {
            OcsfEvent.tags(json, asset.read().get());
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private void remediation(JsonGenerator json, FindingRow row) throws IOException {
        json.writeObjectFieldStart("remediation");
        json.writeStringField("desc", text.advice(row));
        JsonStream.texts(
                json,
                "references",
                row.rule().references().stream()
                        .map(RuleInfo.Reference::url)
                        .filter(url -> !url.isEmpty())
                        .toList());
        json.writeEndObject();
    }
}
