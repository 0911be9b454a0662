package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Every type of one table of Resource Graph that is asked for, in one query of as many pages as it takes. */
public record GraphBulk(GraphTable table) implements Bulk {
    @Override
    public Map<Shared, Outcome<Integer>> list(Site site, Map<Shared, Consumer<Doc>> walks) {
        List<Taker> all = new ArrayList<>();
        Map<String, List<Taker>> takers = new TreeMap<>();
        walks.forEach((walk, each) -> {
            Taker taker = new Taker((GraphListing) walk, each, new AtomicInteger(), new TreeSet<>());
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

    /** @param missing what some resource comes without, though it is always sent */
    private record Taker(GraphListing listing, Consumer<Doc> each, AtomicInteger count, Set<String> missing) {
        void take(Doc row) {
            Doc resource = ArmCall.resource(row);
            if (listing.keeps().test(resource)) {
                count.incrementAndGet();
                listing.operation().proof().missingOf(resource).ifPresent(missing::add);
                each.accept(listing.operation().whole(resource));
            }
        }

        Outcome<Integer> whole() {
            return missing.isEmpty()
                    ? Outcome.value(count.get())
                    : Outcome.without(new Cause(
                            listing.operation().call(),
                            Status.FAILED,
                            listing.operation().permission(),
                            Proof.withoutOfItem(String.join(", ", missing))));
        }
    }

    /** What came is kept; that it is all is proven only by the permission to read all of it. */
    private static Outcome<Integer> outcome(Site site, Taker taker, Outcome<Integer> whole) {
        if (whole instanceof Outcome.Value<Integer>) {
            Grants grants = site.client(AzureAccount.class).grants();
            return taker.listing().operations().stream()
                    .flatMap(read -> grants.gap(read.call(), read.permission()).stream())
                    .findFirst()
                    .<Outcome<Integer>>map(Outcome::without)
                    .orElseGet(taker::whole);
        }
        Operation listing = taker.listing().operation();
        Cause cause = whole.cause(listing.call(), listing.permission());
        return Outcome.without(new Cause(cause.call(), cause.outcome(), listing.permission(), cause.message()));
    }
}
