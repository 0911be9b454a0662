package io.nephoscope.azure.arm;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What every resource has. Its attributes are the resource as the Resource Manager describes it; the native id is its id in lower
 * case, since Azure writes the same id now so and now so.
 */
public final class ArmResource {
    private static final String TAGS = "tags";

    private ArmResource() {}

    /** The fields that every resource may have, and those of one type beside them. */
    static Struct schema(String name, Optional<Struct> more) {
        return Schema.struct(
                        name,
                        "id",
                        STRING,
                        "name",
                        STRING,
                        "type",
                        STRING,
                        "kind",
                        STRING,
                        "location",
                        STRING,
                        "resourceGroup",
                        STRING,
                        "subscriptionId",
                        STRING,
                        "managedBy",
                        STRING,
                        "zones",
                        Schema.listOf(STRING),
                        "sku",
                        Schema.struct(name + ".sku", "name", STRING, "tier", STRING),
                        "identity",
                        Schema.struct(name + ".identity", "type", STRING),
                        TAGS,
                        Schema.mapOf(STRING))
                .plus(name, more.map(Struct::fields).orElseGet(Map::of));
    }

    /** How a resource is named, where it lives, and its tags. */
    static void identify(AssetTypeBuilder type) {
        type.oncePerAccount()
                .nativeId(resource -> id(resource.text("id")))
                .name("name")
                .region(resource -> Optional.of(region(resource.text("location"))))
                .uniqueInAccount()
                .tags(ArmResource::tags, TAGS);
    }

    /** An id as native ids write it. */
    public static String id(String written) {
        return written.toLowerCase(Locale.ROOT);
    }

    /** Regions are written as {@code westeurope}, and elsewhere as {@code West Europe}. */
    private static String region(String location) {
        String plain = location.toLowerCase(Locale.ROOT).replace(" ", "");
        return plain.isEmpty() ? Scope.GLOBAL : plain;
    }

    /** Azure leaves the object out, or null, where a resource has no tags, and a value that is empty may be null. */
    private static Object tags(Attributes resource) {
        if (!(resource.get(TAGS) instanceof Doc written)) {
            return resource.get(TAGS);
        }
        Doc.Builder tags = Doc.builder();
        written.forEach((key, value) -> tags.put(key, value == Absent.ABSENT ? "" : value));
        return tags.build();
    }
}
