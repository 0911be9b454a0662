package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Every type of one table of Resource Graph that is asked for, in one query of as many pages as it takes. */
public record GraphBulk(GraphTable table) implements Bulk {
    private static final Cause NO_PROPERTIES = new Cause(
            GraphListing.ANY.call(),
            Status.FAILED,
            "",
            "Resource Graph handed over the resource without its properties");

    @Override
    public Map<Shared, Outcome<Integer>> list(Site site, Map<Shared, Consumer<Doc>> walks) {
        List<Taker> all = new ArrayList<>();
        Map<String, List<Taker>> takers = new TreeMap<>();
        walks.forEach((walk, each) -> {
            Taker taker = new Taker((GraphListing) walk, each, new AtomicInteger());
            all.add(taker);
            taker.listing()
                    .reads()
                    .keySet()
                    .forEach(type -> takers.computeIfAbsent(type, key -> new ArrayList<>())
                            .add(taker));
        });
        Outcome<Integer> whole = GraphQuery.of(table, takers.keySet()).in(site, resource -> {
            List<Taker> asked = takers.getOrDefault(resource.text("type").toLowerCase(Locale.ROOT), List.of());
            asked.forEach(taker -> taker.take(resource));
            return !asked.isEmpty();
        });
        Map<Shared, Outcome<Integer>> outcomes = new HashMap<>();
        all.forEach(taker -> outcomes.put(taker.listing(), outcome(site, taker, whole)));
        return outcomes;
    }

    private record Taker(GraphListing listing, Consumer<Doc> each, AtomicInteger count) {
        void take(Doc resource) {
            if (listing.keeps().test(resource)) {
                count.incrementAndGet();
                each.accept(whole(resource));
            }
        }
    }

    /** Every resource has properties: of one that comes without, nobody knows them. */
    private static Doc whole(Doc resource) {
        return resource.get("properties") instanceof Doc
                ? resource
                : resource.with("properties", Unknown.because(NO_PROPERTIES));
    }

    /** What came is kept; that it is all is proven only by the permission to read all of it. */
    private static Outcome<Integer> outcome(Site site, Taker taker, Outcome<Integer> whole) {
        if (whole instanceof Outcome.Value<Integer>) {
            Grants grants = site.client(AzureAccount.class).grants();
            return taker.listing().operations().stream()
                    .flatMap(read -> grants.gap(read.call(), read.permission()).stream())
                    .findFirst()
                    .<Outcome<Integer>>map(Outcome::without)
                    .orElseGet(() -> Outcome.value(taker.count().get()));
        }
        Operation listing = taker.listing().operation();
        Cause cause = whole.cause(listing.call(), listing.permission());
        return Outcome.without(new Cause(cause.call(), cause.outcome(), listing.permission(), cause.message()));
    }
}
