package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;

/** GitLab's code quality report: what FAILs by its severity, and as information what is UNKNOWN, needs a person or is waived. */
public final class GitLabReport implements Report {
    private static final int ITEMS = 1;
    private static final String INFO = "info";

    private final FindingText text;

    public GitLabReport(Words words) {
        this.text = new FindingText(words);
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        JsonStream.document(out, ITEMS, json -> {
            json.writeStartArray();
            FindingRows.of(data).forEach(IoConsumer.unchecked(row -> {
                if (FindingText.TO_LOOK_AT.contains(row.finding().verdict())) {
                    write(json, row);
                }
            }));
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, FindingRow row) throws IOException {
        Finding finding = row.finding();
        String verdict = finding.verdict() == Verdict.FAIL ? "" : text.words().of(finding.verdict()) + ": ";
        json.writeStartObject();
        json.writeStringField("description", verdict + text.account(row));
        json.writeStringField("check_name", text.words().name(finding.rule()));
        json.writeStringField("fingerprint", finding.fingerprint());
        json.writeStringField("severity", severity(finding));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", CloudPath.of(finding.asset()));
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", 1);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Finding finding) {
        if (finding.verdict() != Verdict.FAIL || finding.waived().isPresent()) {
            return INFO;
        }
        return switch (finding.severity()) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
        };
    }
}
