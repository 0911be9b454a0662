package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OscalReportTest {
    @TempDir
    private Path folder;

    private static JsonNode results(ReportData data) throws IOException {
        return Consumer.values(Written.report(ReportFormat.OSCAL, Language.EN, data))
                .get(0)
                .path("assessment-results");
    }

    private static List<String> texts(JsonNode within, String name) {
        return within.findValuesAsText(name);
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsReferredToIsThereAndNothingIsThereTwice(ExchangeScans scan) throws IOException {
        JsonNode results = results(scan.in(folder));
        List<String> defined = texts(results, "uuid");

        assertThat(defined).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(defined);
        for (String reference : List.of("subject-uuid", "observation-uuid", "risk-uuid", "component-uuid")) {
            assertThat(known).as(reference).containsAll(texts(results, reference));
        }
        assertThat(known).contains(results.at("/import-ap/href").asText().substring(1));
    }

    @Test
    void whatIsNotKnownIsNotSatisfiedForAnotherReasonThanAFailure() throws IOException {
        assertThat(results(ExchangeScans.SMALL.in(folder)).at("/results/0/findings"))
                .extracting(it -> it.at("/target/target-id").asText() + " "
                        + it.at("/target/status/state").asText() + " "
                        + it.at("/target/status/reason").asText())
                .containsExactly(
                        "bucket-not-public not-satisfied fail",
                        "bucket-versioned not-satisfied other",
                        "bucket-not-public satisfied pass",
                        "bucket-versioned satisfied other",
                        "bucket-not-public not-satisfied other");
    }

    @Test
    void whatCouldNotBeListedIsObservedOfItsAccount() throws IOException {
        JsonNode result = results(ExchangeScans.SMALL.in(folder)).at("/results/0");
        JsonNode unlisted = result.at("/observations/4");

        assertThat(unlisted.at("/subjects/0/type").asText()).isEqualTo("component");
        assertThat(unlisted.at("/subjects/0/subject-uuid"))
                .isEqualTo(result.at("/local-definitions/components/0/uuid"));
        assertThat(unlisted.at("/relevant-evidence/0/description").asText())
                .isEqualTo("toy:ListBuckets denied (AccessDenied)");
        assertThat(unlisted.path("props").toString()).contains("missing-permission", "toy:ListBuckets");
        assertThat(result.at("/local-definitions/inventory-items")).hasSize(2);
    }

    @Test
    void aWaiverIsARiskWhoseDeviationIsApproved() throws IOException {
        JsonNode result = results(ExchangeScans.STATED.in(folder)).at("/results/0");

        assertThat(result.at("/risks")).hasSize(1);
        assertThat(result.at("/risks/0/status").asText()).isEqualTo("deviation-approved");
        assertThat(result.at("/risks/0/statement").asText()).contains("Until the move.", "Anna", "2026-06-30");
        assertThat(result.at("/findings/0/related-risks/0/risk-uuid")).isEqualTo(result.at("/risks/0/uuid"));
    }

    @Test
    void theTimesAreThoseOfTheScan() throws IOException {
        JsonNode result = results(ExchangeScans.SMALL.in(folder)).at("/results/0");

        assertThat(result.path("start").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(result.path("end").asText()).isEqualTo("2026-01-01T00:04:10Z");
        // An asset when it was read, and what could not be listed when the scan ended.
        assertThat(result.at("/observations"))
                .extracting(it -> it.path("collected").asText())
                .containsExactly(
                        "2026-01-01T00:00:01Z",
                        "2026-01-01T00:00:01Z",
                        "2026-01-01T00:00:01Z",
                        "2026-01-01T00:00:01Z",
                        "2026-01-01T00:04:10Z");
    }

    @Test
    void aUuidIsOfVersionFiveAndTheSameForTheSameName() {
        UUID uuid = NamedUuid.of("finding", "a");

        assertThat(uuid).isEqualTo(NamedUuid.of("finding", "a"));
        assertThat(uuid.version()).isEqualTo(5);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(Stream.of(NamedUuid.of("finding", "b"), NamedUuid.of("risk", "a")))
                .doesNotContain(uuid);
    }
}
