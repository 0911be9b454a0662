package io.nephoscope.rules;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DOUBLE;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.mapOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cloud for tests, with boxes and the keys that close them. */
public final class Toy {
    private static final Struct OWNER = owner();
    private static final Schema RULE = struct("Rule", "Cidr", STRING, "Port", INT, "Expires", TIMESTAMP);

    public static final AssetType KEY = AssetType.named("toy.crypto.key", "Key", Kinds.KEY)
            .list(listing("ListKeys", struct("Key", "KeyId", STRING, "Usage", STRING)))
            .nativeId("KeyId")
            .detail(detail("Rotated", BOOL, "GetKeyRotation"))
            .facet("public", attributes -> false)
            .build();
    public static final AssetType BOX = AssetType.named("toy.store.box", "Box", Kinds.BUCKET)
            .list(listing(
                    "ListBoxes",
                    struct(
                            "Box",
                            "Name",
                            STRING,
                            "CreateDate",
                            TIMESTAMP,
                            "Size",
                            INT,
                            "Ratio",
                            DOUBLE,
                            "Open",
                            BOOL,
                            "Owner",
                            OWNER,
                            "Rules",
                            listOf(RULE),
                            "Ports",
                            listOf(INT),
                            "Dates",
                            listOf(TIMESTAMP),
                            "Labels",
                            mapOf(STRING),
                            "Free",
                            DYN,
                            "KeyIds",
                            listOf(STRING),
                            "odd-name",
                            STRING)))
            .nativeId("Name")
            .tags("Tags")
            .detail(detail("Tags", mapOf(STRING), "GetBoxTags"))
            .detail(detail("Policy", DYN, "GetBoxPolicy"))
            .detail(detail("Versioning", struct("Versioning", "Status", STRING), "GetBoxVersioning"))
            .relation("keys", "toy.crypto.key", "KeyIds")
            .facet(
                    "public",
                    attributes -> Tri.ask(
                                    attributes.get("Policy"),
                                    policy -> Tri.of(policy instanceof Doc doc
                                            && doc.text("Principal").equals("*")))
                            .toField(),
                    "Policy")
            .facet(
                    "versioned",
                    attributes -> Tri.ask(
                                    attributes.get("Versioning"),
                                    versioning -> Tri.of(versioning instanceof Doc doc
                                            && doc.text("Status").equals("Enabled")))
                            .toField(),
                    "Versioning")
            .build();
    public static final Types TYPES = Types.of(List.of(BOX, KEY));

    private Toy() {}

    private static Struct owner() {
        Struct[] self = new Struct[1];
        self[0] = struct("Owner", () -> {
            Map<String, Schema> fields = new LinkedHashMap<>();
            fields.put("Id", STRING);
            fields.put("Parent", self[0]);
            return fields;
        });
        return self[0];
    }

    private static Operation operation(String name) {
        return Operation.of("toy", name, "toy:" + name);
    }

    private static Listing listing(String operation, Struct schema) {
        return new Listing(schema, List.of(operation(operation)), (site, each) -> Outcome.value(0));
    }

    private static Detail detail(String attribute, Schema schema, String operation) {
        return new Detail(
                attribute, schema, List.of(operation(operation).per(Per.ASSET)), (site, asset) -> Outcome.absent());
    }

    public static Asset asset(AssetType type, Doc attributes, Map<String, String> tags) {
        Doc.Builder doc = Doc.builder();
        tags.forEach(doc::put);
        return asset(type, attributes, type.identity().nativeId().apply(attributes), doc.build());
    }

    /** An asset whose name or tags may be unknown. */
    public static Asset asset(AssetType type, Doc attributes, Object named, Object tags) {
        Scope scope = new Scope("Lakeside", "1234", "north");
        String id = type.identity().nativeId().apply(attributes);
        return new Asset(
                Asset.uid(type, scope, id),
                type,
                id,
                named,
                scope,
                tags,
                attributes,
                new Asset.Provenance("2026-01-01T00:00:00Z", "", List.of()));
    }

    /** A box that is related to nothing. */
    public static AssetView box(Doc attributes) {
        return new AssetView(asset(BOX, attributes, Map.of("team", "sea")), (from, relation) -> Absent.ABSENT);
    }

    /** A box with keys, of which some may be unknown. */
    public static AssetView boxWithKeys(Object keys) {
        return new AssetView(asset(BOX, Doc.of("Name", "b"), Map.of()), (from, relation) -> keys);
    }

    public static AssetView key(String id, Object rotated) {
        return new AssetView(
                asset(KEY, Doc.of("KeyId", id, "Rotated", rotated), Map.of()), (from, relation) -> Absent.ABSENT);
    }

    /** What a call that was denied leaves behind. */
    public static Unknown denied(String operation) {
        return Unknown.because(new io.nephoscope.inventory.doc.Cause(
                "toy:" + operation, io.nephoscope.inventory.doc.Status.DENIED, "toy:" + operation, Text.quoted("no")));
    }
}
