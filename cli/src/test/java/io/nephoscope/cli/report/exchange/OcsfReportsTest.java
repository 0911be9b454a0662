package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcsfReportsTest {
    @TempDir
    private Path folder;

    private static List<JsonNode> events(ReportFormat format, ReportData data) throws IOException {
        return Consumer.values(Written.report(format, Language.EN, data));
    }

    private List<JsonNode> findings(ExchangeScans scan) throws IOException {
        return events(ReportFormat.OCSF, scan.in(folder));
    }

    @Test
    void everyLineIsOneEvent() throws IOException {
        ReportData data = ExchangeScans.RICH.in(folder);

        assertThat(Written.report(ReportFormat.OCSF, Language.EN, data).lines())
                .hasSize((int) data.tally().verdicts().total())
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void theTimeIsThatOfTheScanInMilliseconds() throws IOException {
        assertThat(findings(ExchangeScans.SMALL)).allSatisfy(event -> {
            assertThat(event.path("time").asLong()).isEqualTo(1_767_225_850_000L);
            assertThat(event.path("time_dt").asText()).isEqualTo("2026-01-01T00:04:10Z");
        });
    }

    @Test
    void whatIsNotKnownIsAWarningAndWhatDoesNotApplyIsNeitherPassNorFail() throws IOException {
        assertThat(findings(ExchangeScans.SMALL))
                .extracting(event -> event.at("/unmapped/verdict").asText() + " "
                        + event.at("/compliance/status_id").asInt() + " "
                        + event.at("/compliance/status").asText() + " "
                        + event.path("severity").asText())
                .containsExactly(
                        "FAIL 3 Fail Critical",
                        "UNKNOWN 2 Warning Medium",
                        "PASS 1 Pass Informational",
                        "NOT_APPLICABLE 99 Not Applicable Informational",
                        "UNKNOWN 2 Warning Critical");
    }

    @Test
    void whatIsNotKnownNamesTheCallAndThePermission() throws IOException {
        JsonNode unlisted = findings(ExchangeScans.SMALL).get(4);

        assertThat(unlisted.at("/compliance/status_details/0").asText())
                .isEqualTo("toy:ListBuckets denied (AccessDenied)");
        assertThat(unlisted.at("/unmapped/missing/0/permission").asText()).isEqualTo("toy:ListBuckets");
        assertThat(unlisted.at("/resources/0/type").asText()).isEqualTo("toy.bucket");
        assertThat(unlisted.at("/cloud/region").asText()).isEqualTo("south");
    }

    @Test
    void whatIsWaivedIsSuppressed() throws IOException {
        List<JsonNode> events = findings(ExchangeScans.STATED);

        assertThat(events.get(0).path("status").asText()).isEqualTo("Suppressed");
        assertThat(events.get(0).path("status_id").asInt()).isEqualTo(3);
        assertThat(events.get(1).path("status").asText()).isEqualTo("New");
        assertThat(events.get(2).has("status")).as("what passes").isFalse();
    }

    @Test
    void anInventoryTellsEveryAssetAndEveryListingThatWasNotAnswered() throws IOException {
        List<JsonNode> events = events(ReportFormat.OCSF_INVENTORY, ExchangeScans.SMALL.in(folder));

        assertThat(events)
                .extracting(event -> event.path("status").asText() + " "
                        + event.at("/resources/0/name").asText("nothing"))
                .containsExactly("Success ledger", "Success photos", "Failure nothing");
        assertThat(events.get(0).at("/resources/0/data/unknown/0").asText()).isEqualTo("facets.versioned");
        assertThat(events.get(2).path("message").asText())
                .isEqualTo("toy.bucket could not be listed: toy:ListBuckets denied (AccessDenied).");
        assertThat(events.get(2).at("/unmapped/missing/permission").asText()).isEqualTo("toy:ListBuckets");
    }
}
