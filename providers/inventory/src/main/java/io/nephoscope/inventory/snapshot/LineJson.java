package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.IOException;

/** Units and ledger rows as JSON objects, in snapshots and in reports alike. */
public final class LineJson {
    private LineJson() {}

    public static void write(JsonGenerator out, Unit unit) throws IOException {
        out.writeStartObject();
        writeFields(out, unit);
        out.writeEndObject();
    }

    /** Writes the fields of a unit into the object that is open. */
    public static void writeFields(JsonGenerator out, Unit unit) throws IOException {
        out.writeStringField("provider", unit.provider());
        out.writeStringField("tenant", unit.scope().tenant());
        out.writeStringField("account", unit.scope().account());
        out.writeStringField("region", unit.scope().region());
        out.writeStringField("type", unit.type());
        AssetJson.writeCause(out, unit.listing());
        out.writeNumberField("assets", unit.assets());
        out.writeNumberField("skipped", unit.skipped());
        out.writeNumberField("gone", unit.gone());
    }

    static Unit readUnit(Doc json) {
        return new Unit(
                json.text("provider"),
                new Scope(json.text("tenant"), json.text("account"), json.text("region")),
                json.text("type"),
                AssetJson.readCause(json),
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
