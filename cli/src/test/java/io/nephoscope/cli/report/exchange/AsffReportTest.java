package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Finding.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsffReportTest {
    @TempDir
    private Path folder;

    private static List<JsonNode> requests(ReportData data) throws IOException {
        return Consumer.values(Written.report(ReportFormat.ASFF, Language.EN, data));
    }

    private static List<JsonNode> findings(ReportData data) throws IOException {
        List<JsonNode> findings = new ArrayList<>();
        requests(data).forEach(request -> request.path("Findings").forEach(findings::add));
        return findings;
    }

    @Test
    void everyFindingOfAnAwsAccountIsThereOnce() throws IOException {
        ReportData data = RichScan.in(folder);

        assertThat(findings(data))
                .hasSize((int) data.tally().verdicts().total())
                .extracting(it -> it.path("Id").asText())
                .doesNotHaveDuplicates();
        assertThat(new AsffReport(new Words(Language.EN)).leavesOut(data)).isEmpty();
    }

    @Test
    void whatIsOfNoAwsAccountIsLeftOutAndThatIsTold() throws IOException {
        ReportData data = ExchangeScans.SMALL.in(folder);

        assertThat(findings(data)).isEmpty();
        assertThat(new AsffReport(new Words(Language.EN))
                        .leavesOut(data)
                        .orElseThrow()
                        .en())
                .isEqualTo("Left out of the ASFF report, since Security Hub takes findings of AWS accounts alone: 5.");
    }

    @Test
    void aRequestIsOfOneAccountAndRegion() throws IOException {
        assertThat(requests(RichScan.in(folder)))
                .hasSizeGreaterThan(3)
                .allSatisfy(request -> assertThat(request.path("Findings").findValuesAsText("ProductArn").stream()
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void whatIsNotKnownIsAWarningWithTheReason() throws IOException {
        List<JsonNode> findings = findings(RichScan.in(folder));
        Map<String, List<JsonNode>> byVerdict = findings.stream()
                .collect(Collectors.groupingBy(
                        it -> it.at("/ProductFields").path("nephoscope/verdict").asText()));

        assertThat(statuses(byVerdict.get("FAIL"))).containsOnly("FAILED");
        assertThat(statuses(byVerdict.get("PASS"))).containsOnly("PASSED");
        assertThat(statuses(byVerdict.get("UNKNOWN"))).containsOnly("WARNING");
        assertThat(statuses(byVerdict.get("NOT_APPLICABLE"))).containsOnly("NOT_AVAILABLE");
        assertThat(byVerdict.get("UNKNOWN"))
                .allSatisfy(it -> assertThat(
                                it.at("/Compliance/StatusReasons/0/ReasonCode").asText())
                        .isIn("DENIED", "THROTTLED"));
    }

    private static Stream<String> statuses(List<JsonNode> findings) {
        return findings.stream().map(it -> it.at("/Compliance/Status").asText());
    }

    @Test
    void whatCouldNotBeListedIsOfTheAccount() throws IOException {
        assertThat(findings(RichScan.in(folder)))
                .filteredOn(it -> it.path("Description").asText().contains(" *: "))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.at("/Resources/0/Type").asText()).isEqualTo("AwsAccount");
                    assertThat(it.at("/Resources/0/Id").asText())
                            .isEqualTo(
                                    "AWS::::Account:" + it.path("AwsAccountId").asText());
                });
    }

    @Test
    void whatIsWaivedIsSuppressedWithANote() throws IOException {
        assertThat(findings(ExchangeScans.stated(RichScan.in(folder))))
                .filteredOn(it -> it.at("/Compliance/Status").asText().equals("FAILED"))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.at("/Workflow/Status").asText()).isEqualTo("SUPPRESSED");
                    assertThat(it.at("/Note/Text").asText()).contains("Until the move.");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws-cn:s3:::a, eu-west-1, aws-cn, cn-north-1",
        "i-1, cn-northwest-1, aws-cn, cn-north-1",
        "i-1, us-gov-east-1, aws-us-gov, us-gov-west-1",
        "i-1, global, aws, us-east-1"
    })
    void aPartitionIsSaidByTheArnOrTheRegion(String id, String region, String partition, String home) {
        Subject asset = new Subject("u", id, "aws.s3.bucket", "n", new Scope("", "1", region));
        assertThat(AwsTerms.partition(asset)).isEqualTo(partition);
        assertThat(AwsTerms.homeRegion(partition)).isEqualTo(home);
    }
}
