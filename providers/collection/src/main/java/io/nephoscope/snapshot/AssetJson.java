package io.nephoscope.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An asset as JSON: plain attributes, and what is unknown of it. Where it lives, what is unknown and what filled it stand in {@link Table}s. */
public final class AssetJson {
    private static final String NAME = "name";
    private static final String TAGS = "tags";
    private static final String SCOPE = "scope";
    private static final String UNKNOWN = "unknown";
    private static final String SOURCE = "source";
    private static final String BETWEEN_CALLS = ", ";

    private AssetJson() {}

    /**
     * Writes one asset. A name that is unknown stands there as the native id, and among what is unknown.
     *
     * @param withFacets for reports; without for snapshots, which derive them anew when they are read
     */
    public static void write(JsonGenerator out, Asset asset, boolean withFacets, Ids ids) throws IOException {
        Map<String, Unknown> unknowns = new TreeMap<>();
        out.writeStartObject();
        out.writeStringField("uid", asset.uid());
        out.writeStringField("type", asset.type().name());
        out.writeStringField("kind", asset.type().kind().name());
        out.writeStringField("nativeId", asset.nativeId());
        out.writeStringField(NAME, asset.name());
        ids.write(out, SCOPE, Table.SCOPES, asset.scope());
        if (asset.named() instanceof Unknown unknown) {
            unknowns.put(NAME, unknown);
        }
        out.writeFieldName(TAGS);
        DocJson.write(out, asset.tags(), TAGS, unknowns::put);
        out.writeFieldName("attributes");
        DocJson.write(out, asset.attributes(), "attributes", unknowns::put);
        if (withFacets) {
            out.writeFieldName("facets");
            DocJson.write(out, asset.type().facetsOf(asset.attributes()), "facets", unknowns::put);
        }
        ids.write(out, UNKNOWN, Table.UNKNOWNS, new Unknowns(unknowns));
        out.writeObjectFieldStart("provenance");
        out.writeStringField("observedAt", asset.provenance().observedAt());
        out.writeStringField("listedIn", asset.provenance().listedIn());
        ids.write(
                out,
                SOURCE,
                Table.SOURCES,
                String.join(BETWEEN_CALLS, asset.provenance().calls()));
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Writes the fields of a cause into the object that is open. */
    public static void writeCause(JsonGenerator out, Cause cause) throws IOException {
        out.writeStringField("call", cause.call());
        out.writeStringField("outcome", cause.outcome().label());
        out.writeStringField("permission", cause.permission());
        writeText(out, "message", cause.message());
    }

    /** Reads a cause from an object that holds its fields. */
    public static Cause readCause(Doc json) {
        return new Cause(
                json.text("call"),
                Status.of(json.text("outcome")),
                json.text("permission"),
                readText(json.get("message")));
    }

    /** Writes a text in every language; what reads the same in all of them, as a cloud's own words, once. */
    public static void writeText(JsonGenerator out, String field, Text text) throws IOException {
        if (text.isSame()) {
            out.writeStringField(field, text.en());
        } else {
            out.writeObjectFieldStart(field);
            out.writeStringField("en", text.en());
            out.writeStringField("zh", text.zh());
            out.writeEndObject();
        }
    }

    /** Reads what {@link #writeText} wrote; empty where there is no text. */
    public static Text readText(Object json) {
        if (json instanceof Doc both) {
            return new Text(both.text("en"), both.text("zh"));
        }
        return json instanceof String words ? Text.quoted(words) : Text.EMPTY;
    }

    /**
     * Reads one asset back. Attributes that no call was made for are unknown, and say so.
     *
     * @throws IllegalArgumentException where the line is not an asset, or of a type that nobody declares
     */
    static Asset read(Doc json, Types types, Entries entries) {
        AssetType type = types.named(json.text("type"))
                .orElseThrow(() -> new Unreadable(Text.of(
                        "no installed provider knows the type {0}; if files describe it, name them with --types-dir",
                        "没有已安装的云服务商知道类型 {0}；若由文件描述，请用 --types-dir 指明", json.text("type"))));
        Doc provenance = json.doc("provenance");
        Shapes shapes = entries.shapes();
        Doc known = Doc.builder(shapes)
                .put(NAME, json.text(NAME))
                .put(TAGS, tags(json.get(TAGS)))
                .put("attributes", json.doc("attributes"))
                .build();
        Doc root = unknowns(json, entries).in(known, shapes);
        String calls = entries.get(Table.SOURCES, provenance.text(SOURCE));
        Asset.Provenance read = new Asset.Provenance(
                provenance.text("observedAt"),
                provenance.text("listedIn"),
                calls.isEmpty() ? List.of() : List.of(calls.split(BETWEEN_CALLS)));
        return new Asset(
                json.text("uid"),
                type,
                json.text("nativeId"),
                root.get(NAME),
                scope(json, entries),
                root.get(TAGS),
                type.withGaps(root.doc("attributes")),
                read);
    }

    /** Where the asset of a line lives. */
    static Scope scope(Doc json, Entries entries) {
        return entries.get(Table.SCOPES, json.text(SCOPE));
    }

    private static Unknowns unknowns(Doc json, Entries entries) {
        return entries.get(Table.UNKNOWNS, json.text(UNKNOWN));
    }

    private static Object tags(Object written) {
        if (!(written instanceof Doc known)) {
            return written;
        }
        Doc.Builder tags = Doc.builder();
        known.forEach((key, value) -> tags.put(key, value == Absent.ABSENT ? "" : String.valueOf(value)));
        return tags.build();
    }

    /** The unit that a line of an asset belongs to. */
    static Unit.Id unit(Doc json, Entries entries) {
        String type = json.text("type");
        return new Unit.Id(
                type.substring(0, Math.max(0, type.indexOf('.'))),
                scope(json, entries).account(),
                json.doc("provenance").text("listedIn"),
                type);
    }

    /** Whether some of the asset of a line is unknown for want of an answer of a kind. */
    static boolean lacks(Doc json, Entries entries, Predicate<Status> outcome) {
        return unknowns(json, entries).lack(outcome);
    }
}
