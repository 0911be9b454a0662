package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.Completeness;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SARIF 2.1.0 as code scanning takes it: a run for each account, so that an account that was not scanned this time keeps its alerts.
 * What PASSes is counted and not listed. Code scanning takes its severity from the rule and knows nothing of {@code kind}: what is not
 * known has a rule of its own, without one, or it would look like a failure.
 */
public final class SarifReport implements Report {
    static final int MOST_RUNS = 20;
    static final int MOST_RESULTS = 25_000;

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final Pattern SEMANTIC = Pattern.compile("\\d+\\.\\d+\\.\\d+([-+].*)?");
    private static final int ITEMS = 4;
    private static final int MOST_EVIDENCE = 10;

    private final FindingText text;
    private final long most;

    public SarifReport(Words words) {
        this(words, MOST_RESULTS);
    }

    SarifReport(Words words, long most) {
        this.text = new FindingText(words);
        this.most = most;
    }

    private Room room(ReportData data) {
        return Room.of(data.tally(), FindingText.TO_LOOK_AT, most);
    }

    @Override
    public Optional<Text> leavesOut(ReportData data) {
        long leftOut = room(data).leftOut();
        return leftOut == 0
                ? Optional.empty()
                : Optional.of(Text.of(
                        "The SARIF report holds the {0} worst results, as many as code scanning takes. Left out of it: {1}. Write one for"
                                + " each branch with --branch.",
                        "SARIF 报告仅含最严重的 {0} 条结果（代码扫描的上限），未包含 {1} 条。可用 --branch 按分支机构分别输出。", most, leftOut));
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        JsonStream.document(out, ITEMS, json -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            Writing writing = new Writing(data, json);
            FindingRows.of(data).forEach(IoConsumer.unchecked(writing::add));
            writing.end();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** One walk over the findings, which come account by account. */
    private final class Writing {
        private final ReportData data;
        private final JsonGenerator json;
        private final SarifRules rules;
        private final Room room;
        private final SarifRuns runs;
        private boolean isWithinRun;

        Writing(ReportData data, JsonGenerator json) {
            this.data = data;
            this.json = json;
            this.rules = new SarifRules(data, text);
            this.room = room(data);
            this.runs = SarifRuns.of(data);
        }

        void add(FindingRow row) throws IOException {
            for (String category : runs.upTo(row.finding().asset())) {
                begin(category);
            }
            if (room.takes(row.finding())) {
                result(row);
            }
        }

        void end() throws IOException {
            for (String category : runs.rest()) {
                begin(category);
            }
            endRun();
        }

        private void begin(String category) throws IOException {
            endRun();
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "Nephoscope");
            json.writeStringField("version", data.toolVersion());
            if (SEMANTIC.matcher(data.toolVersion()).matches()) {
                json.writeStringField("semanticVersion", data.toolVersion());
            }
            rules.write(json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("automationDetails");
            json.writeStringField("id", category);
            json.writeEndObject();
            invocation();
            properties();
            isWithinRun = true;
            if (isJudged()) {
                json.writeArrayFieldStart("results");
            }
        }

        private void endRun() throws IOException {
            if (isWithinRun) {
                if (isJudged()) {
                    json.writeEndArray();
                }
                json.writeEndObject();
            }
        }

        /** A run that holds no results is refused; one whose results are none would close every alert, though nobody looked. */
        private boolean isJudged() {
            return !data.rules().isEmpty();
        }

        private void invocation() throws IOException {
            Completeness completeness = data.completeness();
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeStringField("startTimeUtc", data.manifest().startedAt());
            json.writeStringField(
                    "endTimeUtc", Evaluation.timeOf(data.snapshot()).toString());
            json.writeBooleanField("executionSuccessful", data.manifest().isFinished());
            json.writeArrayFieldStart("toolExecutionNotifications");
            if (!completeness.isWhole()) {
                notification(completeness.inSentences(text.words()));
            }
            Optional<Text> leftOut = leavesOut(data);
            if (leftOut.isPresent()) {
                notification(leftOut.get().in(text.words().language()));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }

        private void notification(String sentence) throws IOException {
            json.writeStartObject();
            json.writeStringField("level", "warning");
            message("message", sentence);
            json.writeEndObject();
        }

        /** Of the whole scan, whatever account the run is of. */
        private void properties() throws IOException {
            json.writeObjectFieldStart("properties");
            json.writeStringField("scan", data.manifest().scanId());
            json.writeBooleanField("complete", data.completeness().isWhole());
            json.writeObjectFieldStart("verdicts");
            for (Verdict verdict : Verdict.values()) {
                json.writeNumberField(verdict.name(), data.tally().verdicts().of(verdict));
            }
            json.writeEndObject();
            json.writeNumberField("resultsLeftOut", room.leftOut());
            json.writeEndObject();
        }

        private void result(FindingRow row) throws IOException {
            Finding finding = row.finding();
            json.writeStartObject();
            json.writeStringField("ruleId", SarifRules.id(finding.rule(), finding.verdict()));
            json.writeNumberField("ruleIndex", rules.index(finding.rule(), finding.verdict()));
            json.writeStringField("kind", kind(finding.verdict()));
            json.writeStringField(
                    "level", finding.verdict() == Verdict.FAIL ? SarifRules.level(finding.severity()) : "none");
            message("message", text.account(row));
            location(finding.asset());
            json.writeObjectFieldStart("partialFingerprints");
            // What the upload would else work out from the lines of a source file, which is not there.
            json.writeStringField("primaryLocationLineHash", finding.fingerprint() + ":1");
            json.writeEndObject();
            json.writeObjectFieldStart("fingerprints");
            json.writeStringField("nephoscope/v1", finding.fingerprint());
            json.writeEndObject();
            suppression(finding);
            resultProperties(row);
            json.writeEndObject();
        }

        private String kind(Verdict verdict) {
            return switch (verdict) {
                case FAIL -> "fail";
                case UNKNOWN -> "open";
                case MANUAL -> "review";
                case PASS -> "pass";
                case NOT_APPLICABLE -> "notApplicable";
            };
        }

        private void location(Subject asset) throws IOException {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", CloudPath.of(asset));
            json.writeEndObject();
            json.writeObjectFieldStart("region");
            for (String edge : List.of("startLine", "startColumn", "endLine", "endColumn")) {
                json.writeNumberField(edge, 1);
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("name", text.words().name(asset.name()));
            json.writeStringField("fullyQualifiedName", text.words().value(asset.uid()));
            json.writeStringField("kind", "resource");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }

        private void suppression(Finding finding) throws IOException {
            if (finding.waived().isPresent()) {
                json.writeArrayFieldStart("suppressions");
                json.writeStartObject();
                json.writeStringField("kind", "external");
                json.writeStringField("status", "accepted");
                json.writeStringField(
                        "justification", text.waiver(finding.waived().get()));
                json.writeEndObject();
                json.writeEndArray();
            }
        }

        private void resultProperties(FindingRow row) throws IOException {
            Finding finding = row.finding();
            json.writeObjectFieldStart("properties");
            json.writeStringField("verdict", finding.verdict().name());
            json.writeStringField("severity", finding.severity().label());
            json.writeStringField(
                    "account", text.words().name(finding.asset().scope().account()));
            json.writeStringField(
                    "region", text.words().name(finding.asset().scope().region()));
            json.writeStringField(
                    "resourceType", text.words().name(finding.asset().type()));
            JsonStream.texts(json, "permissions", text.permissions(finding));
            JsonStream.texts(
                    json,
                    "evidence",
                    finding.evidence().stream()
                            .limit(MOST_EVIDENCE)
                            .map(it -> text.words().name(it.path()) + " = " + text.evidence(it))
                            .toList());
            json.writeEndObject();
        }

        private void message(String name, String sentence) throws IOException {
            json.writeObjectFieldStart(name);
            // Else it would be a link.
            json.writeStringField("text", sentence.replace("](", "] ("));
            json.writeEndObject();
        }
    }
}
