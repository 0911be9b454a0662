package io.nephoscope.azure.arm;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The usual declarations of resource types. Attributes are the resource as the Resource Manager describes it; the native id is its
 * id in lower case, since Azure writes the same id now so and now so.
 */
public final class AzureType {
    private static final String TAGS = "tags";

    /** What every resource may have. */
    private static final Object[] EVERYWHERE = {
        "id", Scalar.STRING,
        "name", Scalar.STRING,
        "type", Scalar.STRING,
        "kind", Scalar.STRING,
        "location", Scalar.STRING,
        "resourceGroup", Scalar.STRING,
        "subscriptionId", Scalar.STRING,
        "managedBy", Scalar.STRING,
        "zones[]", Scalar.STRING,
        "sku.name", Scalar.STRING,
        "sku.tier", Scalar.STRING,
        "identity.type", Scalar.STRING,
        "tags{}", Scalar.STRING
    };

    private AzureType() {}

    /**
     * A type of the table {@code resources}.
     *
     * @param resourceType as the API's descriptions write it, {@code Microsoft.Compute/disks}
     * @param pathsAndSchemas the fields that rules and facets read, see {@link ArmSchema}; those of every resource come by themselves
     */
    public static AssetType.Builder of(
            String name, String title, Kind kind, String resourceType, Object... pathsAndSchemas) {
        return of(GraphListing.of(GraphTable.RESOURCES, resourceType), name, title, kind, pathsAndSchemas);
    }

    /** A type that Resource Graph lists by the query given. */
    public static AssetType.Builder of(
            GraphListing listing, String name, String title, Kind kind, Object... pathsAndSchemas) {
        return start(name, title, kind, new Listing(schema(name, pathsAndSchemas), listing.operations(), listing));
    }

    /** A type that a list of the subscription has, and Resource Graph has not. */
    public static AssetType.Builder of(ArmCall list, String name, String title, Kind kind, Object... pathsAndSchemas) {
        ArmCall listing = list.listing();
        return start(
                name,
                title,
                kind,
                new Listing(
                        schema(name, pathsAndSchemas),
                        List.of(list.operation()),
                        (site, each) -> listing.pages(
                                site, site.client(AzureAccount.class).path(), each)));
    }

    /** A type that a list below each resource of another type has. */
    public static AssetType.Builder below(
            GraphListing parents, ArmCall list, String name, String title, Kind kind, Object... pathsAndSchemas) {
        ChildListing listing = new ChildListing(parents, list);
        return start(
                name,
                title,
                kind,
                new Listing(
                        schema(name, pathsAndSchemas),
                        List.of(parents.operation(), listing.list().operation()),
                        listing));
    }

    private static Schema.Struct schema(String name, Object... pathsAndSchemas) {
        return ArmSchema.of(
                name,
                Stream.concat(Stream.of(EVERYWHERE), Stream.of(pathsAndSchemas)).toArray());
    }

    private static AssetType.Builder start(String name, String title, Kind kind, Listing listing) {
        return AssetType.named(name, title, kind)
                .oncePerAccount()
                .list(listing)
                .nativeId(resource -> id(resource.text("id")))
                .name("name")
                .region(resource -> Optional.of(region(resource.text("location"))))
                .uniqueInAccount()
                .tags(AzureType::tags, TAGS);
    }

    /** An id as native ids write it. */
    public static String id(String written) {
        return written.toLowerCase(Locale.ROOT);
    }

    /** The native ids that some texts of a document name, for a relation. */
    public static Function<Doc, Object> ids(Function<Doc, Stream<String>> named, String attribute) {
        return resource -> resource.get(attribute) instanceof Unknown unread
                ? unread
                : DocList.copyOf(named.apply(resource)
                        .filter(id -> !id.isEmpty())
                        .map(AzureType::id)
                        .distinct()
                        .toList());
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
