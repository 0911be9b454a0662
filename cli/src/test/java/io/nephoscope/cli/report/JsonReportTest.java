package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static String json(ReportData data) {
        return Written.report(ReportFormat.JSON, Language.EN, data);
    }

    private static String expected(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(JsonReportTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aSmallScanReadsLikeThis() throws IOException {
        String report = json(Scans.small(folder));
        assertThat(report.substring(0, report.indexOf("  \"rules\":"))).isEqualTo(expected("small-report-head.json"));
        assertThat(report.substring(report.indexOf("  \"coverage\": ["))).isEqualTo(expected("small-report-tail.json"));
    }

    @Test
    void whatManyAssetsShareIsSaidOnce() throws IOException {
        ToyScan scan = new ToyScan(folder).rule(Scans.NOT_PUBLIC);
        for (int i = 0; i < 200; i++) {
            scan.asset(
                    ToyScan.BUCKET,
                    Scans.NORTH,
                    Doc.of("Name", "b" + i, "Public", Unknown.because(ToyScan.POLICY_DENIED)),
                    Map.of());
        }
        String report = json(scan.data());

        assertThat(List.of(ToyScan.POLICY_DENIED.message().en(), "\"north\"}", "\"attributes.Public\""))
                .allSatisfy(shared ->
                        assertThat(report.split(Pattern.quote(shared), -1)).hasSize(2));
        assertThat(FollowedReport.of(report).path("assets"))
                .hasSize(200)
                .allSatisfy(asset -> assertThat(asset.path("unknown").findValuesAsText("message"))
                        .containsExactly(
                                ToyScan.POLICY_DENIED.message().en(),
                                ToyScan.POLICY_DENIED.message().en()));
    }

    @Test
    void hostileTextsComeBackAsTheyWere() throws IOException {
        ReportData data = HostileScan.in(folder);
        JsonNode report = MAPPER.readTree(json(data));
        assertThat(report.path("rules").findValuesAsText("appliesTo"))
                .containsExactlyInAnyOrderElementsOf(HostileScan.TEXTS);
    }

    @Test
    void theSameScanGivesTheSameBytes() {
        ReportData data = RichScan.in(folder);
        assertThat(json(data)).isEqualTo(json(data));
    }
}
