package io.nephoscope.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.IOException;

/** Units and ledger rows as JSON objects, in snapshots and in reports alike. */
public final class LineJson {
    private LineJson() {}

    static void write(JsonGenerator out, Unit unit, Ids ids) throws IOException {
        out.writeStartObject();
        writeFields(out, unit, ids);
        out.writeEndObject();
    }

    /** Writes the fields of a unit into the object that is open. */
    public static void writeFields(JsonGenerator out, Unit unit, Ids ids) throws IOException {
        out.writeStringField("provider", unit.provider());
        ids.write(out, "scope", Table.SCOPES, unit.scope());
        out.writeStringField("type", unit.type());
        ids.write(out, "cause", Table.CAUSES, unit.listing());
        out.writeNumberField("assets", unit.assets());
        out.writeNumberField("skipped", unit.skipped());
        out.writeNumberField("gone", unit.gone());
    }

    static Unit readUnit(Doc json, Entries entries) {
        return new Unit(
                json.text("provider"),
                entries.get(Table.SCOPES, json.text("scope")),
                json.text("type"),
                entries.get(Table.CAUSES, json.text("cause")),
                (int) number(json, "assets"),
                (int) number(json, "skipped"),
                (int) number(json, "gone"));
    }

    public static void write(JsonGenerator out, LedgerRow row) throws IOException {
        out.writeStartObject();
        out.writeStringField("provider", row.provider());
        out.writeStringField("account", row.account());
        out.writeStringField("region", row.region());
        out.writeStringField("service", row.service());
        out.writeStringField("operation", row.operation());
        out.writeStringField("permission", row.permission());
        out.writeStringField("outcome", row.outcome().label());
        out.writeNumberField("count", row.count());
        out.writeNumberField("retries", row.retries());
        AssetJson.writeText(out, "message", row.message());
        out.writeEndObject();
    }

    static LedgerRow readLedgerRow(Doc json) {
        return new LedgerRow(
                json.text("provider"),
                json.text("account"),
                json.text("region"),
                json.text("service"),
                json.text("operation"),
                json.text("permission"),
                Status.of(json.text("outcome")),
                number(json, "count"),
                number(json, "retries"),
                AssetJson.readText(json.get("message")));
    }

    private static long number(Doc json, String key) {
        return json.get(key) instanceof Long number ? number : 0;
    }
}
