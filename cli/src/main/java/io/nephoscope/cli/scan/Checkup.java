package io.nephoscope.cli.scan;

import io.nephoscope.cli.scan.Scan.Request;
import io.nephoscope.collect.Probe;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Ledger;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tries a scan: reaches every account, and there sends each call of the demand for the first asset of each type, in the first
 * region and for the account as a whole.
 */
public final class Checkup {
    private final Request request;
    private final Watch watch;
    private final Clock clock;

    public Checkup(Request request, Watch watch, Clock clock) {
        this.request = request;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * What was found out.
     *
     * @param lost a sentence for each account that cannot be reached
     */
    public record Result(List<Health> accounts, List<Text> lost) {}

    /**
     * How an account was found.
     *
     * @param account its id
     * @param clockAhead how far our clock is ahead of the provider's; empty where the provider does not say
     * @param regions those it may use, the first of them being the one that was tried; without any where none was asked for
     * @param calls every call that was sent, and how it ended
     * @param listed the types of which there was an asset to try
     */
    public record Health(
            Target target,
            String account,
            Optional<Duration> clockAhead,
            Outcome<List<String>> regions,
            List<LedgerRow> calls,
            Set<String> listed) {
        /** Why the regions are not known, where that is so. */
        public Optional<Cause> regionGap() {
            return Optional.of(regions.cause("", ""))
                    .filter(cause -> cause.outcome().isGap());
        }
    }

    /**
     * Tries it.
     *
     * @throws ScanException where no account can be reached
     */
    public Result run() throws InterruptedException {
        try (Gateway gateway = new Gateway(request.limits(), Pace.REAL);
                ReachedAccounts reached = ReachedAccounts.of(request, gateway, watch)) {
            List<Live> live = reached.sources().stream()
                    .filter(Live.class::isInstance)
                    .map(Live.class::cast)
                    .toList();
            List<Visit> visits = Parallel.map(live, this::visit);
            List<LedgerRow> calls = Ledger.sum(gateway.ledger().drain());
            return new Result(
                    visits.stream().map(visit -> visit.health(calls)).toList(),
                    reached.lost().stream()
                            .filter(lost -> !lost.isClosed())
                            .map(ReachedAccounts.Lost::why)
                            .toList());
        }
    }

    private record Visit(Live live, Optional<Duration> clockAhead, Outcome<List<String>> regions, Set<String> listed) {
        /** What reached the account was asked before anybody knew its id, under the name that it has here. */
        Health health(List<LedgerRow> all) {
            String account = live.connection().account().scope().account();
            Set<String> names = new TreeSet<>(List.of(account, live.target().label()));
            List<LedgerRow> calls = all.stream()
                    .filter(row -> row.provider().equals(live.target().provider()) && names.contains(row.account()))
                    .toList();
            return new Health(live.target(), account, clockAhead, regions, calls, listed);
        }
    }

    private Visit visit(Live live) throws InterruptedException {
        Connection connection = live.connection();
        Optional<Duration> ahead = connection.reachedAt().map(theirs -> Duration.between(theirs, clock.instant()));
        List<AssetType> types = request.demand().typesOf(live.target().provider());
        boolean byRegion = types.stream().anyMatch(type -> type.reach() == AssetType.Reach.REGION);
        Outcome<List<String>> regions = byRegion ? regions(connection) : Outcome.value(List.of());
        Optional<Site> region = regions instanceof Outcome.Value<List<String>> known
                ? known.value().stream().findFirst().map(connection.account()::in)
                : Optional.empty();
        Probe probe = new Probe(request.demand(), clock);
        List<Optional<String>> listed = Parallel.map(types, type -> {
            Optional<Site> site = type.reach() == AssetType.Reach.REGION ? region : Optional.of(connection.account());
            return site.filter(it -> probe.test(type, it)).map(it -> type.name());
        });
        return new Visit(
                live, ahead, regions, listed.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    /** The target's own regions were looked at when it was reached. */
    private static Outcome<List<String>> regions(Connection connection) {
        try {
            return connection.regions();
        } catch (TargetException e) {
            return Outcome.without(new Cause("", Status.FAILED, "", Said.by(e)));
        }
    }
}
