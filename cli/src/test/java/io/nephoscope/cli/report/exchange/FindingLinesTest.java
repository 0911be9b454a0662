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

class FindingLinesTest {
    @TempDir
    private Path folder;

    private List<JsonNode> lines(ExchangeScans scan) throws IOException {
        return Consumer.values(Written.report(ReportFormat.NDJSON, Language.EN, scan.in(folder)));
    }

    @Test
    void aLineSaysAllOfItsFinding() throws IOException {
        String first = Written.report(ReportFormat.NDJSON, Language.EN, ExchangeScans.STATED.in(folder))
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(first)
                .isEqualTo(
                        "{\"schemaVersion\":1,\"fingerprint\":\"13bbcb1c\",\"verdict\":\"FAIL\",\"severity\":\"critical\","
                                + "\"rule\":{\"id\":\"bucket-not-public\",\"hash\":\"a1\","
                                + "\"title\":{\"en\":\"Buckets are not public\",\"zh\":\"存储桶未公开\"}},"
                                + "\"asset\":{\"uid\":\"toy:1001:north:toy.bucket:ledger\",\"nativeId\":\"ledger\",\"listed\":true,"
                                + "\"type\":\"toy.bucket\",\"kind\":\"storage.bucket\",\"name\":\"ledger\",\"provider\":\"toy\","
                                + "\"branch\":\"Lakeside Group/Harbour\",\"account\":\"1001\",\"region\":\"north\","
                                + "\"tags\":{\"env\":\"prod\",\"owner\":\"finance\"},\"observedAt\":\"2026-01-01T00:00:01Z\"},"
                                + "\"message\":{\"en\":\"Anyone may read the bucket.\",\"zh\":\"任何人都可以读取该存储桶。\"},"
                                + "\"evidence\":[{\"path\":\"facets.public\",\"state\":\"known\",\"value\":true,\"call\":\"toy:ListBuckets\"}],"
                                + "\"missing\":[],\"waived\":{\"reason\":\"Until the move.\",\"owner\":\"Anna\",\"until\":\"2026-06-30\"},"
                                + "\"scan\":{\"id\":\"scan-1\",\"startedAt\":\"2026-01-01T00:00:00Z\",\"finishedAt\":\"2026-01-01T00:04:10Z\"}}");
    }

    @Test
    void knownAbsentAndUnknownAreThreeThings() throws IOException {
        assertThat(lines(ExchangeScans.SMALL))
                .extracting(line -> line.path("verdict").asText() + " "
                        + line.at("/evidence/0/state").asText("nothing read") + " "
                        + line.at("/evidence/0").has("value"))
                .containsExactly(
                        "FAIL known true",
                        "UNKNOWN unknown false",
                        "PASS known true",
                        "NOT_APPLICABLE absent false",
                        "UNKNOWN nothing read false");
    }

    @Test
    void whatCouldNotBeListedSaysSo() throws IOException {
        JsonNode unlisted = lines(ExchangeScans.SMALL).get(4);

        assertThat(unlisted.at("/asset/listed").asBoolean(true)).isFalse();
        assertThat(unlisted.at("/missing/0/permission").asText()).isEqualTo("toy:ListBuckets");
        assertThat(unlisted.path("asset").has("tags")).isFalse();
    }

    @Test
    void theLanguageMakesNoDifference() {
        ReportData data = ExchangeScans.SMALL.in(folder);
        assertThat(Written.report(ReportFormat.NDJSON, Language.ZH, data))
                .isEqualTo(Written.report(ReportFormat.NDJSON, Language.EN, data));
    }
}
