package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report is as the published schema says, and the schema is strict and describes itself. */
class JsonReportSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static String json(ReportData data) {
        return Written.report(ReportFormat.JSON, Language.EN, data);
    }

    private static JsonNode schemaJson() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return MAPPER.readTree(in);
        }
    }

    private static List<String> errors(JsonNode report) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaJson());
        return schema.validate(report).stream().map(Object::toString).toList();
    }

    @Test
    void everyReportIsAsTheSchemaSays() throws IOException {
        assertThat(errors(MAPPER.readTree(json(Scans.small(folder.resolve("small"))))))
                .isEmpty();
        assertThat(errors(MAPPER.readTree(json(RichScan.in(folder.resolve("rich"))))))
                .isEmpty();
    }

    @Test
    void aReportSaysOfTagsAndANameThatTheyAreUnknown() throws IOException {
        Unknown denied = Unknown.because(ToyScan.POLICY_DENIED);
        JsonNode report = MAPPER.readTree(json(new ToyScan(folder)
                .asset(ToyScan.BUCKET, Scans.NORTH, Doc.of("Name", "a"), denied, denied)
                .data()));

        assertThat(errors(report)).isEmpty();
        JsonNode asset = FollowedReport.of(report.toString()).path("assets").path(0);
        assertThat(asset.path("name").asText()).isEqualTo("a");
        assertThat(asset.path("tags").isNull()).isTrue();
        assertThat(asset.path("unknown").findValuesAsText("path")).startsWith("name", "tags");
        assertThat(asset.path("unknown").path(1).path("call").asText()).isEqualTo("toy:GetPolicy");
    }

    @Test
    void aReportThatIsHeldAgainstABaselineIsToo() throws IOException {
        ReportData then = RichScan.in(folder.resolve("then"));
        ReportData now = Scans.small(folder.resolve("now"));
        Baseline baseline = Baseline.of(then.snapshot());
        assertThat(errors(MAPPER.readTree(json(now.since(baseline, 20))))).isEmpty();
        assertThat(errors(MAPPER.readTree(json(then.since(baseline, 20))))).isEmpty();
    }

    @Test
    void aReportThatRestsOnStatementsIsToo() throws IOException {
        ReportData data = Scans.small(folder);
        Findings stated = each -> data.findings()
                .forEach(it -> each.accept(new Finding(
                        it.fingerprint(),
                        it.rule(),
                        it.ruleHash(),
                        it.asset(),
                        it.verdict(),
                        it.severity(),
                        it.evidence(),
                        it.missing(),
                        it.message(),
                        List.of(new Finding.Attested("facets.public", "So it is.", "Li Wei", "T-1", "2026-06-30")),
                        Optional.of(new Finding.Waived("So be it.", "Anna", "2026-06-30")))));
        ReportData whole = ReportData.of(data.manifest(), data.snapshot(), data.rules(), stated, "1")
                .warned(List.of(new Warning("attest.yaml", 3, new Text("It ended.", "已到期。"))));

        JsonNode report = MAPPER.readTree(json(whole));
        assertThat(errors(report)).isEmpty();
        assertThat(report.at("/findings/0/attested")).hasSize(1);
        assertThat(report.at("/findings/0/waived").isObject()).isTrue();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotDescribe() throws IOException {
        JsonNode report = MAPPER.readTree(json(Scans.small(folder)));
        ((ObjectNode) report.at("/findings/0/asset")).put("colour", "red");
        ((ObjectNode) report.at("/findings/0/evidence/0")).remove("value");
        ((ObjectNode) report.at("/findings/1")).remove("fingerprint");
        ((ObjectNode) report.at("/findings/2")).put("message", "c1");
        ((ObjectNode) report.at("/causes/c1")).put("outcome", "fine");
        ((ObjectNode) report.path("causes")).set("first", report.at("/causes/c1"));
        assertThat(errors(report)).hasSize(7);
    }

    @Test
    void theSchemaDescribesEveryProperty() throws IOException {
        List<String> undescribed = new ArrayList<>();
        JsonNode schema = schemaJson();
        collectUndescribed(schema, schema, "", undescribed);
        assertThat(undescribed).isEmpty();
        assertThat(schema.findValuesAsText("description")).hasSizeGreaterThan(100);
    }

    private static void collectUndescribed(JsonNode root, JsonNode node, String path, List<String> undescribed) {
        node.path("properties").properties().forEach(property -> {
            JsonNode definition =
                    root.at(property.getValue().path("$ref").asText("#").substring(1));
            if (!property.getValue().has("description") && !definition.has("description")) {
                undescribed.add(path + "/" + property.getKey());
            }
        });
        node.properties()
                .forEach(child -> collectUndescribed(root, child.getValue(), path + "/" + child.getKey(), undescribed));
    }
}
