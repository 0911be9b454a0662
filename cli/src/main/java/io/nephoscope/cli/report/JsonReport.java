package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.plan.Calls;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.rules.FindingJson;
import io.nephoscope.rules.FindingTables;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.snapshot.AssetJson;
import io.nephoscope.snapshot.Ids;
import io.nephoscope.snapshot.LineJson;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Everything that a scan found, as one JSON object: what there is much of comes last, and what much shares at the very end. {@code report.schema.json} beside this class describes it. */
public final class JsonReport implements Report {
    /** The version of the format; raised when a reader of the one before would be led astray. */
    public static final int SCHEMA_VERSION = 3;

    /** How deep the items of its lists lie. */
    private static final int ITEMS = 2;

    /** What stands in tables, in the order in which they are written. */
    private static final List<Table<?>> TABLES =
            List.of(Table.SCOPES, Table.CAUSES, Table.UNKNOWNS, Table.SOURCES, FindingTables.MESSAGES);

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        try (JsonGenerator json = DocJson.FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            JsonLayout layout = new JsonLayout(ITEMS);
            json.setPrettyPrinter(layout);
            write(data, json, layout);
            json.writeRaw('\n');
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(ReportData data, JsonGenerator json, JsonLayout layout) throws IOException {
        JsonTables tables = new JsonTables();
        Ids ids = tables.ids();
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "nephoscope");
        json.writeStringField("version", data.toolVersion());
        json.writeEndObject();
        writeScan(json, data);
        SummaryJson.write(json, data);
        BranchJson.write(json, data.branches());
        StatementsJson.write(json, data);
        if (data.shrinkage().isPresent()) {
            ShrinkageJson.write(json, data.shrinkage().get());
        }

        json.writeObjectFieldStart("rules");
        for (RuleInfo rule : data.rules()) {
            json.writeFieldName(DocJson.fieldName(rule.id()));
            RuleJson.write(json, rule);
        }
        json.writeEndObject();
        CallsJson.write(json, Calls.of(data.snapshot()));

        layout.rows(true);
        json.writeArrayFieldStart("coverage");
        for (Coverage.Row row : data.coverage().rows()) {
            json.writeStartObject();
            LineJson.writeFields(json, row.told(), ids);
            json.writeStringField("status", row.status().label());
            json.writeEndObject();
        }
        json.writeEndArray();

        json.writeArrayFieldStart("ledger");
        for (LedgerRow row : data.snapshot().ledger()) {
            LineJson.write(json, row);
        }
        json.writeEndArray();

        json.writeArrayFieldStart("assets");
        data.snapshot().forEach(IoConsumer.unchecked(asset -> AssetJson.write(json, asset, true, ids)));
        json.writeEndArray();

        json.writeArrayFieldStart("findings");
        data.findings().forEach(IoConsumer.unchecked(finding -> FindingJson.write(json, finding, ids)));
        json.writeEndArray();

        for (Table<?> table : TABLES) {
            tables.write(json, table);
        }
        json.writeEndObject();
    }

    private static void writeScan(JsonGenerator json, ReportData data) throws IOException {
        Manifest manifest = data.manifest();
        json.writeObjectFieldStart("scan");
        json.writeStringField("id", manifest.scanId());
        json.writeStringField("startedAt", manifest.startedAt());
        writeTexts(json, "resumedAt", manifest.resumedAt());
        json.writeStringField("finishedAt", manifest.finishedAt());
        json.writeBooleanField("complete", data.completeness().isWhole());
        json.writeStringField("toolVersion", manifest.toolVersion());
        json.writeStringField("organisation", manifest.organisation());
        json.writeStringField("branch", data.snapshot().branch());
        json.writeArrayFieldStart("scope");
        for (Manifest.ManifestTarget target : manifest.targets()) {
            json.writeStartObject();
            json.writeStringField("provider", target.provider());
            json.writeStringField("branch", target.branch());
            json.writeStringField("label", target.label());
            writeTexts(json, "accounts", target.accounts());
            writeTexts(json, "regions", target.regions());
            json.writeStringField("recordedAt", target.recordedAt());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTexts(json, "types", manifest.types());
        json.writeEndObject();
    }

    static void writeTexts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
