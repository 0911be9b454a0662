package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Every type of one table of Resource Graph that is asked for, in one query of as many pages as it takes. */
public record GraphBulk(GraphTable table) implements Bulk {
    @Override
    public Map<Shared, Outcome<Integer>> list(Site site, Map<Shared, Consumer<Doc>> walks) {
        Map<String, Taker> takers = new TreeMap<>();
        walks.forEach((walk, each) -> {
            GraphListing listing = (GraphListing) walk;
            takers.put(listing.resourceType(), new Taker(listing, each, new AtomicInteger()));
        });
        Outcome<Integer> whole = GraphQuery.of(table, takers.keySet()).in(site, resource -> {
            Taker taker = takers.get(resource.text("type").toLowerCase(Locale.ROOT));
            if (taker != null) {
                taker.take(resource);
            }
            return taker != null;
        });
        Map<Shared, Outcome<Integer>> outcomes = new HashMap<>();
        takers.values()
                .forEach(taker -> outcomes.put(
                        taker.listing(), outcome(site, taker.listing().operation(), whole, taker.count())));
        return outcomes;
    }

    private record Taker(GraphListing listing, Consumer<Doc> each, AtomicInteger count) {
        void take(Doc resource) {
            count.incrementAndGet();
            each.accept(resource);
        }
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
