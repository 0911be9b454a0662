package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What others read is as they want it: of no finding, of one, of very many, and of assets whose names mean harm. */
class ExchangeFormatsTest {
    private static final Set<ReportFormat> WITH_SCHEMA = EnumSet.of(
            ReportFormat.SARIF,
            ReportFormat.JUNIT,
            ReportFormat.GITLAB,
            ReportFormat.OCSF,
            ReportFormat.OCSF_INVENTORY,
            ReportFormat.ASFF,
            ReportFormat.OSCAL,
            ReportFormat.NDJSON);

    @TempDir
    private Path folder;

    static Stream<Arguments> reports() {
        return WITH_SCHEMA.stream()
                .flatMap(format -> Stream.of(ExchangeScans.values()).map(scan -> Arguments.of(format, scan)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("reports")
    void everyReportIsAsTheSchemaOfItsReadersSays(ReportFormat format, ExchangeScans scan) throws IOException {
        ReportData data = scan.in(folder);
        for (Language language : Language.values()) {
            assertThat(Consumer.faults(format, Written.report(format, language, data)))
                    .as(language.tag())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"SARIF", "GITLAB", "OCSF", "ASFF", "OSCAL", "NDJSON"})
    void aSchemaRefusesWhatIsNotSo(ReportFormat format) throws IOException {
        assertThat(Consumer.faults(format, "{\"version\": 3}")).isNotEmpty();
    }

    @Test
    void theSchemaOfTestCasesRefusesWhatIsNotSo() throws IOException {
        assertThat(Consumer.faults(ReportFormat.JUNIT, "<testsuites name=\"a\"/>"))
                .isNotEmpty();
    }

    /** A stream of which only the length is kept. */
    private static final class Measured extends OutputStream {
        private long length;

        @Override
        public void write(int letter) {
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            length += count;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"SARIF", "JUNIT", "GITLAB", "OCSF", "ASFF", "OSCAL", "NDJSON"})
    void aHundredThousandFindingsAreWrittenWhileTheyComeAndNotKept(ReportFormat format) throws IOException {
        ReportData made = ExchangeScans.many(folder);
        Measured out = new Measured();
        long[] written = new long[1];
        ReportData data = ReportData.of(
                made.manifest(),
                made.snapshot(),
                made.rules(),
                each -> {
                    made.findings().forEach(each);
                    written[0] = out.length;
                },
                made.tally(),
                "1.0.1");

        format.report(new ReportFormat.Options(Language.EN, false, false)).write(data, out);

        // Had it been kept, nothing would be out at the end of the last walk.
        assertThat(written[0]).isGreaterThan(out.length * 9 / 10);
        assertThat(out.length).isGreaterThan(10_000_000);
    }

    @Test
    void aSummaryOfAHundredThousandFindingsFitsIntoAPullRequestAndTellsWhatItLeavesOut() {
        String page = Written.report(ReportFormat.MARKDOWN, Language.EN, ExchangeScans.many(folder));

        assertThat(page.length()).isBetween(3_000, 65_536);
        assertThat(page).contains("| critical | `rule-of-critical` |").contains(" more in the JSON and CSV reports.");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"SARIF", "JUNIT", "GITLAB", "MARKDOWN"})
    void whatPeopleLookAtHoldsNothingThatHidesOrTurnsTheReadingDirection(ReportFormat format) throws IOException {
        ReportData data = ExchangeScans.HOSTILE.in(folder);
        String report = Written.report(format, Language.EN, data);
        List<String> shown = format == ReportFormat.SARIF || format == ReportFormat.GITLAB
                ? Consumer.values(report).stream()
                        .flatMap(ExchangeFormatsTest::texts)
                        .toList()
                : List.of(report);

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029&&[^\\n\\u200b]]"));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.textValue())
                : node.valueStream().flatMap(ExchangeFormatsTest::texts);
    }
}
