package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
     * Every resource of the type in the subscription, asked once: for what the assets of another type share.
     *
     * @param attribute the attribute that is filled
     * @param kept what is kept of each resource until the subscription is done
     */
    public Outcome<List<Doc>> all(Site site, String attribute, UnaryOperator<Doc> kept) {
        return site.once(operation, List.of(resourceType, attribute), () -> {
            List<Doc> all = new ArrayList<>();
            return list(site, resource -> all.add(kept.apply(resource))).map(count -> List.copyOf(all));
        });
    }
}
