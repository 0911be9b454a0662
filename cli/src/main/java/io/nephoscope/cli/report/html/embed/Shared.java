package io.nephoscope.cli.report.html.embed;

import com.fasterxml.jackson.core.JsonGenerator;
import gg.jte.TemplateOutput;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.Placeholders;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rows share, and name by numbers. */
final class Shared {
    /** In place of an owner whom nobody read. */
    static final String UNKNOWN = "?";

    final Numbered<Place> places = new Numbered<>();
    final Numbered<String> owners = new Numbered<>();
    /** Messages, tags and times. */
    final Numbered<String> texts = new Numbered<>();

    final Numbered<List<String>> calls = new Numbered<>();
    /** By row, those that follow from nothing else. */
    final Map<Integer, String> uids = new TreeMap<>();
    /** How many assets each chunk of details holds. */
    final List<Integer> chunks = new ArrayList<>();

    private final ReportData data;
    private final Map<String, Integer> rules = new HashMap<>();
    private final Numbered<Type> types = new Numbered<>();
    private final Placeholders placeholders = Placeholders.packaged();

    Shared(ReportData data) {
        this.data = data;
        data.rules().forEach(rule -> rules.put(rule.id(), rules.size()));
    }

    /** Where an asset is. */
    record Place(String provider, String account, String region, String branch, String accountName) {}

    private record Type(String name, String kind) {}

    int rule(String id) {
        return Objects.requireNonNull(rules.get(id));
    }

    int type(String name, String kind) {
        return types.of(new Type(name, kind));
    }

    void end(TemplateOutput page, Words words) throws IOException {
        Packed packed = new Packed("data-shared");
        JsonGenerator json = packed.json();
        json.writeStartObject();
        words(json, words);
        json.writeArrayFieldStart("rules");
        for (RuleInfo rule : data.rules()) {
            RuleTexts.write(json, rule, words.language());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("types");
        for (Type type : types.values()) {
            write(json, type);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("places");
        for (Place place : places.values()) {
            texts(
                    json,
                    List.of(place.provider(), place.account(), place.region(), place.branch(), place.accountName()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("calls");
        for (List<String> list : calls.values()) {
            texts(json, list);
        }
        json.writeEndArray();
        json.writeFieldName("owners");
        texts(json, owners.values());
        json.writeFieldName("texts");
        texts(json, texts.values());
        map(json, "uids", uids);
        json.writeArrayFieldStart("chunks");
        for (int assets : chunks) {
            json.writeNumber(assets);
        }
        json.writeEndArray();
        json.writeEndObject();
        packed.end(page);
    }

    private static void words(JsonGenerator json, Words words) throws IOException {
        Map<String, String> phrases = new TreeMap<>();
        for (Phrase phrase : Phrase.values()) {
            phrases.put(phrase.name(), phrase.in(words.language()));
        }
        map(json, "words", phrases);
        json.writeArrayFieldStart("verdicts");
        for (Verdict verdict : Words.VERDICTS) {
            texts(json, List.of(verdict.name(), words.of(verdict), Words.shape(verdict), Words.style(verdict)));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("severities");
        for (Severity severity : Severity.values()) {
            texts(json, List.of(severity.label(), words.of(severity)));
        }
        json.writeEndArray();
        Map<String, String> outcomes = new TreeMap<>();
        for (Status outcome : Status.values()) {
            outcomes.put(outcome.name(), words.of(outcome));
        }
        map(json, "outcomes", outcomes);
    }

    private void write(JsonGenerator json, Type type) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", type.name());
        json.writeStringField("kind", type.kind());
        map(json, "own", placeholders.of(type.name()));
        map(
                json,
                "calls",
                data.snapshot().types().named(type.name()).map(Shared::calls).orElse(Map.of()));
        json.writeEndObject();
    }

    /** By which calls a type fills its fields. */
    private static Map<String, String> calls(AssetType type) {
        Map<String, String> calls = new TreeMap<>();
        Stream.concat(
                        type.attributes().fields().keySet().stream().map(name -> "attributes." + name),
                        type.facets().stream().map(facet -> "facets." + facet.name()))
                .forEach(path -> calls.put(
                        path,
                        type.operationsFor(path).stream().map(Operation::call).collect(Collectors.joining(", "))));
        return calls;
    }

    private static void map(JsonGenerator json, String name, Map<?, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<?, String> text : texts.entrySet()) {
            json.writeStringField(DocJson.fieldName(text.getKey().toString()), text.getValue());
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, Collection<String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
