package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.inventory.doc.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads one report and whoever reads another see the same numbers. The JSON report is what the others are held against. */
class FormatsAgreeTest {
    private static final Words EN = new Words(Language.EN);

    @TempDir
    private Path folder;

    private ReportData data;
    private JsonNode json;

    @BeforeEach
    void scan() throws IOException {
        data = RichScan.in(folder);
        json = FollowedReport.of(Written.report(ReportFormat.JSON, Language.EN, data));
    }

    @Test
    void theRowsOfTheCoverageAreTheSame() {
        List<String> rows = texts(json.get("coverage"), "account", "region", "type", "status", "assets", "message");
        assertThat(csv(ReportFormat.COVERAGE_CSV).stream()
                        .map(row -> List.of(
                                        row.get("account"),
                                        row.get("region"),
                                        row.get("type"),
                                        row.get("status"),
                                        row.get("assets"),
                                        row.get("message"))
                                .toString()))
                .isEqualTo(rows)
                .hasSizeGreaterThan(100);
    }

    @Test
    void theRowsOfTheCoverageAddUpToTheCounts() {
        Map<String, Long> counted = new TreeMap<>();
        json.get("summary").get("coverage").properties().forEach(it -> counted.put(it.getKey(), 0L));
        json.get("coverage").forEach(row -> counted.merge(row.get("status").asText(), 1L, Long::sum));
        assertThat(numbers(json.get("summary").get("coverage"))).isEqualTo(counted);
        Map<String, Long> sum = new TreeMap<>();
        json.get("summary")
                .get("accounts")
                .forEach(account -> numbers(account.get("coverage"))
                        .forEach((status, count) -> sum.merge(status, count, Long::sum)));
        assertThat(sum).isEqualTo(counted);
    }

    @Test
    void theCsvHasEveryFigure() {
        JsonNode summary = json.get("summary");
        assertThat(figures("all", "")).isEqualTo(numbers(summary.get("verdicts")));
        assertThat(figures("coverage", "")).isEqualTo(numbers(summary.get("coverage")));
        summary.get("accounts").forEach(account -> {
            String id = account.get("account").asText();
            assertThat(figures("account", id)).isEqualTo(numbers(account.get("verdicts")));
            assertThat(figures("coverage", id)).isEqualTo(numbers(account.get("coverage")));
        });
        assertThat(rows("branch", "branch", "UNKNOWN"))
                .isEqualTo(pairs(json.get("branches"), "branch", "/verdicts/UNKNOWN"));
        assertThat(rows("severity", "item", "FAIL").toString())
                .isEqualTo(summary.get("failures").properties().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .toList()
                        .toString());
        assertThat(rows("cause", "item", "UNKNOWN")).isEqualTo(pairs(summary.get("unknown"), "call", "/verdicts"));
        assertThat(rows("permission", "permission", "known"))
                .isEqualTo(pairs(summary.get("permissions"), "permission", "/known"));
        assertThat(rows("permission", "permission", "waiting"))
                .isEqualTo(pairs(summary.get("permissions"), "permission", "/verdicts"));
        assertThat(rows("permission", "permission", "waiting_alone"))
                .isEqualTo(pairs(summary.get("permissions"), "permission", "/alone"));
        assertThat(figures("grant", "").values())
                .containsExactly(
                        summary.get("knownIfGranted").asLong(),
                        summary.get("permissionsToGrant").asLong());
        JsonNode calls = json.get("calls");
        for (String count : List.of("certain", "expected", "made", "retries")) {
            assertThat(figures("calls", ""))
                    .containsEntry(count, calls.get(count).asLong());
            assertThat(rows("call", "item", count)).isEqualTo(pairs(calls.get("byOperation"), "call", "/" + count));
        }
        for (String gap : List.of("listings", "calls", "assets", "broken")) {
            assertThat(figures("gaps", ""))
                    .containsEntry(gap, summary.get("gaps").get(gap).asLong());
        }
    }

    /** How each format for other machines says one verdict, and how often; PASS and NOT_APPLICABLE are not listed where code is shown. */
    @ParameterizedTest
    @CsvSource({
        "SARIF,    FAIL,           '\"kind\":\"fail\"'",
        "SARIF,    UNKNOWN,        '\"kind\":\"open\"'",
        "SARIF,    MANUAL,         '\"kind\":\"review\"'",
        "JUNIT,    FAIL,           <failure ",
        "JUNIT,    UNKNOWN,        <error ",
        "GITLAB,   UNKNOWN,        '\"description\":\"UNKNOWN: '",
        "GITLAB,   FAIL,           '\"severity\":\"(blocker|critical|major|minor)\"'",
        "OCSF,     PASS,           '\"status_id\":1,\"status\":\"Pass\"'",
        "OCSF,     FAIL,           '\"status_id\":3,\"status\":\"Fail\"'",
        "OCSF,     UNKNOWN,        '\"status_id\":2,\"status\":\"Warning\"'",
        "OCSF,     NOT_APPLICABLE, '\"status\":\"Not Applicable\"'",
        "OCSF,     MANUAL,         '\"status\":\"Manual\"'",
        "ASFF,     PASS,           '\"Status\":\"PASSED\"'",
        "ASFF,     FAIL,           '\"Status\":\"FAILED\"'",
        "ASFF,     NOT_APPLICABLE, '\"Status\":\"NOT_AVAILABLE\"'",
        "OSCAL,    PASS,           '\"reason\":\"pass\"'",
        "OSCAL,    FAIL,           '\"reason\":\"fail\"'",
        "OSCAL,    UNKNOWN,        '\"name\":\"verdict\",\"ns\":\"[^\"]+\",\"value\":\"UNKNOWN\"'",
        "NDJSON,   PASS,           '\"verdict\":\"PASS\"'",
        "NDJSON,   FAIL,           '\"verdict\":\"FAIL\"'",
        "NDJSON,   UNKNOWN,        '\"verdict\":\"UNKNOWN\"'",
        "NDJSON,   NOT_APPLICABLE, '\"verdict\":\"NOT_APPLICABLE\"'",
        "NDJSON,   MANUAL,         '\"verdict\":\"MANUAL\"'"
    })
    void otherMachinesReadTheSame(ReportFormat format, String verdict, String said) {
        long counted = Pattern.compile(said)
                .matcher(Written.report(format, Language.EN, data))
                .results()
                .count();
        assertThat(counted).isEqualTo(json.at("/summary/verdicts/" + verdict).asLong(-1));
    }

    @Test
    void aSummaryForABuildShowsTheSame() {
        JsonNode verdicts = json.at("/summary/verdicts");
        assertThat(Written.report(ReportFormat.MARKDOWN, Language.EN, data))
                .contains("| **All** | **" + verdicts.path("FAIL") + "** | **" + verdicts.path("UNKNOWN") + "** | **"
                        + verdicts.path("PASS") + "** | **" + verdicts.path("NOT_APPLICABLE") + "** | **"
                        + verdicts.path("MANUAL") + "** |");
    }

    @Test
    void thePageShowsTheSame() {
        JsonNode summary = json.get("summary");
        List<String> coverage = table("tally");
        assertThat(coverage.get(1)).startsWith("All ");
        assertThat(shownNumbers(coverage.get(1)))
                .isEqualTo(expectedNumbers(summary.get("coverage"), summary.get("verdicts")));
        for (int i = 0; i < summary.get("accounts").size(); i++) {
            JsonNode account = summary.get("accounts").get(i);
            String row = coverage.get(i + 2).replaceFirst("^\\d{12} ", "");
            assertThat(coverage.get(i + 2)).startsWith(account.get("account").asText());
            assertThat(shownNumbers(row)).isEqualTo(expectedNumbers(account.get("coverage"), account.get("verdicts")));
        }
        List<String> causes = table("causes");
        assertThat(causes.subList(1, causes.size()).stream()
                        .map(row -> row.split(" ")[0] + " " + row.substring(row.lastIndexOf(' ') + 1)))
                .isEqualTo(pairs(summary.get("unknown"), "call", "/verdicts"));
        List<String> permissions = table("permissions");
        assertThat(permissions.subList(1, permissions.size()).stream()
                        .map(row -> row.split(" ")[0] + " " + row.substring(row.lastIndexOf(' ') + 1)))
                .isEqualTo(pairs(summary.get("permissions"), "permission", "/known"));
        assertThat(page()).contains(sentence());
    }

    @Test
    void theTerminalShowsTheSame() {
        JsonNode summary = json.get("summary");
        StringWriter text = new StringWriter();
        new TerminalSummary(Language.EN, Style.PLAIN, 200).write(data, new PrintWriter(text));
        String terminal = text.toString();
        assertThat(terminal).contains(parts(summary.get("coverage"), summary.get("verdicts")));
        for (JsonNode account : summary.get("accounts")) {
            assertThat(terminal)
                    .contains(account.get("account").asText() + "  "
                            + parts(account.get("coverage"), account.get("verdicts")));
        }
        for (JsonNode cause : summary.get("unknown")) {
            assertThat(terminal)
                    .containsPattern("\n +" + cause.get("verdicts") + "  "
                            + cause.get("call").asText() + "  "
                            + cause.get("outcome").asText());
        }
        for (JsonNode permission : summary.get("permissions")) {
            assertThat(terminal).contains(permission.get("permission").asText() + "  " + permission.get("known"));
        }
        assertThat(terminal).contains(sentence());
    }

    private String sentence() {
        JsonNode summary = json.get("summary");
        return "Granting these " + summary.get("permissionsToGrant") + " permissions would make "
                + summary.get("knownIfGranted") + " UNKNOWN verdicts known.";
    }

    private static String parts(JsonNode coverage, JsonNode verdicts) {
        List<String> parts = new ArrayList<>();
        for (CoverageStatus status : CoverageStatus.values()) {
            long count = coverage.get(status.label()).asLong();
            if (count > 0) {
                parts.add(EN.of(status) + " " + count);
            }
        }
        parts.add("UNKNOWN " + verdicts.get("UNKNOWN") + " of " + total(verdicts));
        return String.join(" · ", parts);
    }

    private List<Long> expectedNumbers(JsonNode coverage, JsonNode verdicts) {
        List<Long> numbers = new ArrayList<>();
        json.get("summary").get("coverage").properties().forEach(status -> {
            if (status.getValue().asLong() > 0) {
                numbers.add(coverage.get(status.getKey()).asLong());
            }
        });
        numbers.add(verdicts.get("UNKNOWN").asLong());
        numbers.add(total(verdicts));
        return numbers;
    }

    private static long total(JsonNode verdicts) {
        return numbers(verdicts).values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> shownNumbers(String row) {
        return Pattern.compile("(?<=^| )\\d+(?= |$)")
                .matcher(row)
                .results()
                .map(MatchResult::group)
                .map(Long::valueOf)
                .toList();
    }

    private String page() {
        return Written.report(ReportFormat.HTML, Language.EN, data);
    }

    /** The rows of a table of the page as people see them. */
    private List<String> table(String style) {
        String page = page();
        int from = page.indexOf("<table class=\"" + style + "\">");
        return Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL)
                .matcher(page.substring(from, page.indexOf("</table>", from)))
                .results()
                .map(row -> row.group()
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    private List<CSVRecord> csv(ReportFormat format) {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Written.report(format, Language.EN, data)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Long> figures(String section, String account) {
        return csv(ReportFormat.SUMMARY_CSV).stream()
                .filter(row ->
                        row.get("section").equals(section) && row.get("account").equals(account))
                .collect(Collectors.toMap(
                        row -> row.get("measure"), row -> Long.valueOf(row.get("value")), Long::sum, TreeMap::new));
    }

    private List<String> rows(String section, String name, String measure) {
        return csv(ReportFormat.SUMMARY_CSV).stream()
                .filter(row ->
                        row.get("section").equals(section) && row.get("measure").equals(measure))
                .map(row -> row.get(name) + " " + row.get("value"))
                .toList();
    }

    private static List<String> pairs(JsonNode list, String name, String value) {
        List<String> pairs = new ArrayList<>();
        list.forEach(it -> pairs.add(it.get(name).asText() + " " + it.at(value)));
        return pairs;
    }

    private static List<String> texts(JsonNode list, String... fields) {
        List<String> rows = new ArrayList<>();
        list.forEach(it -> {
            List<String> cells = new ArrayList<>();
            for (String field : fields) {
                JsonNode said = it.get(field);
                cells.add(said.isObject() ? said.get("en").asText() : said.asText());
            }
            rows.add(cells.toString());
        });
        return rows;
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties().forEach(it -> numbers.put(it.getKey(), it.getValue().asLong()));
        return numbers;
    }
}
