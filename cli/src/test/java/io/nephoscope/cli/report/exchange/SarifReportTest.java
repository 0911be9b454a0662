package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.ToyScan;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What code scanning demands beyond the schema, as its documentation says it. */
class SarifReportTest {
    private static final Words EN = new Words(Language.EN);

    @TempDir
    private Path folder;

    private static byte[] bytes(SarifReport report, ReportData data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(data, out);
        return out.toByteArray();
    }

    private static JsonNode sarif(SarifReport report, ReportData data) throws IOException {
        return Consumer.values(new String(bytes(report, data), StandardCharsets.UTF_8))
                .get(0);
    }

    private static JsonNode sarif(ReportData data) throws IOException {
        return sarif(new SarifReport(EN), data);
    }

    private static List<JsonNode> results(JsonNode sarif) {
        List<JsonNode> results = new ArrayList<>();
        sarif.path("runs").forEach(run -> run.path("results").forEach(results::add));
        return results;
    }

    private static JsonNode result(JsonNode sarif, String ruleId) {
        return results(sarif).stream()
                .filter(it -> it.path("ruleId").asText().equals(ruleId))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleAndResultHasWhatCodeScanningDemands(ExchangeScans scan) throws IOException {
        JsonNode sarif = sarif(scan.in(folder));

        assertThat(sarif.path("runs").size()).isBetween(1, 20);
        for (JsonNode run : sarif.path("runs")) {
            JsonNode rules = run.at("/tool/driver/rules");
            for (JsonNode rule : rules) {
                assertThat(rule.at("/shortDescription/text").asText())
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(1024);
                assertThat(rule.at("/fullDescription/text").asText())
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(1024);
                assertThat(rule.at("/help/text").asText()).isNotBlank();
                assertThat(rule.path("name").asText()).hasSizeLessThanOrEqualTo(255);
                assertThat(rule.at("/properties/tags").size()).isLessThanOrEqualTo(20);
            }
            for (JsonNode result : run.path("results")) {
                assertThat(result.at("/message/text").asText()).isNotBlank();
                assertThat(rules.path(result.path("ruleIndex").asInt()).path("id"))
                        .isEqualTo(result.path("ruleId"));
                assertThat(result.path("locations")).hasSize(1);
                assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                                .asInt())
                        .isOne();
                assertThat(result.at("/partialFingerprints/primaryLocationLineHash")
                                .asText())
                        .matches("[0-9a-f]+:1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLocationIsARelativePathThatStaysWhereItIs(ExchangeScans scan) throws IOException {
        for (JsonNode result : results(sarif(scan.in(folder)))) {
            String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asText();
            assertThat(URI.create(uri).normalize()).hasToString(uri);
            assertThat(uri)
                    .startsWith("cloud/")
                    .doesNotContain(":", "//", " ", "\\")
                    .endsWith(".json");
        }
    }

    @Test
    void aFailureHasTheSeverityOfItsRuleAndWhatIsNotKnownHasNone() throws IOException {
        JsonNode sarif = sarif(ExchangeScans.SMALL.in(folder));
        JsonNode failure = result(sarif, "bucket-not-public");
        JsonNode unknown = result(sarif, "bucket-versioned/unknown");
        JsonNode rules = sarif.at("/runs/0/tool/driver/rules");

        assertThat(failure.path("kind").asText()).isEqualTo("fail");
        assertThat(failure.path("level").asText()).isEqualTo("error");
        assertThat(rules.path(failure.path("ruleIndex").asInt())
                        .at("/properties/security-severity")
                        .asText())
                .isEqualTo("9.5");
        // SARIF 2.1.0, 3.27.9 and 3.27.10: open is what could not be decided, and only a failure has a level.
        assertThat(unknown.path("kind").asText()).isEqualTo("open");
        assertThat(unknown.path("level").asText()).isEqualTo("none");
        assertThat(unknown.at("/message/text").asText()).contains("ledger", "toy:GetPolicy");
        assertThat(rules.path(unknown.path("ruleIndex").asInt())
                        .path("properties")
                        .has("security-severity"))
                .isFalse();
    }

    @Test
    void whatCouldNotBeListedIsThereWithThePermissionThatWouldMendIt() throws IOException {
        JsonNode unlisted = result(sarif(ExchangeScans.SMALL.in(folder)), "bucket-not-public/unknown");

        assertThat(unlisted.at("/message/text").asText())
                .contains("toy.bucket *")
                .contains("toy:ListBuckets denied")
                .contains("It needs the permission toy:ListBuckets.");
    }

    @Test
    void whatPassesOrDoesNotApplyIsCountedAndNotListed() throws IOException {
        ReportData data = ExchangeScans.SMALL.in(folder);
        JsonNode sarif = sarif(data);

        assertThat(results(sarif)).hasSize(3);
        for (Verdict verdict : Verdict.values()) {
            assertThat(sarif.at("/runs/0/properties/verdicts/" + verdict.name()).asLong())
                    .isEqualTo(data.tally().verdicts().of(verdict));
        }
    }

    @Test
    void whatIsWaivedIsSuppressedWithTheReason() throws IOException {
        JsonNode waived = result(sarif(ExchangeScans.STATED.in(folder)), "bucket-not-public");

        assertThat(waived.at("/suppressions/0/kind").asText()).isEqualTo("external");
        assertThat(waived.at("/suppressions/0/status").asText()).isEqualTo("accepted");
        assertThat(waived.at("/suppressions/0/justification").asText()).contains("Until the move.", "Anna");
    }

    @Test
    void aFailureSaysWhatWasSeen() throws IOException {
        assertThat(result(sarif(ExchangeScans.SMALL.in(folder)), "bucket-not-public")
                        .at("/message/text")
                        .asText())
                .isEqualTo("ledger: Anyone may read the bucket. Seen: facets.public = true.");
    }

    /** SARIF 2.1.0, 3.11.6: brackets and parentheses in a message are a link. */
    @Test
    void noNameBecomesALink() throws IOException {
        ReportData data = new ToyScan(folder)
                .rule(Scans.NOT_PUBLIC)
                .finding(
                        Scans.NOT_PUBLIC.id(),
                        ToyScan.subject("toy.bucket", new Scope("", "1", "north"), "[look](https://evil.example)"),
                        Verdict.FAIL,
                        List.of(),
                        List.of(),
                        Text.EMPTY)
                .data();

        assertThat(results(sarif(data)).get(0).at("/message/text").asText())
                .startsWith("[look] (https://evil.example): ");
    }

    /** SARIF 2.1.0, 3.14.23: no results is not the same as results of which there are none. */
    @Test
    void whereNothingWasJudgedThereAreNoResultsThatWouldCloseAlerts() throws IOException {
        assertThat(sarif(ExchangeScans.NOTHING.in(folder)).path("runs"))
                .isNotEmpty()
                .noneMatch(run -> run.has("results"));
        assertThat(sarif(ExchangeScans.SMALL.in(folder.resolve("small"))).path("runs"))
                .allMatch(run -> run.has("results"));
    }

    @Test
    void anIncompleteScanSaysSo() throws IOException {
        assertThat(sarif(ExchangeScans.SMALL.in(folder))
                        .at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .contains("listing was not answered");
    }

    @Test
    void everyAccountHasARunAndACategoryOfItsOwn() throws IOException {
        ReportData data = ExchangeScans.RICH.in(folder);
        List<String> categories = StreamSupport.stream(sarif(data).path("runs").spliterator(), false)
                .map(run -> run.at("/automationDetails/id").asText())
                .toList();

        assertThat(categories).doesNotHaveDuplicates();
        Set<String> accounts = data.accounts().stream()
                .map(account -> "nephoscope/aws/" + account.id() + "/")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(accounts).hasSize(3);
        assertThat(categories).containsAll(accounts);
    }

    @Test
    void ofVeryManyTheWorstAreKeptInOneUploadAndTheRestIsTold() throws IOException {
        ReportData data = ExchangeScans.many(folder);
        SarifReport report = new SarifReport(EN);
        byte[] bytes = bytes(report, data);
        JsonNode sarif =
                Consumer.values(new String(bytes, StandardCharsets.UTF_8)).get(0);

        // There are more accounts than there may be runs.
        assertThat(sarif.path("runs")).hasSize(1);
        assertThat(sarif.at("/runs/0/automationDetails/id").asText()).isEqualTo("nephoscope/");
        // More are critical than there is room for.
        assertThat(results(sarif))
                .hasSize(25_000)
                .allMatch(it -> it.at("/properties/severity").asText().equals("critical"));
        assertThat(sarif.at("/runs/0/properties/resultsLeftOut").asLong()).isEqualTo(35_000);
        assertThat(report.leavesOut(data).orElseThrow().en()).contains("25000 worst", "Left out of it: 35000.");
        assertThat(sarif.at("/runs/0/invocations/0/toolExecutionNotifications").toString())
                .contains("Left out of it: 35000.");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(bytes);
        }
        assertThat(packed.size()).isLessThan(10_000_000);
    }

    @Test
    void theBestIsLeftOutFirstAndOfTheSameSeverityWhatIsNotKnown() throws IOException {
        ReportData data = ExchangeScans.SMALL.in(folder);

        assertThat(results(sarif(new SarifReport(EN, 2), data)))
                .extracting(it -> it.path("ruleId").asText())
                .containsExactly("bucket-not-public", "bucket-not-public/unknown");
        assertThat(results(sarif(new SarifReport(EN, 1), data)))
                .extracting(it -> it.path("ruleId").asText())
                .containsExactly("bucket-not-public");
        assertThat(new SarifReport(EN).leavesOut(data)).isEmpty();
    }
}
