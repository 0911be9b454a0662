package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The resources of a type, as Resource Graph holds them; listed together with the other types of its table.
 *
 * @param reads the resource types that hold them, in lower case, as {@code microsoft.compute/disks}, each with the query and the
 *     action without which it leaves them out
 * @param keeps which of them are of this type, where another type has the rest
 */
public record GraphListing(GraphTable table, Map<String, Operation> reads, Predicate<Doc> keeps)
        implements Listing.Shared {
    private static final String SERVICE = "Microsoft.ResourceGraph";
    private static final String QUERY = "QueryResources";

    /** A query names what it is about: the tables have no parameters of their own, and so no defaults. */
    private static final Defaults NONE = Defaults.NARROW_NOTHING;

    private static final Proof PROOF = Proof.holding("data", "totalRecords").each("properties");

    /** The query by which no particular type is asked for. */
    public static final Operation ANY = Operation.of(SERVICE, QUERY, "").proven(PROOF);

    public GraphListing {
        reads = Collections.unmodifiableMap(new LinkedHashMap<>(reads));
    }

    /** A part of a field that what came does not say, or not in a way that can be read; a whole one is an {@link Unreadable}. */
    public static Unknown unsaid(Text why) {
        return Unknown.because(Failure.internal(ANY.call(), new Unreadable(why)));
    }

    /** @param resourceType as the API's descriptions write it, {@code Microsoft.Compute/disks} */
    public static GraphListing of(GraphTable table, String resourceType) {
        return new GraphListing(table, Map.of(), resource -> true).and(resourceType);
    }

    /** The same, and the resources of one type more. */
    public GraphListing and(String resourceType) {
        Map<String, Operation> both = new LinkedHashMap<>(reads);
        both.put(
                resourceType.toLowerCase(Locale.ROOT),
                Operation.of(SERVICE, QUERY, resourceType + "/read")
                        .proven(PROOF)
                        .narrowed(NONE));
        return new GraphListing(table, both, keeps);
    }

    /** Some of them only. */
    public GraphListing where(Predicate<Doc> kept) {
        return new GraphListing(table, reads, kept);
    }

    /** The query, once for each action that it needs. */
    public List<Operation> operations() {
        return List.copyOf(reads.values());
    }

    /** The query, with the action that the first of its types needs. */
    public Operation operation() {
        return operations().get(0);
    }

    @Override
    public GraphBulk bulk() {
        return new GraphBulk(table);
    }

    /** One query lists them all, however many actions it needs. */
    @Override
    public Use.Per others() {
        return Use.Per.NAMED;
    }

    /**
     * Every resource of the type in the subscription by its native id, asked once: for what the assets of another type share.
     *
     * @param kept what is kept of each resource until the subscription is done: the same wherever it is asked for
     */
    public Outcome<Map<String, Doc>> byId(Site site, UnaryOperator<Doc> kept) {
        Site whole = site.in(Scope.GLOBAL);
        return whole.once(operation(), reads.keySet(), () -> {
            Map<String, Doc> all = new LinkedHashMap<>();
            return list(whole, resource -> all.put(ArmResource.id(resource.text("id")), kept.apply(resource)))
                    .map(count -> Collections.unmodifiableMap(all));
        });
    }
}
