package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** An asset as JSON: plain attributes, and a list of the paths that are unknown, each with its causes. */
public final class AssetJson {
    private AssetJson() {}

    /** Writes one asset. With facets for people and reports; without for snapshots, which derive them anew when they are read. */
    public static void write(JsonGenerator out, Asset asset, boolean withFacets) throws IOException {
        Map<String, Unknown> unknowns = new TreeMap<>();
        out.writeStartObject();
        out.writeStringField("uid", asset.uid());
        out.writeStringField("type", asset.type().name());
        out.writeStringField("kind", asset.type().kind().name());
        out.writeStringField("nativeId", asset.nativeId());
        out.writeStringField("name", asset.name());
        out.writeObjectFieldStart("scope");
        out.writeStringField("tenant", asset.scope().tenant());
        out.writeStringField("account", asset.scope().account());
        out.writeStringField("region", asset.scope().region());
        out.writeEndObject();
        out.writeObjectFieldStart("tags");
        for (Map.Entry<String, String> tag : asset.tags().entrySet()) {
            out.writeStringField(DocJson.fieldName(tag.getKey()), tag.getValue());
        }
        out.writeEndObject();
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
        out.writeStringField("message", cause.message());
    }

    /** Reads a cause from an object that holds its fields. */
    public static Cause readCause(Doc json) {
        return new Cause(
                json.text("call"), Status.of(json.text("outcome")), json.text("permission"), json.text("message"));
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
        Map<String, String> tags = new TreeMap<>();
        json.doc("tags").forEach((key, value) -> tags.put(key, value == Absent.ABSENT ? "" : String.valueOf(value)));
        Doc root = Doc.of("attributes", json.doc("attributes"));
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
                json.text("name"),
                new Scope(scope.text("tenant"), scope.text("account"), scope.text("region")),
                tags,
                withGaps(type, root.doc("attributes")),
                read);
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
        return json.list("unknown").docs().anyMatch(unknown -> readCause(unknown).outcome() == Status.SIGNED_OUT);
    }

    /** An attribute that was asked for is there, and be it as null: of one that is not there, nobody saw anything. */
    private static Doc withGaps(AssetType type, Doc attributes) {
        Doc whole = attributes;
        for (Detail detail : type.details()) {
            if (!attributes.has(detail.attribute())) {
                whole = whole.with(detail.attribute(), Unknown.because(detail.unasked()));
            }
        }
        return whole;
    }
}
