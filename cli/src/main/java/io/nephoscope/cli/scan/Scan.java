package io.nephoscope.cli.scan;

import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.collect.Collector;
import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Sink;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotException;
import io.nephoscope.snapshot.SnapshotWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reaches every account of an organisation, and writes what a demand asks of them into a snapshot. */
public final class Scan {
    private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

    private final Request request;
    private final Watch watch;
    private final Clock clock;
    private final Pace pace;

    public Scan(Request request, Watch watch, Clock clock) {
        this(request, watch, clock, Pace.REAL);
    }

    /** @param pace by which the calls wait for one another */
    public Scan(Request request, Watch watch, Clock clock, Pace pace) {
        this.request = request;
        this.watch = watch;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * What is to be scanned, and how.
     *
     * @param only the accounts to look at, by id or by label; empty for all
     * @param providers by name
     * @param concurrency how many details may be filled at once
     */
    public record Request(
            Organisation organisation,
            Set<String> only,
            Demand demand,
            Types types,
            Map<String, Provider> providers,
            Limits limits,
            int concurrency,
            String toolVersion) {}

    /**
     * Writes a new snapshot. Accounts that cannot be reached are gaps in it.
     *
     * @param mode of what is written
     * @throws ScanException where no account could be reached, or none is left to look at
     * @throws SnapshotException where the folder cannot be written
     */
    public void into(Path folder, FileMode mode) throws InterruptedException {
        String startedAt = now();
        run(reached -> SnapshotWriter.begin(folder, mode, manifest(startedAt, reached)));
    }

    /**
     * Goes on with a snapshot that was cut off: reads the units that did not come to their end, and the accounts that were not
     * reached. A recording is replayed anew, since that costs no call. Of a snapshot that is finished nothing is left to read but what
     * was refused for its credentials.
     *
     * @param mode of what is written from now on
     * @throws ScanException where something else was asked for then, or no account could be reached
     * @throws SnapshotException where there is none, where it is damaged, or where another scan writes into it
     */
    public void resume(Path folder, FileMode mode) throws InterruptedException {
        Manifest earlier = Snapshot.manifest(folder);
        if (earlier.isFinished() && !isSignedOut(folder)) {
            Set<String> labels = request.organisation().accounts().stream()
                    .map(account -> account.target().label())
                    .collect(Collectors.toSet());
            SameScan.check(folder, earlier, labels, request.demand().asked());
        } else {
            String resumedAt = now();
            run(reached -> {
                Manifest now = manifest(resumedAt, reached);
                SameScan.check(folder, earlier, now);
                Set<String> replayed = reached.sources().stream()
                        .filter(source -> !source.recordedAt().isEmpty())
                        .flatMap(source -> source.accounts().stream())
                        .collect(Collectors.toSet());
                return SnapshotWriter.resume(folder, mode, now, account -> !replayed.contains(account));
            });
        }
    }

    private boolean isSignedOut(Path folder) {
        try (Snapshot snapshot = Snapshot.open(folder, request.types())) {
            return snapshot.isSignedOut();
        }
    }

    private interface Opening {
        SnapshotWriter open(ReachedAccounts reached);
    }

    private void run(Opening opening) throws InterruptedException {
        try (Gateway gateway = new Gateway(request.limits(), pace);
                ReachedAccounts reached = ReachedAccounts.of(request, gateway, watch)) {
            watch.started(reached.sources().size(), gateway.ledger());
            try (SnapshotWriter writer = opening.open(reached)) {
                request.organisation().accounts().stream()
                        .map(account -> account.target().provider())
                        .distinct()
                        .flatMap(name -> Optional.ofNullable(request.providers().get(name)).stream())
                        .forEach(writer::describe);
                read(writer, reached, gateway);
            }
        }
    }

    private void read(SnapshotWriter writer, ReachedAccounts reached, Gateway gateway) throws InterruptedException {
        try (Collector collector = new Collector(
                request.demand(), writer.earlier(), gateway, writer, watch, clock, request.concurrency())) {
            reached.lost().forEach(lost -> writer.unit(unread(lost.target(), lost.cause())));
            Parallel.forEach(reached.sources(), source -> {
                LOG.debug("reading {}", source.target().label());
                read(source, collector, writer);
                LOG.debug("read {}", source.target().label());
                watch.done(source.target());
            });
            writer.ledger(gateway.ledger().drain());
            writer.finish(now());
        }
    }

    private void read(Source source, Collector collector, Sink sink) throws InterruptedException {
        try {
            source.read(collector, sink, watch);
        } catch (TargetException e) {
            watch.lost(e.why().message());
            sink.unit(unread(source.target(), e.why()));
        }
    }

    private static Unit unread(Target target, Cause why) {
        Scope nowhere = new Scope(target.place(), target.label(), Unit.ALL);
        Cause cause = new Cause(
                why.call(), why.outcome(), why.permission(), why.message().map(Failure::line));
        return new Unit(target.provider(), nowhere, Unit.ALL, cause, 0, 0);
    }

    private Manifest manifest(String startedAt, ReachedAccounts reached) {
        Stream<ManifestTarget> read = reached.sources().stream()
                .map(source -> manifest(source.target(), source.accounts(), source.recordedAt()));
        Stream<ManifestTarget> lost = reached.lost().stream().map(it -> manifest(it.target(), Set.of(), ""));
        return Manifest.begun(
                        request.toolVersion(),
                        UUID.randomUUID().toString(),
                        request.organisation().name(),
                        startedAt,
                        request.organisation().branches(),
                        Stream.concat(read, lost).toList(),
                        request.demand().asked())
                .of(part());
    }

    /** The branch, the accounts, and the regions outside which accounts lie, to which the scan is narrowed. */
    private String part() {
        String within = request.organisation().within();
        return Stream.of(Stream.of(within), request.only().stream().sorted(), request.organisation().regions().stream())
                .flatMap(narrowed -> narrowed)
                .filter(some -> !some.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static ManifestTarget manifest(Target target, Set<String> accounts, String recordedAt) {
        return new ManifestTarget(
                target.provider(),
                target.place(),
                target.label(),
                accounts.stream().sorted().toList(),
                target.regions(),
                recordedAt);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
