package io.nephoscope.collect;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a demand at the accounts that were reached: lists each type at each site and fills what was asked for, one bad item
 * costing one item. Listings and details have pools of their own, so that a listing may wait for its details to catch up.
 */
public final class Collector implements AutoCloseable {
    private static final int MOST_WAITING = 4_096;

    private final Demand demand;
    private final Earlier earlier;
    private final Gateway gateway;
    final Sink sink;
    final Progress progress;
    final Assembly assembly;
    private final ExecutorService listers;
    final ExecutorService fillers;
    final Semaphore room = new Semaphore(MOST_WAITING);
    final Set<String> seen = ConcurrentHashMap.newKeySet();
    /** What ended the collection before its end, a full disk for one: nothing can be written after it. */
    final AtomicReference<Throwable> fatal = new AtomicReference<>();

    /**
     * @param earlier what is not read again
     * @param threads how many details may be filled at once
     */
    public Collector(
            Demand demand, Earlier earlier, Gateway gateway, Sink sink, Progress progress, Clock clock, int threads) {
        this.demand = demand;
        this.earlier = earlier;
        this.seen.addAll(earlier.uids());
        this.gateway = gateway;
        this.sink = sink;
        this.progress = progress;
        this.assembly = new Assembly(demand, clock);
        this.listers = Executors.newFixedThreadPool(Math.max(2, threads / 4));
        this.fillers = Executors.newFixedThreadPool(threads);
    }

    /**
     * Collects what the demand asks of one account. What the sink throws because it can take nothing more ends the collection, and
     * is thrown here as it is.
     *
     * @throws TargetException where the target names a region that the provider does not have
     */
    public void collect(Target target, Connection connection) throws TargetException, InterruptedException {
        Site account = connection.account();
        List<AssetType> types = demand.typesOf(account.provider());
        List<AssetType> regional = types.stream()
                .filter(type -> type.reach() == AssetType.Reach.REGION)
                .toList();
        List<Reading> readings = new ArrayList<>();
        types.stream()
                .filter(type -> type.reach() == AssetType.Reach.ACCOUNT)
                .forEach(type -> readings.add(new Reading(this, target, type, account, connection, Set.of())));
        if (!regional.isEmpty()) {
            Outcome<List<String>> regions = regions(connection, regional);
            if (regions instanceof Outcome.Value<List<String>> known) {
                Set<String> all = new LinkedHashSet<>(known.value());
                all.forEach(region -> regional.forEach(
                        type -> readings.add(new Reading(this, target, type, account.in(region), connection, all))));
            } else {
                Scope everywhere = account.scope().in(Unit.ALL);
                Cause cause = regions.cause("", "");
                progress.planned(regional.size());
                regional.forEach(type -> finish(new Unit(account.provider(), everywhere, type.name(), cause, 0, 0)));
            }
        }
        close(account, connection.closedRegions(types), regional.isEmpty() ? types : regional);
        readings.removeIf(reading -> earlier.units().contains(reading.id()));
        sink.ledger(gateway.ledger().drain());
        progress.planned(readings.size());
        run(walks(readings));
    }

    /** What cannot be anywhere in a region that the account may not use is told of it. */
    private void close(Site account, Map<String, Text> regions, List<AssetType> types) {
        regions.forEach((region, why) -> {
            Scope scope = account.scope().in(region);
            types.stream()
                    .map(type -> new Unit(
                            account.provider(),
                            scope,
                            type.name(),
                            new Cause(type.listing().operations().get(0).call(), Status.UNSUPPORTED, "", why),
                            0,
                            0))
                    .filter(unit -> !earlier.units().contains(unit.id()))
                    .forEach(unit -> {
                        progress.planned(1);
                        finish(unit);
                    });
        });
    }

    /** One task for each walk: types that a bulk lists together are read together. */
    private List<Callable<Void>> walks(List<Reading> readings) {
        List<Callable<Void>> walks = new ArrayList<>();
        Map<BulkAt, Map<Shared, Reading>> bulks = new LinkedHashMap<>();
        for (Reading reading : readings) {
            if (reading.type.listing().walk() instanceof Shared shared) {
                BulkAt bulk = new BulkAt(shared.bulk(), reading.site.scope());
                bulks.computeIfAbsent(bulk, key -> new LinkedHashMap<>()).put(shared, reading);
            } else {
                walks.add(() -> {
                    reading.finish(reading.walk());
                    return null;
                });
            }
        }
        bulks.forEach((at, together) -> walks.add(() -> {
            walk(at.bulk(), together);
            return null;
        }));
        return walks;
    }

    private record BulkAt(Bulk bulk, Scope scope) {}

    /** An error of ours in a bulk is a failed listing of each of its types. */
    private static void walk(Bulk bulk, Map<Shared, Reading> together) throws InterruptedException {
        Map<Shared, Consumer<Doc>> takers = new LinkedHashMap<>();
        together.forEach((shared, reading) -> takers.put(shared, reading::take));
        Site site = together.values().iterator().next().site;
        Map<Shared, Outcome<Integer>> outcomes;
        Optional<RuntimeException> broken = Optional.empty();
        try {
            outcomes = bulk.list(site, takers);
        } catch (RuntimeException e) {
            outcomes = Map.of();
            broken = Optional.of(e);
        }
        for (Map.Entry<Shared, Reading> one : together.entrySet()) {
            Outcome<Integer> outcome = outcomes.get(one.getKey());
            RuntimeException why =
                    broken.orElseGet(() -> new IllegalStateException("the bulk says nothing of this type"));
            one.getValue()
                    .finish(
                            outcome == null
                                    ? Failure.internal(one.getValue().first().call(), why)
                                    : outcome.cause(
                                            one.getValue().first().call(),
                                            one.getValue().first().permission()));
        }
    }

    /** The regions; not to know of any is a gap, however the provider puts it. */
    private static Outcome<List<String>> regions(Connection connection, List<AssetType> regional)
            throws TargetException {
        try {
            Outcome<List<String>> regions = connection.regions();
            Cause cause = regions.cause("", "");
            boolean named = regions instanceof Outcome.Value<List<String>> known
                    && !(known.value().isEmpty()
                            && connection.closedRegions(regional).isEmpty());
            return named || cause.outcome().isGap()
                    ? regions
                    : Outcome.without(new Cause(
                            cause.call(),
                            Status.FAILED,
                            cause.permission(),
                            Text.of("the provider names no region", "云服务商未给出任何区域")));
        } catch (RuntimeException e) {
            return Outcome.without(Failure.internal("", e));
        }
    }

    private void run(List<Callable<Void>> walks) throws InterruptedException {
        List<Future<Void>> running = new ArrayList<>();
        try {
            walks.forEach(walk -> running.add(listers.submit(walk)));
            for (Future<Void> reading : running) {
                reading.get();
            }
        } catch (ExecutionException e) {
            fatal.compareAndSet(null, e.getCause());
            throw unchecked(fatal.get());
        } finally {
            running.forEach(reading -> reading.cancel(true));
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable thrown) throws InterruptedException {
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException known) {
            return known;
        }
        throw new InterruptedException("the collection was closed before its end");
    }

    void stopIfFatal() {
        if (fatal.get() != null) {
            throw new CancellationException("the collection ended before its end");
        }
    }

    void finish(Unit read) {
        Cause listing = Redaction.masked(read.listing());
        Unit unit = new Unit(
                read.provider(), read.scope(), read.type(), listing, read.assets(), read.skipped(), read.gone());
        sink.unit(unit);
        sink.ledger(gateway.ledger().drain());
        progress.finished(unit);
    }

    @Override
    public void close() {
        listers.shutdownNow();
        fillers.shutdownNow();
    }
}
