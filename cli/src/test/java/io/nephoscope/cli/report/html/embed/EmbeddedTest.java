package io.nephoscope.cli.report.html.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page carries, unpacked as a browser does. */
class EmbeddedTest {
    @TempDir
    private Path folder;

    private static JsonNode unpacked(String html, String id) throws IOException {
        Matcher element = Pattern.compile(
                        "<script type=\"application/octet-stream\" id=\"" + id + "\">([^<]*)</script>")
                .matcher(html);
        assertThat(element.find()).as(id).isTrue();
        byte[] packed = Base64.getDecoder().decode(element.group(1));
        return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(packed)));
    }

    private static String page(ReportData data) {
        return Written.report(ReportFormat.HTML, Language.EN, data);
    }

    @Test
    void everyFindingIsThereInItsOrderWithItsRuleItsVerdictAndItsMessage() throws IOException {
        for (ReportData data :
                List.of(RichScan.in(folder.resolve("rich")), HostileScan.in(folder.resolve("hostile")))) {
            String html = page(data);
            JsonNode rules = unpacked(html, "data-finding-rules");
            JsonNode verdicts = unpacked(html, "data-finding-verdicts");
            JsonNode messages = unpacked(html, "data-finding-messages");
            JsonNode shared = unpacked(html, "data-shared");
            List<String> told = new ArrayList<>();
            data.findings()
                    .forEach(it ->
                            told.add(it.rule() + it.verdict() + it.message().en()));
            List<String> carried = new ArrayList<>();
            for (int row = 0; row < rules.size(); row++) {
                carried.add(shared.path("rules")
                                .path(rules.get(row).asInt())
                                .path("id")
                                .asText()
                        + Words.VERDICTS.get(verdicts.get(row).asInt() & 7)
                        + shared.path("texts").path(messages.get(row).asInt()).asText());
            }
            assertThat(carried)
                    .isEqualTo(told.stream().map(EmbeddedTest::written).toList());
        }
    }

    /** Half a character is no character, and becomes a question mark on its way. */
    private static String written(String text) {
        return text.replaceAll("\\p{Cs}", "?");
    }

    @Test
    void everyAssetIsThereOnceAndSoIsWhatCouldNotBeListed() throws IOException {
        ReportData data = RichScan.in(folder);
        String html = page(data);
        SortedSet<String> uids = new TreeSet<>(data.snapshot().uids());
        int[] findings = new int[1];
        data.findings().forEach(it -> {
            uids.add(it.asset().uid());
            findings[0]++;
        });
        assertThat(unpacked(html, "data-asset-ids")).hasSameSizeAs(uids);
        int judged = 0;
        for (JsonNode count : unpacked(html, "data-asset-judgements")) {
            judged += count.asInt();
        }
        assertThat(judged).isEqualTo(findings[0]);
        int detailed = 0;
        int chunk = 0;
        for (JsonNode assets : unpacked(html, "data-shared").path("chunks")) {
            JsonNode details = unpacked(html, "data-details-" + chunk++);
            assertThat(details).hasSize(assets.asInt());
            detailed += details.size();
        }
        assertThat(detailed).isEqualTo(uids.size());
    }

    @Test
    void anAssetKeepsWhatIsAbsentApartFromWhatIsUnknown() throws IOException {
        JsonNode ledger = unpacked(page(Scans.small(folder)), "data-details-0").get(0);
        assertThat(ledger.at("/facets/public").asBoolean()).isTrue();
        assertThat(ledger.at("/facets/owner").isNull()).isTrue();
        assertThat(ledger.path("facets").has("versioned")).isFalse();
        assertThat(ledger.path("unknown").path("facets.versioned").toString())
                .isEqualTo("[[\"toy:GetPolicy\",\"DENIED\",\"toy:GetPolicy\",\"AccessDenied: not authorised\",true]]");
        assertThat(ledger.path("findings").get(1).path("evidence").get(0).toString())
                .isEqualTo("[\"facets.versioned\",null,\"toy:GetPolicy\"]");
    }
}
