package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** An asset as JSON: plain attributes, and a list of the paths that are unknown, each with its causes. */
public final class AssetJson {
    private static final String NAME = "name";
    private static final String TAGS = "tags";

    private AssetJson() {}

    /** Writes one asset. A name that is unknown stands there as the native id, and among what is unknown. With facets for people and reports; without for snapshots, which derive them anew when they are read. */
    public static void write(JsonGenerator out, Asset asset, boolean withFacets) throws IOException {
        Map<String, Unknown> unknowns = new TreeMap<>();
        out.writeStartObject();
        out.writeStringField("uid", asset.uid());
        out.writeStringField("type", asset.type().name());
        out.writeStringField("kind", asset.type().kind().name());
        out.writeStringField("nativeId", asset.nativeId());
        out.writeStringField(NAME, asset.name());
        out.writeObjectFieldStart("scope");
        out.writeStringField("tenant", asset.scope().tenant());
        out.writeStringField("account", asset.scope().account());
        out.writeStringField("region", asset.scope().region());
        out.writeEndObject();
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
        writeUnknowns(out, unknowns);
        out.writeObjectFieldStart("provenance");
        out.writeStringField("observedAt", asset.provenance().observedAt());
        out.writeStringField("listedIn", asset.provenance().listedIn());
        out.writeArrayFieldStart("calls");
        for (String call : asset.provenance().calls()) {
            out.writeString(call);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeUnknowns(JsonGenerator out, Map<String, Unknown> unknowns) throws IOException {
        out.writeArrayFieldStart("unknown");
        for (Map.Entry<String, Unknown> unknown : unknowns.entrySet()) {
            for (Cause cause : unknown.getValue().causes()) {
                out.writeStartObject();
                out.writeStringField("path", unknown.getKey());
                writeCause(out, cause);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
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
    static Asset read(Doc json, Types types) {
        AssetType type = types.named(json.text("type"))
                .orElseThrow(() -> new IllegalArgumentException("no installed provider knows the type "
                        + (json.text("type").isEmpty() ? "(none)" : json.text("type"))));
        Doc provenance = json.doc("provenance");
        Doc root = Doc.of(NAME, json.text(NAME), TAGS, tags(json.get(TAGS)), "attributes", json.doc("attributes"));
        for (Doc unknown : json.list("unknown").docs().toList()) {
            Object before = Paths.get(root, unknown.text("path"));
            Unknown now = Unknown.because(readCause(unknown));
            root = Paths.set(root, unknown.text("path"), before instanceof Unknown more ? more.and(now) : now);
        }
        Asset.Provenance read = new Asset.Provenance(
                provenance.text("observedAt"),
                provenance.text("listedIn"),
                provenance.list("calls").texts().toList());
        Doc scope = json.doc("scope");
        return new Asset(
                json.text("uid"),
                type,
                json.text("nativeId"),
                root.get(NAME),
                new Scope(scope.text("tenant"), scope.text("account"), scope.text("region")),
                root.get(TAGS),
                type.withGaps(root.doc("attributes")),
                read);
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
    static Unit.Id unit(Doc json) {
        String type = json.text("type");
        return new Unit.Id(
                type.substring(0, Math.max(0, type.indexOf('.'))),
                json.doc("scope").text("account"),
                json.doc("provenance").text("listedIn"),
                type);
    }

    /** Whether the credentials did not hold until all of the asset was read. */
    static boolean isSignedOut(Doc json) {
        return json.list("unknown")
                .docs()
                .anyMatch(unknown -> readCause(unknown).outcome() == Status.SIGNED_OUT);
    }
}
