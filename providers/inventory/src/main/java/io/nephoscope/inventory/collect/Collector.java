package io.nephoscope.inventory.collect;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetType.Identity;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Gateway;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries out a demand at the accounts that were reached: lists each type at each site and fills what was asked for, one bad item
 * costing one item. Listings and details have pools of their own, so that a listing may wait for its details to catch up.
 */
public final class Collector implements AutoCloseable {
    private static final int MOST_WAITING = 4_096;

    private final Demand demand;
    private final Gateway gateway;
    private final Sink sink;
    private final Progress progress;
    private final Clock clock;
    private final ExecutorService listers;
    private final ExecutorService fillers;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** @param threads how many details may be filled at once */
    public Collector(Demand demand, Gateway gateway, Sink sink, Progress progress, Clock clock, int threads) {
        this.demand = demand;
        this.gateway = gateway;
        this.sink = sink;
        this.progress = progress;
        this.clock = clock;
        this.listers = Executors.newFixedThreadPool(Math.max(2, threads / 4));
        this.fillers = Executors.newFixedThreadPool(threads);
    }

    /**
     * Collects what the demand asks of one account.
     *
     * @throws TargetException where the target names a region that the provider does not have
     */
    public void collect(Target target, Connection connection) throws TargetException, InterruptedException {
        Site account = connection.account();
        List<AssetType> types = demand.typesOf(account.provider());
        List<Future<?>> listings = new ArrayList<>();
        List<AssetType> regional = types.stream()
                .filter(type -> type.reach() == AssetType.Reach.REGION)
                .toList();
        Outcome<List<String>> regions = regional.isEmpty() ? Outcome.value(List.<String>of()) : connection.regions();
        sink.ledger(gateway.ledger().drain());
        for (AssetType type : types) {
            if (type.reach() == AssetType.Reach.ACCOUNT) {
                listings.add(list(target, type, account));
            }
        }
        if (regions instanceof Outcome.Value<List<String>> known) {
            for (String region : known.value()) {
                regional.forEach(type -> listings.add(list(target, type, account.in(region))));
            }
        } else {
            Cause cause = regions.cause("", "");
            Scope everywhere = account.scope().in(Unit.ALL);
            regional.forEach(type -> finish(new Unit(account.provider(), everywhere, type.name(), cause, 0, 0)));
        }
        for (Future<?> listing : listings) {
            try {
                listing.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Future<?> list(Target target, AssetType type, Site site) {
        progress.planned(1);
        return listers.submit(() -> {
            AtomicInteger assets = new AtomicInteger();
            AtomicInteger skipped = new AtomicInteger();
            Phaser open = new Phaser(1);
            Outcome<Integer> listing = walk(type, site, attributes -> {
                Asset listed = identify(type, site, attributes);
                if (!isAskedFor(target, listed.scope().region())) {
                    skipped.incrementAndGet();
                } else if (seen.add(listed.uid())) {
                    assets.incrementAndGet();
                    open.register();
                    waiting.acquireUninterruptibly();
                    fillers.execute(() -> {
                        try {
                            sink.asset(fill(listed, site));
                            progress.asset();
                        } finally {
                            waiting.release();
                            open.arriveAndDeregister();
                        }
                    });
                }
            });
            open.arriveAndAwaitAdvance();
            String call = type.listing().operations().get(0).call();
            String permission = type.listing().operations().get(0).permission();
            finish(new Unit(
                    site.provider(),
                    site.scope(),
                    type.name(),
                    listing.cause(call, permission),
                    assets.get(),
                    skipped.get()));
        });
    }

    /** An error of ours in a listing is a listing that failed; it must not take the others down. */
    private static Outcome<Integer> walk(AssetType type, Site site, java.util.function.Consumer<Doc> each) {
        try {
            return type.listing().walk().list(site, each);
        } catch (RuntimeException e) {
            return Outcome.without(broken(type.listing().operations().get(0).call(), e));
        }
    }

    private static Cause broken(String call, RuntimeException e) {
        return new Cause(call, Status.FAILED, "", "internal error: " + e);
    }

    private void finish(Unit unit) {
        sink.unit(unit);
        sink.ledger(gateway.ledger().drain());
        progress.finished(unit);
    }

    private Asset identify(AssetType type, Site site, Doc attributes) {
        Identity identity = type.identity();
        String nativeId = identity.nativeId().apply(attributes);
        Scope scope = identity.region().apply(attributes).map(site.scope()::in).orElse(site.scope());
        List<String> calls = type.listing().operations().stream()
                .map(operation -> operation.call())
                .toList();
        return new Asset(
                Asset.uid(type, scope, nativeId),
                type,
                nativeId,
                identity.name().apply(attributes),
                scope,
                identity.tags().apply(attributes),
                Redaction.of(type, attributes),
                new Asset.Provenance(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), calls));
    }

    /** What belongs to the account as a whole is always asked for. */
    private static boolean isAskedFor(Target target, String region) {
        return target.regions().isEmpty()
                || region.equals(Scope.GLOBAL)
                || target.regions().contains(region);
    }

    private Asset fill(Asset listed, Site site) {
        Site home = site.in(listed.scope().region());
        Doc attributes = listed.attributes();
        List<String> calls = new ArrayList<>(listed.provenance().calls());
        for (Detail detail : demand.details(listed.type())) {
            attributes = attributes.with(detail.attribute(), fetch(detail, home, listed.attributes()));
            detail.operations().forEach(operation -> calls.add(operation.call()));
        }
        return new Asset(
                listed.uid(),
                listed.type(),
                listed.nativeId(),
                listed.name(),
                listed.scope(),
                listed.tags(),
                Redaction.of(listed.type(), attributes),
                new Asset.Provenance(
                        listed.provenance().observedAt(),
                        calls.stream().distinct().toList()));
    }

    private static Object fetch(Detail detail, Site site, Doc listed) {
        try {
            return detail.fetch().fetch(site, listed).toField();
        } catch (RuntimeException e) {
            return Unknown.because(broken(detail.operations().get(0).call(), e));
        }
    }

    @Override
    public void close() {
        listers.shutdownNow();
        fillers.shutdownNow();
    }
}
