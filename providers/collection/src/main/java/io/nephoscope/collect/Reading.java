package io.nephoscope.collect;

import io.nephoscope.collect.Assembly.Filled;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Listing.Walk;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One unit that is read: its items are listed in one thread, and filled in others. */
final class Reading {
    private final Collector of;
    private final Target target;
    final AssetType type;
    final Site site;
    private final Connection connection;
    /** The regions that have listings of their own. */
    private final Set<String> regions;

    private final AtomicInteger assets = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final Vanished vanished;
    /** Assets that were listed and are not being filled yet, by their regions. */
    private final Map<String, List<Asset>> waiting = new TreeMap<>();

    /** The listing itself, and every item that is still being filled. */
    private final Phaser open = new Phaser(1);
    /** Why items were lost; of several causes the first in order, so that no order of threads shows. */
    private final AtomicReference<Cause> lost = new AtomicReference<>();
    /** What each asset was, by its uid: another of the same name is another asset, of which one would be missing without a sign. */
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Reading(Collector of, Target target, AssetType type, Site site, Connection connection, Set<String> regions) {
        this.of = of;
        this.target = target;
        this.type = type;
        this.site = site;
        this.connection = connection;
        this.regions = regions;
        this.vanished = new Vanished(type);
    }

    Unit.Id id() {
        return new Unit.Id(site.provider(), site.scope().account(), site.scope().region(), type.name());
    }

    Operation first() {
        return type.listing().operations().get(0);
    }

    /** Waits for every item that was listed, and tells how the listing ended. */
    void finish(Cause listing) throws InterruptedException {
        of.stopIfFatal();
        waiting.values().forEach(this::fill);
        open.awaitAdvanceInterruptibly(open.arrive());
        if (Thread.interrupted()) {
            throw new InterruptedException("the scan was interrupted");
        }
        of.stopIfFatal();
        int gone = vanished.size() == 0 ? 0 : bury();
        of.stopIfFatal();
        Cause bad = lost.get();
        Cause whole = bad != null && !listing.outcome().isGap() ? bad : listing;
        of.finish(new Unit(
                site.provider(),
                site.scope().of(target.place()),
                type.name(),
                whole,
                assets.get() - gone,
                skipped.get(),
                gone));
    }

    private int bury() {
        List<Asset> stay = vanished.stillThere(assets.get(), this::list, of.assembly, site);
        stay.forEach(asset -> {
            of.sink.asset(asset);
            of.progress.asset();
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

    void take(Doc attributes) {
        of.stopIfFatal();
        try {
            Asset listed = of.assembly.identify(type, site, attributes);
            if (!BranchPath.isWithin(listed.scope().branch(), target.only().orElse(""))) {
                return;
            }
            if (!isAskedFor(listed.scope().region())) {
                passOver(listed.scope().region());
            } else if (!isBroughtBy(listed.scope().region()) && of.seen.add(listed.uid())) {
                taken.put(listed.uid(), attributes.hashCode());
                assets.incrementAndGet();
                gather(listed);
            } else if (taken.getOrDefault(listed.uid(), attributes.hashCode()) != attributes.hashCode()) {
                throw new Unreadable(Text.of(
                        "two different items of the listing are called {0}", "列表中有两个不同的项都名为 {0}", listed.nativeId()));
            }
        } catch (CancellationException | RejectedExecutionException e) {
            throw e;
        } catch (RuntimeException e) {
            lose(e);
        }
    }

    /** Assets that are filled together wait until as many are there as one question may be about. */
    private void gather(Asset listed) {
        List<Asset> here = waiting.computeIfAbsent(listed.scope().region(), region -> new ArrayList<>());
        here.add(listed);
        if (here.size() >= of.assembly.together(type)) {
            waiting.remove(listed.scope().region());
            fill(here);
        }
    }

    private void fill(List<Asset> listed) {
        Together together = new Together(listed, site);
        listed.forEach(asset -> later(() -> store(asset, together)));
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
            Text why = Text.of("an item of the listing is in {0}, which is no region", "列表中有一项位于 {0}，而该区域不存在", region)
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
            of.room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the scan was interrupted");
        }
        open.register();
        try {
            of.fillers.execute(() -> {
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
        of.room.release();
        open.arriveAndDeregister();
    }

    private void store(Asset listed, Together together) {
        try {
            of.stopIfFatal();
            Filled filled = of.assembly.fill(listed, together);
            Asset asset = filled.asset();
            if (!asset.uid().equals(listed.uid()) && !of.seen.add(asset.uid())) {
                throw new Unreadable(
                        Text.of("the ids of two items differ in nothing but a secret", "列表中有两项的标识仅在密钥部分不同"));
            }
            if (filled.gone().isEmpty()) {
                of.sink.asset(asset);
                of.progress.asset();
            } else {
                vanished.add(filled);
            }
        } catch (IllegalArgumentException e) {
            lose(e);
        } catch (RuntimeException | Error e) {
            of.fatal.compareAndSet(null, e);
        }
    }

    private void lose(RuntimeException why) {
        lose(Failure.internal(first().call(), why));
    }

    private void lose(Cause cause) {
        lost.accumulateAndGet(cause, (one, other) -> one != null && one.compareTo(other) < 0 ? one : other);
    }
}
