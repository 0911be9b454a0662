package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The branches of the organisation, as an array of the JSON report. */
final class BranchJson {
    private BranchJson() {}

    static void write(JsonGenerator json, List<Branch> branches) throws IOException {
        json.writeArrayFieldStart("branches");
        for (Branch branch : branches) {
            write(json, branch);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Branch branch) throws IOException {
        json.writeStartObject();
        json.writeStringField("branch", branch.path());
        json.writeStringField("name", branch.name());
        json.writeStringField("kind", branch.declared().kind());
        json.writeNumberField("mlpsLevel", branch.declared().mlpsLevel());
        json.writeStringField("owner", branch.declared().owner());
        json.writeObjectFieldStart("accounts");
        json.writeNumberField("all", branch.accounts());
        json.writeNumberField("reached", branch.reached());
        json.writeNumberField("lost", branch.lost());
        json.writeEndObject();
        json.writeNumberField("assets", branch.allAssets());
        json.writeObjectFieldStart("assetsByKind");
        for (Map.Entry<String, Long> kind : branch.assets().entrySet()) {
            json.writeNumberField(kind.getKey(), kind.getValue());
        }
        json.writeEndObject();
        SummaryJson.verdicts(json, branch.tally().verdicts());
        json.writeObjectFieldStart("severities");
        for (Severity severity : Severity.values()) {
            json.writeFieldName(severity.label());
            counts(json, branch.tally().of(severity));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("worstRules");
        for (Branch.WorstRule worst : branch.worst()) {
            json.writeStartObject();
            json.writeStringField("rule", worst.rule().id());
            json.writeStringField("severity", worst.rule().severity().label());
            json.writeFieldName("verdicts");
            counts(json, worst.counts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The numerator, the denominator, and what of the latter is not known. */
    private static void counts(JsonGenerator json, Counts counts) throws IOException {
        json.writeStartObject();
        json.writeNumberField("fail", counts.of(Verdict.FAIL));
        json.writeNumberField("waived", counts.waived());
        json.writeNumberField("of", counts.judged());
        json.writeNumberField("unknown", counts.of(Verdict.UNKNOWN));
        json.writeEndObject();
    }
}
