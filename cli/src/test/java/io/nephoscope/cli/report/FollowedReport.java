package io.nephoscope.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A JSON report as its reader has it who followed every reference: each asset, finding and row of the coverage says all of itself. */
public final class FollowedReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode report;
    private final Map<String, JsonNode> assets = new HashMap<>();

    private FollowedReport(ObjectNode report) {
        this.report = report;
        report.path("assets").forEach(asset -> assets.put(asset.path("uid").asText(), asset));
    }

    public static JsonNode of(Path file) throws IOException {
        return of(Files.readString(file));
    }

    /** JSON that is no report comes back as it is. */
    public static JsonNode of(String json) throws IOException {
        JsonNode read = MAPPER.readTree(json);
        if (read instanceof ObjectNode report && report.has("findings")) {
            new FollowedReport(report).follow();
        }
        return read;
    }

    private void follow() {
        report.path("coverage").forEach(it -> row((ObjectNode) it));
        report.path("assets").forEach(it -> asset((ObjectNode) it));
        report.path("findings").forEach(it -> finding((ObjectNode) it));
    }

    /** The entry to which a field refers. */
    private JsonNode entry(String table, JsonNode id) {
        JsonNode entry = report.path(table).get(id.asText());
        if (!id.isTextual() || entry == null) {
            throw new AssertionError("nothing among " + table + " is " + id);
        }
        return entry.deepCopy();
    }

    private void row(ObjectNode row) {
        row.setAll((ObjectNode) entry("scopes", row.remove("scope")));
        row.setAll((ObjectNode) entry("causes", row.remove("cause")));
    }

    private void asset(ObjectNode asset) {
        asset.replace("scope", entry("scopes", asset.get("scope")));
        ArrayNode unknown = MAPPER.createArrayNode();
        for (JsonNode field : entry("unknowns", asset.get("unknown"))) {
            for (JsonNode cause : field.path("causes")) {
                unknown.add(((ObjectNode) entry("causes", cause))
                        .put("path", field.path("path").asText()));
            }
        }
        asset.replace("unknown", unknown);
        ObjectNode provenance = (ObjectNode) asset.get("provenance");
        ArrayNode calls = provenance.putArray("calls");
        for (String call :
                entry("sources", provenance.remove("source")).asText().split(", ")) {
            calls.add(call);
        }
    }

    private void finding(ObjectNode finding) {
        JsonNode rule = entry("rules", finding.get("rule"));
        finding.putObject("rule")
                .put("id", rule.path("id").asText())
                .put("hash", rule.path("hash").asText());
        ObjectNode asset = (ObjectNode) finding.get("asset");
        asset.replace("scope", entry("scopes", asset.get("scope")));
        String uid = asset.path("uid").asText();
        asset.put(
                "nativeId",
                assets.containsKey(uid) ? assets.get(uid).path("nativeId").asText() : "*");
        ArrayNode missing = MAPPER.createArrayNode();
        finding.path("missing").forEach(cause -> missing.add(entry("causes", cause)));
        finding.replace("missing", missing);
        finding.replace("message", entry("messages", finding.get("message")));
        for (JsonNode evidence : finding.path("evidence")) {
            ((ObjectNode) evidence).set("call", entry("sources", ((ObjectNode) evidence).remove("source")));
        }
    }
}
