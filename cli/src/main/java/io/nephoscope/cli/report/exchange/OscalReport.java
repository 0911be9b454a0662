package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.JudgedAsset;
import io.nephoscope.cli.report.Opening;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * OSCAL assessment results. Each finding is one of OSCAL's, with the observation that it rests on; each asset is an inventory item, each
 * account a component, and what could not be listed is observed of its account. A waiver is a risk whose deviation is approved. The
 * findings are walked once for each of these lists.
 */
public final class OscalReport implements Report {
    private static final int ITEMS = 5;
    private static final String VERSION = "1.1.2";
    private static final String NAMESPACE = "urn:nephoscope";
    private static final int LONGEST_TOKEN = 250;

    private final FindingText text;

    public OscalReport(Words words) {
        this.text = new FindingText(words);
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        JsonStream.document(out, ITEMS, json -> new Writing(data, json).write());
    }

    private final class Writing {
        private final ReportData data;
        private final JsonGenerator json;
        private final String scan;
        private final String end;
        private String last = "";
        private boolean isWithinList;

        Writing(ReportData data, JsonGenerator json) {
            this.data = data;
            this.json = json;
            this.scan = data.manifest().scanId();
            this.end = Evaluation.timeOf(data.snapshot()).toString();
        }

        void write() throws IOException {
            Opening opening = Opening.of(data, text.words());
            UUID plan = NamedUuid.of("plan", scan);
            json.writeStartObject();
            json.writeObjectFieldStart("assessment-results");
            uuid("uuid", NamedUuid.of("assessment-results", scan));
            metadata(opening);
            json.writeObjectFieldStart("import-ap");
            json.writeStringField("href", "#" + plan);
            json.writeEndObject();
            json.writeArrayFieldStart("results");
            result(opening);
            json.writeEndArray();
            backMatter(plan);
            json.writeEndObject();
            json.writeEndObject();
        }

        private void metadata(Opening opening) throws IOException {
            json.writeObjectFieldStart("metadata");
            json.writeStringField("title", opening.title());
            json.writeStringField("last-modified", end);
            json.writeStringField("version", value(scan));
            json.writeStringField("oscal-version", VERSION);
            json.writeArrayFieldStart("props");
            property("tool", "nephoscope");
            property("tool-version", data.toolVersion());
            json.writeEndArray();
            json.writeEndObject();
        }

        /** There is no plan but the rules: what OSCAL wants to be pointed to. */
        private void backMatter(UUID plan) throws IOException {
            json.writeObjectFieldStart("back-matter");
            json.writeArrayFieldStart("resources");
            json.writeStartObject();
            uuid("uuid", plan);
            json.writeStringField("title", said("What was assessed", "评估内容"));
            json.writeStringField(
                    "description",
                    said(
                            "{0} rules were evaluated.",
                            "共评估 {0} 条规则。", data.rules().size()));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }

        private void result(Opening opening) throws IOException {
            json.writeStartObject();
            uuid("uuid", NamedUuid.of("result", scan));
            json.writeStringField("title", opening.headline());
            json.writeStringField("description", opening.extent() + "\n\n" + opening.completeness());
            json.writeStringField("start", data.manifest().startedAt());
            if (data.manifest().isFinished()) {
                json.writeStringField("end", end);
            }
            json.writeArrayFieldStart("props");
            property("complete", String.valueOf(data.completeness().isWhole()));
            for (Verdict verdict : Verdict.values()) {
                property(
                        "count-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        String.valueOf(data.tally().verdicts().of(verdict)));
            }
            json.writeEndArray();
            json.writeObjectFieldStart("local-definitions");
            components();
            list("inventory-items", row -> isNewAsset(row.finding().asset()), this::item);
            json.writeEndObject();
            json.writeObjectFieldStart("reviewed-controls");
            json.writeArrayFieldStart("control-selections");
            json.writeStartObject();
            json.writeObjectFieldStart("include-all");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            list("observations", row -> true, this::observation);
            list("risks", row -> row.finding().waived().isPresent(), this::risk);
            list("findings", row -> true, this::finding);
            json.writeEndObject();
        }

        /** A list of what a walk over the findings comes to. OSCAL has no empty lists: what would be one is not there. */
        private void list(String name, Predicate<FindingRow> which, IoConsumer<FindingRow> item) throws IOException {
            isWithinList = false;
            FindingRows.of(data).forEach(IoConsumer.unchecked(row -> {
                if (which.test(row)) {
                    if (!isWithinList) {
                        json.writeArrayFieldStart(name);
                        isWithinList = true;
                    }
                    item.accept(row);
                }
            }));
            if (isWithinList) {
                json.writeEndArray();
            }
        }

        /** The findings of one asset follow one another. */
        private boolean isNewAsset(Subject asset) {
            boolean isNew = !asset.isUnlisted() && !asset.uid().equals(last);
            last = asset.uid();
            return isNew;
        }

        private void components() throws IOException {
            if (data.accounts().isEmpty()) {
                return;
            }
            json.writeArrayFieldStart("components");
            for (SeenAccount account : data.accounts()) {
                json.writeStartObject();
                uuid("uuid", component(account));
                json.writeStringField("type", "service");
                json.writeStringField("title", value(account.provider() + " " + account.id()));
                json.writeStringField("description", said("An account of {0}.", "{0} 的账号。", value(account.provider())));
                json.writeObjectFieldStart("status");
                json.writeStringField("state", "operational");
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private UUID component(SeenAccount account) {
            return NamedUuid.of("account", account.provider() + "|" + account.branch() + "|" + account.id());
        }

        private void item(FindingRow row) throws IOException {
            JudgedAsset asset = row.asset();
            Subject subject = asset.subject();
            json.writeStartObject();
            uuid("uuid", NamedUuid.of("asset", subject.uid()));
            json.writeStringField("description", value(subject.name()));
            json.writeArrayFieldStart("props");
            property("asset-id", subject.uid());
            property("native-id", subject.nativeId());
            property("type", subject.type());
            property("account", subject.scope().account());
            property("region", subject.scope().region());
            if (asset.owner() instanceof String owner) {
                property("owner", owner);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("implemented-components");
            json.writeStartObject();
            uuid("component-uuid", component(SeenAccount.of(subject)));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }

        private void observation(FindingRow row) throws IOException {
            Finding finding = row.finding();
            Subject asset = finding.asset();
            json.writeStartObject();
            uuid("uuid", observed(finding));
            json.writeStringField("description", text.asset(row) + ": " + text.message(row));
            json.writeArrayFieldStart("props");
            property("verdict", finding.verdict().name());
            for (String permission : text.permissions(finding)) {
                property("missing-permission", permission);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("methods");
            json.writeString("TEST");
            json.writeEndArray();
            json.writeArrayFieldStart("types");
            json.writeString("control-objective");
            json.writeEndArray();
            json.writeArrayFieldStart("subjects");
            json.writeStartObject();
            uuid(
                    "subject-uuid",
                    asset.isUnlisted() ? component(SeenAccount.of(asset)) : NamedUuid.of("asset", asset.uid()));
            json.writeStringField("type", asset.isUnlisted() ? "component" : "inventory-item");
            json.writeEndObject();
            json.writeEndArray();
            evidence(finding);
            json.writeStringField(
                    "collected",
                    row.asset().read().map(it -> it.provenance().observedAt()).orElse(end));
            json.writeEndObject();
        }

        private void evidence(Finding finding) throws IOException {
            if (finding.evidence().isEmpty() && finding.missing().isEmpty()) {
                return;
            }
            json.writeArrayFieldStart("relevant-evidence");
            for (Evidence evidence : finding.evidence()) {
                described(text.words().name(evidence.path()) + " = " + text.evidence(evidence)
                        + (evidence.call().isEmpty() ? "" : " [" + text.words().name(evidence.call()) + "]"));
            }
            for (String reason :
                    finding.missing().stream().map(text::reason).distinct().toList()) {
                described(reason);
            }
            json.writeEndArray();
        }

        private void described(String description) throws IOException {
            json.writeStartObject();
            json.writeStringField("description", description);
            json.writeEndObject();
        }

        private void risk(FindingRow row) throws IOException {
            Waived waived = row.finding().waived().orElseThrow();
            json.writeStartObject();
            uuid("uuid", NamedUuid.of("risk", row.finding().fingerprint()));
            json.writeStringField("title", text.title(row.rule()));
            json.writeStringField("description", text.asset(row) + ": " + text.message(row));
            json.writeStringField("statement", text.waiver(waived));
            json.writeStringField("status", "deviation-approved");
            json.writeEndObject();
        }

        private void finding(FindingRow row) throws IOException {
            Finding finding = row.finding();
            json.writeStartObject();
            uuid("uuid", NamedUuid.of("finding", finding.fingerprint()));
            json.writeStringField("title", text.title(row.rule()));
            json.writeStringField("description", text.asset(row) + ": " + text.message(row));
            json.writeObjectFieldStart("target");
            json.writeStringField("type", "objective-id");
            json.writeStringField("target-id", token(finding.rule()));
            json.writeObjectFieldStart("status");
            json.writeStringField("state", isSatisfied(finding.verdict()) ? "satisfied" : "not-satisfied");
            json.writeStringField("reason", reason(finding.verdict()));
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("related-observations");
            json.writeStartObject();
            uuid("observation-uuid", observed(finding));
            json.writeEndObject();
            json.writeEndArray();
            if (finding.waived().isPresent()) {
                json.writeArrayFieldStart("related-risks");
                json.writeStartObject();
                uuid("risk-uuid", NamedUuid.of("risk", finding.fingerprint()));
                json.writeEndObject();
                json.writeEndArray();
            }
            json.writeEndObject();
        }

        /** Of this scan: another scan observes anew. */
        private UUID observed(Finding finding) {
            return NamedUuid.of("observation", scan + "|" + finding.fingerprint());
        }

        private void property(String name, String value) throws IOException {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("ns", NAMESPACE);
            json.writeStringField("value", value(value));
            json.writeEndObject();
        }

        private void uuid(String name, UUID uuid) throws IOException {
            json.writeStringField(name, uuid.toString());
        }
    }

    private String said(String en, String zh, Object... arguments) {
        return Text.of(en, zh, arguments).in(text.words().language());
    }

    /** OSCAL knows two states and no third: what is not known to be satisfied is not, and the reason tells that nobody saw a failure. */
    private static boolean isSatisfied(Verdict verdict) {
        return verdict == Verdict.PASS || verdict == Verdict.NOT_APPLICABLE;
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case UNKNOWN, NOT_APPLICABLE, MANUAL -> "other";
        };
    }

    /** One line without blanks around it, and never empty. */
    private String value(String text) {
        String value = this.text.words().value(text).strip();
        return value.isEmpty() ? "-" : value;
    }

    /** A name as XML would take it. */
    private String token(String id) {
        String token = text.limited(id, LONGEST_TOKEN).replaceAll("[^\\p{L}\\p{N}.\\-_]", "_");
        return token.matches("[\\p{L}_].*") ? token : "_" + token;
    }
}
