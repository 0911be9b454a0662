package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * OCSF 1.8 as NDJSON: each asset as an event of the class Cloud Resources Inventory Info, and each listing that was not answered as one
 * that failed and has no resource.
 */
public final class OcsfInventory implements Report {
    private static final OcsfEvent.Kind INVENTORY =
            new OcsfEvent.Kind(5023, "Cloud Resources Inventory Info", "Discovery", 2, "Collect");

    private final FindingText text;

    public OcsfInventory(Words words) {
        this.text = new FindingText(words);
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        JsonStream.lines(out, json -> {
            data.snapshot().forEach(IoConsumer.unchecked(asset -> write(json, data, asset)));
            for (Unit unit : data.snapshot().units()) {
                if (unit.isGap()) {
                    write(json, data, unit);
                }
            }
        });
    }

    private static void write(JsonGenerator json, ReportData data, Asset asset) throws IOException {
        begin(json, data, true);
        String type = asset.type().name();
        OcsfEvent.cloud(
                json,
                type.split("\\.", 2)[0],
                asset.scope(),
                "",
                data.manifest().organisation());
        json.writeStringField("region", asset.scope().region());
        List<String> unknown = new ArrayList<>();
        json.writeArrayFieldStart("resources");
        json.writeStartObject();
        json.writeStringField("uid", asset.nativeId());
        json.writeStringField("uid_alt", asset.uid());
        json.writeStringField("name", asset.name());
        json.writeStringField("type", type);
        json.writeStringField("region", asset.scope().region());
        OcsfEvent.tags(json, asset);
        Doc facets = asset.type().facetsOf(asset.attributes());
        OcsfEvent.owner(json, facets.get("owner"));
        json.writeObjectFieldStart("data");
        json.writeStringField("kind", asset.type().kind().name());
        json.writeFieldName("facets");
        DocJson.write(json, facets, "facets", (path, cause) -> unknown.add(path));
        json.writeStringField("observedAt", asset.provenance().observedAt());
        JsonStream.texts(json, "unknown", unknown);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        JsonStream.endLine(json);
    }

    private void write(JsonGenerator json, ReportData data, Unit unit) throws IOException {
        begin(json, data, false);
        String reason = text.reason(unit.listing());
        json.writeStringField("status_detail", reason);
        json.writeStringField(
                "message",
                Text.of(
                                "{0} could not be listed: {1}.",
                                "{0} 未能列出：{1}。", text.words().name(unit.type()), reason)
                        .in(text.words().language()));
        OcsfEvent.cloud(json, unit.provider(), unit.scope(), "", data.manifest().organisation());
        json.writeStringField("region", unit.scope().region());
        json.writeObjectFieldStart("unmapped");
        json.writeStringField("type", unit.type());
        json.writeFieldName("missing");
        EvidenceJson.write(json, unit.listing());
        json.writeEndObject();
        json.writeEndObject();
        JsonStream.endLine(json);
    }

    private static void begin(JsonGenerator json, ReportData data, boolean isRead) throws IOException {
        OcsfEvent.begin(json, data, INVENTORY);
        OcsfEvent.severity(json, 1, "Informational");
        json.writeNumberField("status_id", isRead ? 1 : 2);
        json.writeStringField("status", isRead ? "Success" : "Failure");
    }
}
