package io.nephoscope.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.snapshot.AssetJson;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Finding.Waived;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A finding as a JSON object, in files of findings and in reports alike. */
public final class FindingJson {
    private FindingJson() {}

    public static void write(JsonGenerator out, Finding finding) throws IOException {
        out.writeStartObject();
        out.writeStringField("fingerprint", finding.fingerprint());
        out.writeObjectFieldStart("rule");
        out.writeStringField("id", finding.rule());
        out.writeStringField("hash", finding.ruleHash());
        out.writeEndObject();
        writeSubject(out, finding.asset());
        out.writeStringField("verdict", finding.verdict().name());
        out.writeStringField("severity", finding.severity().label());
        out.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
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
        out.writeObjectFieldStart("message");
        out.writeStringField("en", finding.message().en());
        out.writeStringField("zh", finding.message().zh());
        out.writeEndObject();
        writeStatements(out, finding);
        out.writeEndObject();
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

    private static void writeSubject(JsonGenerator out, Subject asset) throws IOException {
        out.writeObjectFieldStart("asset");
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
    private static void writeEvidence(JsonGenerator out, Evidence evidence) throws IOException {
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
        out.writeStringField("call", evidence.call());
        out.writeEndObject();
    }

    /**
     * Reads a finding back. Which of the causes stands before which part of the evidence is not written: all of them do.
     *
     * @throws IllegalArgumentException where the object is no finding
     */
    static Finding read(Doc json) {
        List<Cause> missing =
                json.list("missing").docs().map(AssetJson::readCause).toList();
        Doc asset = json.doc("asset");
        Doc scope = asset.doc("scope");
        return new Finding(
                json.text("fingerprint"),
                json.doc("rule").text("id"),
                json.doc("rule").text("hash"),
                new Subject(
                        asset.text("uid"),
                        asset.text("nativeId"),
                        asset.text("type"),
                        asset.text("name"),
                        new Scope(scope.text("tenant"), scope.text("account"), scope.text("region"))),
                Verdict.valueOf(json.text("verdict")),
                Severity.valueOf(json.text("severity").toUpperCase(Locale.ROOT)),
                json.list("evidence")
                        .docs()
                        .map(evidence -> readEvidence(evidence, missing))
                        .toList(),
                missing,
                new Text(json.doc("message").text("en"), json.doc("message").text("zh")),
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

    private static Evidence readEvidence(Doc json, List<Cause> missing) {
        Object value = json.get("value");
        if (json.text("state").equals("unknown")) {
            value = unknown(missing);
        }
        Doc whole = Doc.of("value", value);
        for (String path : json.list("unknown").texts().toList()) {
            whole = Paths.set(whole, path, unknown(missing));
        }
        return new Evidence(json.text("path"), whole.get("value"), json.text("call"));
    }

    private static Unknown unknown(List<Cause> missing) {
        return missing.stream()
                .map(Unknown::because)
                .reduce(Unknown::and)
                .orElseGet(() -> Unknown.because(Cause.notCollected("", "")));
    }
}
