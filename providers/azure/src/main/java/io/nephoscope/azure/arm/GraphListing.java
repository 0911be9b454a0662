package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The resources of one type, as Resource Graph holds them; listed together with the other types of its table.
 *
 * @param resourceType in lower case, as {@code microsoft.compute/disks}
 * @param operation the query, and the action without which it leaves the type's resources out
 */
public record GraphListing(GraphTable table, String resourceType, Operation operation) implements Listing.Shared {
    private static final String SERVICE = "Microsoft.ResourceGraph";
    private static final String QUERY = "QueryResources";

    /** The query by which no particular type is asked for. */
    public static final Operation ANY = Operation.of(SERVICE, QUERY, "");

    /** @param resourceType as the API's descriptions write it, {@code Microsoft.Compute/disks} */
    public static GraphListing of(GraphTable table, String resourceType) {
        return of(table, resourceType, resourceType + "/read");
    }

    /** @param action what grants it, where that is not the type's own {@code read} */
    public static GraphListing of(GraphTable table, String resourceType, String action) {
        return new GraphListing(table, resourceType.toLowerCase(Locale.ROOT), Operation.of(SERVICE, QUERY, action));
    }

    @Override
    public GraphBulk bulk() {
        return new GraphBulk(table);
    }

    /**
     * Every resource of the type in the subscription by its native id, asked once: for what the assets of another type share.
     *
     * @param kept what is kept of each resource until the subscription is done: the same wherever it is asked for
     */
    public Outcome<Map<String, Doc>> byId(Site site, UnaryOperator<Doc> kept) {
        Site whole = site.in(Scope.GLOBAL);
        return whole.once(operation, resourceType, () -> {
            Map<String, Doc> all = new LinkedHashMap<>();
            return list(whole, resource -> all.put(AzureType.id(resource.text("id")), kept.apply(resource)))
                    .map(count -> Collections.unmodifiableMap(all));
        });
    }
}
