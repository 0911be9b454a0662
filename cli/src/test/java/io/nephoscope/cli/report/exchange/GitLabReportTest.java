package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitLabReportTest {
    @TempDir
    private Path folder;

    private JsonNode issues(ExchangeScans scan) throws IOException {
        return Consumer.values(Written.report(ReportFormat.GITLAB, Language.EN, scan.in(folder)))
                .get(0);
    }

    @Test
    void aFailureHasItsSeverityAndWhatIsNotKnownIsInformation() throws IOException {
        assertThat(issues(ExchangeScans.SMALL))
                .extracting(it -> it.path("severity").asText() + ", "
                        + it.path("description").asText())
                .containsExactly(
                        "blocker, ledger: Anyone may read the bucket. Seen: facets.public = true.",
                        "info, UNKNOWN: ledger: Not read. It needs the permission toy:GetPolicy.",
                        "info, UNKNOWN: toy.bucket *: Not known: toy:ListBuckets denied (AccessDenied). It needs the permission"
                                + " toy:ListBuckets.");
    }

    @Test
    void whatIsWaivedIsInformationWithTheReason() throws IOException {
        JsonNode waived = issues(ExchangeScans.STATED).get(0);

        assertThat(waived.path("severity").asText()).isEqualTo("info");
        assertThat(waived.path("description").asText()).contains("Waived until 2026-06-30 by Anna: Until the move.");
    }

    @Test
    void noTwoIssuesAreTakenForOne() throws IOException {
        assertThat(issues(ExchangeScans.RICH))
                .hasSizeGreaterThan(20)
                .extracting(it -> it.path("fingerprint").asText())
                .doesNotHaveDuplicates();
    }
}
