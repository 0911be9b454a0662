package io.nephoscope.rules;

import static io.nephoscope.rules.FindingTables.MESSAGES;
import static io.nephoscope.rules.FindingTables.RULES;
import static io.nephoscope.rules.FindingTables.SUBJECTS;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.FindingTables.Applied;
import io.nephoscope.snapshot.Entries;
import io.nephoscope.snapshot.Ids;
import io.nephoscope.snapshot.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding as a JSON object, in files of findings and in reports. What many findings share stands in {@link Table}s. */
public final class FindingJson {
    private FindingJson() {}

    /** Writes a finding for a report, in which the rule and the asset stand as well. */
    public static void write(JsonGenerator out, Finding finding, Ids ids) throws IOException {
        Subject asset = finding.asset();
        out.writeStartObject();
        out.writeStringField("fingerprint", finding.fingerprint());
        out.writeStringField("rule", finding.rule());
        out.writeObjectFieldStart("asset");
        out.writeStringField("uid", asset.uid());
        out.writeStringField("type", asset.type());
        out.writeStringField("name", asset.name());
        ids.write(out, "scope", Table.SCOPES, asset.scope());
        out.writeEndObject();
        out.writeStringField("severity", finding.severity().label());
        writeJudgement(out, finding, ids);
        out.writeEndObject();
    }

    /** Writes a finding by itself. */
    static void writeLine(JsonGenerator out, Finding finding, Ids ids) throws IOException {
        out.writeStartObject();
        out.writeStringField("fingerprint", finding.fingerprint());
        ids.write(out, "rule", RULES, new Applied(finding.rule(), finding.ruleHash(), finding.severity()));
        ids.write(out, "asset", SUBJECTS, finding.asset());
        writeJudgement(out, finding, ids);
        out.writeEndObject();
    }

    private static void writeJudgement(JsonGenerator out, Finding finding, Ids ids) throws IOException {
        out.writeStringField("verdict", finding.verdict().name());
        out.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            writeEvidence(out, evidence, ids);
        }
        out.writeEndArray();
        out.writeFieldName("missing");
        ids.write(out, Table.CAUSES, finding.missing());
        ids.write(out, "message", MESSAGES, finding.message());
        writeStatements(out, finding);
    }

    /** Few findings have any: those without say nothing of it. */
    private static void writeStatements(JsonGenerator out, Finding finding) throws IOException {
        if (!finding.attested().isEmpty()) {
            out.writeArrayFieldStart("attested");
            for (Attested attested : finding.attested()) {
                out.writeStartObject();
                out.writeStringField("field", attested.field());
                out.writeStringField("statement", attested.statement());
                out.writeStringField("owner", attested.owner());
                out.writeStringField("evidence", attested.evidence());
                out.writeStringField("until", attested.until());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        if (finding.waived().isPresent()) {
            Waived waived = finding.waived().get();
            out.writeObjectFieldStart("waived");
            out.writeStringField("reason", waived.reason());
            out.writeStringField("owner", waived.owner());
            out.writeStringField("until", waived.until());
            out.writeEndObject();
        }
    }

    /** Only a known field has a value: JSON's null could mean either of the two others. */
    private static void writeEvidence(JsonGenerator out, Evidence evidence, Ids ids) throws IOException {
        List<String> unknown = new ArrayList<>();
        out.writeStartObject();
        out.writeStringField("path", evidence.path());
        if (evidence.value() instanceof Unknown) {
            out.writeStringField("state", "unknown");
        } else if (evidence.value() == Absent.ABSENT) {
            out.writeStringField("state", "absent");
        } else {
            out.writeStringField("state", "known");
            out.writeFieldName("value");
            DocJson.write(out, evidence.value(), "value", (path, cause) -> unknown.add(path));
        }
        if (!unknown.isEmpty()) {
            out.writeArrayFieldStart("unknown");
            for (String path : unknown) {
                out.writeString(path);
            }
            out.writeEndArray();
        }
        ids.write(out, "source", Table.SOURCES, evidence.call());
        out.writeEndObject();
    }

    /**
     * Reads a finding back. Which of the causes stands before which part of the evidence is not written: all of them do.
     *
     * @throws IllegalArgumentException where the object is no finding
     */
    static Finding read(Doc json, Entries entries) {
        List<Cause> missing = json.list("missing")
                .texts()
                .map(id -> entries.get(Table.CAUSES, id))
                .toList();
        Applied rule = entries.get(RULES, json.text("rule"));
        return new Finding(
                json.text("fingerprint"),
                rule.id(),
                rule.hash(),
                entries.get(SUBJECTS, json.text("asset")),
                Verdict.valueOf(json.text("verdict")),
                rule.severity(),
                json.list("evidence")
                        .docs()
                        .map(evidence -> readEvidence(evidence, missing, entries))
                        .toList(),
                missing,
                entries.get(MESSAGES, json.text("message")),
                json.list("attested").docs().map(FindingJson::readAttested).toList(),
                json.has("waived") ? Optional.of(readWaived(json.doc("waived"))) : Optional.empty());
    }

    private static Attested readAttested(Doc json) {
        return new Attested(
                json.text("field"),
                json.text("statement"),
                json.text("owner"),
                json.text("evidence"),
                json.text("until"));
    }

    private static Waived readWaived(Doc json) {
        return new Waived(json.text("reason"), json.text("owner"), json.text("until"));
    }

    private static Evidence readEvidence(Doc json, List<Cause> missing, Entries entries) {
        Object value = json.get("value");
        if (json.text("state").equals("unknown")) {
            value = unknown(missing);
        }
        Doc whole = Doc.of("value", value);
        for (String path : json.list("unknown").texts().toList()) {
            whole = Paths.set(whole, path, unknown(missing));
        }
        return new Evidence(json.text("path"), whole.get("value"), entries.get(Table.SOURCES, json.text("source")));
    }

    private static Unknown unknown(List<Cause> missing) {
        return missing.stream()
                .map(Unknown::because)
                .reduce(Unknown::and)
                .orElseGet(() -> Unknown.because(Cause.notCollected("", "")));
    }
}
