package io.nephoscope.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.Importer;
import io.nephoscope.inventory.Importer.State;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of a file, for programs. */
record ImportJson(Path file, Importer.Check check) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    void write(OutputStream out) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", 1);
        json.put("file", String.valueOf(file.getFileName()));
        json.put("complete", check.isWhole());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("rows", check.rows().size());
        for (State state : State.values()) {
            counts.put(label(state), check.count(state));
        }
        json.put("summary", counts);
        json.put("notes", check.notes().stream().map(ImportJson::both).toList());
        json.put("rows", check.rows().stream().map(ImportJson::row).toList());
        out.write(MAPPER.writer(DocJson.layout()).writeValueAsBytes(json));
        out.write("\n".getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> row(Importer.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", row.line());
        json.put("state", label(row.state()));
        json.put("class", row.kind());
        json.put("nativeId", row.nativeId());
        List<Map<String, Object>> lost =
                row.lost().stream().map(ImportJson::fault).toList();
        json.put("lost", lost);
        json.put("unsaid", row.unsaid());
        return json;
    }

    private static Map<String, Object> fault(Importer.Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("column", fault.column());
        json.put("reason", both(fault.reason()));
        return json;
    }

    private static Map<String, String> both(Text text) {
        return Map.of("en", text.en(), "zh", text.zh());
    }

    private static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
