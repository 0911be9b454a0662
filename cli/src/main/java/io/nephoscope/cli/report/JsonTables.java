package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.snapshot.Ids;
import io.nephoscope.snapshot.JsonLine;
import io.nephoscope.snapshot.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What the parts of a report share. It is known when all parts are written, and until then it is kept packed. */
final class JsonTables {
    private final Map<Table<?>, Packed> tables = new HashMap<>();
    private final Ids ids = new Ids((table, id, entry) ->
            tables.computeIfAbsent(table, key -> new Packed()).add(entry));

    /** The entries of one table, as JSON texts one behind the other. */
    private static final class Packed {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DeflaterOutputStream packing = new DeflaterOutputStream(bytes);

        void add(JsonLine.Content entry) throws IOException {
            packing.write(JsonLine.of(entry));
        }

        /** Ends the packing. */
        JsonParser unpack() throws IOException {
            packing.close();
            return DocJson.FACTORY.createParser(new InflaterInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
    }

    Ids ids() {
        return ids;
    }

    /** Writes a table as a field, an object of its entries by their ids. To be called once, after everything that refers to it. */
    void write(JsonGenerator json, Table<?> table) throws IOException {
        json.writeObjectFieldStart(table.name() + "s");
        if (tables.containsKey(table)) {
            try (JsonParser entries = tables.get(table).unpack()) {
                for (int number = 1; entries.nextToken() != null; number++) {
                    json.writeFieldName(table.id(number));
                    json.copyCurrentStructure(entries);
                }
            }
        }
        json.writeEndObject();
    }
}
