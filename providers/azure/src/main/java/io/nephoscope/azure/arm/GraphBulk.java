package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every type of one table of Resource Graph that is asked for, in one query of as many pages as it takes. */
public record GraphBulk(GraphTable table) implements Bulk {
    @Override
    public Map<Shared, Outcome<Integer>> list(Site site, Map<Shared, Consumer<Doc>> walks) {
        Map<String, Consumer<Doc>> takers = new HashMap<>();
        Map<String, AtomicInteger> counts = new HashMap<>();
        walks.forEach((walk, each) -> {
            String type = ((GraphListing) walk).resourceType();
            takers.put(type, each);
            counts.put(type, new AtomicInteger());
        });
        Outcome<Integer> whole = GraphQuery.of(table, new TreeSet<>(takers.keySet()))
                .in(site, resource -> {
                    String type = resource.text("type").toLowerCase(Locale.ROOT);
                    Consumer<Doc> taker = takers.get(type);
                    AtomicInteger count = counts.get(type);
                    if (taker == null || count == null) {
                        return false;
                    }
                    count.incrementAndGet();
                    taker.accept(resource);
                    return true;
                });
        return walks.keySet().stream()
                .map(GraphListing.class::cast)
                .collect(Collectors.toMap(
                        walk -> walk,
                        walk -> outcome(site, walk.operation(), whole, counts.get(walk.resourceType())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** What came is kept; that it is all is proven only by the permission to read all of it. */
    private static Outcome<Integer> outcome(Site site, Operation listing, Outcome<Integer> whole, AtomicInteger count) {
        if (whole instanceof Outcome.Value<Integer>) {
            Optional<Cause> gap = site.client(AzureAccount.class).grants().gap(listing.call(), listing.permission());
            return gap.<Outcome<Integer>>map(Outcome::without).orElseGet(() -> Outcome.value(count.get()));
        }
        Cause cause = whole.cause(listing.call(), listing.permission());
        return Outcome.without(new Cause(cause.call(), cause.outcome(), listing.permission(), cause.message()));
    }
}
