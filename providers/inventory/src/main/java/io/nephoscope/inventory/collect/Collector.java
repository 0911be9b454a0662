package io.nephoscope.inventory.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Listing.Walk;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.collect.Assembly.Filled;
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
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Sink sink;
    private final Progress progress;
    private final Assembly assembly;
    private final ExecutorService listers;
    private final ExecutorService fillers;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    /** What ended the collection before its end, a full disk for one: nothing can be written after it. */
    private final AtomicReference<Throwable> fatal = new AtomicReference<>();

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
                .forEach(type -> readings.add(new Reading(target, type, account, connection, Set.of())));
        if (!regional.isEmpty()) {
            Outcome<List<String>> regions = regions(connection, regional);
            if (regions instanceof Outcome.Value<List<String>> known) {
                Set<String> all = new LinkedHashSet<>(known.value());
                all.forEach(region -> regional.forEach(
                        type -> readings.add(new Reading(target, type, account.in(region), connection, all))));
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

    private void stopIfFatal() {
        if (fatal.get() != null) {
            throw new CancellationException("the collection ended before its end");
        }
    }

    private void finish(Unit read) {
        Cause listing = Redaction.masked(read.listing());
        Unit unit = new Unit(
                read.provider(), read.scope(), read.type(), listing, read.assets(), read.skipped(), read.gone());
        sink.unit(unit);
        sink.ledger(gateway.ledger().drain());
        progress.finished(unit);
    }

    /** One unit that is read: its items are listed in one thread, and filled in others. */
    private final class Reading {
        private final Target target;
        private final AssetType type;
        private final Site site;
        private final Connection connection;
        /** The regions that have listings of their own. */
        private final Set<String> regions;

        private final AtomicInteger assets = new AtomicInteger();
        private final AtomicInteger skipped = new AtomicInteger();
        private final Vanished vanished;

        /** The listing itself, and every item that is still being filled. */
        private final Phaser open = new Phaser(1);
        /** Why items were lost; of several causes the first in order, so that no order of threads shows. */
        private final AtomicReference<Cause> lost = new AtomicReference<>();
        /** What each asset was, by its uid: another of the same name is another asset, of which one would be missing without a sign. */
        private final Map<String, Integer> taken = new ConcurrentHashMap<>();

        Reading(Target target, AssetType type, Site site, Connection connection, Set<String> regions) {
            this.target = target;
            this.type = type;
            this.site = site;
            this.connection = connection;
            this.regions = regions;
            this.vanished = new Vanished(type);
        }

        Unit.Id id() {
            return new Unit.Id(
                    site.provider(), site.scope().account(), site.scope().region(), type.name());
        }

        Operation first() {
            return type.listing().operations().get(0);
        }

        /** Waits for every item that was listed, and tells how the listing ended. */
        void finish(Cause listing) throws InterruptedException {
            open.awaitAdvanceInterruptibly(open.arrive());
            if (Thread.interrupted()) {
                throw new InterruptedException("the scan was interrupted");
            }
            stopIfFatal();
            int gone = vanished.size() == 0 ? 0 : bury();
            stopIfFatal();
            Cause bad = lost.get();
            Cause whole = bad != null && !listing.outcome().isGap() ? bad : listing;
            Collector.this.finish(new Unit(
                    site.provider(), site.scope(), type.name(), whole, assets.get() - gone, skipped.get(), gone));
        }

        private int bury() {
            List<Asset> stay = vanished.stillThere(assets.get(), this::list, assembly, site);
            stay.forEach(asset -> {
                sink.asset(asset);
                progress.asset();
            });
            return vanished.size() - stay.size();
        }

        /** Lists the type again, whoever else was listed with it before. */
        private Outcome<Integer> list(Consumer<Doc> each) {
            Walk walk = type.listing().walk();
            return walk instanceof Shared shared
                    ? shared.bulk().list(site, Map.of(shared, each)).getOrDefault(shared, Outcome.absent())
                    : walk.list(site, each);
        }

        /** An error of ours in a listing is a listing that failed; it must not take the others down. */
        Cause walk() {
            try {
                return type.listing().walk().list(site, this::take).cause(first().call(), first().permission());
            } catch (RuntimeException e) {
                return Failure.internal(first().call(), e);
            }
        }

        private void take(Doc attributes) {
            stopIfFatal();
            try {
                Asset listed = assembly.identify(type, site, attributes);
                if (!isAskedFor(listed.scope().region())) {
                    passOver(listed.scope().region());
                } else if (!isBroughtBy(listed.scope().region()) && seen.add(listed.uid())) {
                    taken.put(listed.uid(), attributes.hashCode());
                    assets.incrementAndGet();
                    later(() -> store(listed));
                } else if (taken.getOrDefault(listed.uid(), attributes.hashCode()) != attributes.hashCode()) {
                    throw new Unreadable(Text.of(
                            "two different items of the listing are called {0}",
                            "列表中有两个不同的项都名为 {0}", listed.nativeId()));
                }
            } catch (CancellationException | RejectedExecutionException e) {
                throw e;
            } catch (RuntimeException e) {
                lose(e);
            }
        }

        /** What belongs to the account as a whole is always asked for. */
        private boolean isAskedFor(String region) {
            return target.regions().isEmpty()
                    || region.equals(Scope.GLOBAL)
                    || target.regions().contains(region);
        }

        /** What lies elsewhere is not read; of what lies nowhere, nobody knows that. */
        private void passOver(String region) {
            if (connection.isRegion(region)) {
                skipped.incrementAndGet();
            } else {
                Text why = Text.of(
                                "an item of the listing is in {0}, which is no region", "列表中有一项位于 {0}，而该区域不存在", region)
                        .map(Failure::line);
                lose(new Cause(first().call(), Status.FAILED, first().permission(), why));
            }
        }

        /** What several regions list, as a trail that covers them all, is left to its own region: which lists first is chance. */
        private boolean isBroughtBy(String region) {
            return !region.equals(site.scope().region()) && regions.contains(region);
        }

        private void later(Runnable task) {
            try {
                room.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the scan was interrupted");
            }
            open.register();
            try {
                fillers.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        leave();
                    }
                });
            } catch (RejectedExecutionException e) {
                leave();
                throw e;
            }
        }

        private void leave() {
            room.release();
            open.arriveAndDeregister();
        }

        private void store(Asset listed) {
            try {
                stopIfFatal();
                Filled filled = assembly.fill(listed, site);
                Asset asset = filled.asset();
                if (!asset.uid().equals(listed.uid()) && !seen.add(asset.uid())) {
                    throw new Unreadable(
                            Text.of("the ids of two items differ in nothing but a secret", "列表中有两项的标识仅在密钥部分不同"));
                }
                if (filled.gone().isEmpty()) {
                    sink.asset(asset);
                    progress.asset();
                } else {
                    vanished.add(filled);
                }
            } catch (IllegalArgumentException e) {
                lose(e);
            } catch (RuntimeException | Error e) {
                fatal.compareAndSet(null, e);
            }
        }

        private void lose(RuntimeException why) {
            lose(Failure.internal(first().call(), why));
        }

        private void lose(Cause cause) {
            lost.accumulateAndGet(cause, (one, other) -> one != null && one.compareTo(other) < 0 ? one : other);
        }
    }

    @Override
    public void close() {
        listers.shutdownNow();
        fillers.shutdownNow();
    }
}
