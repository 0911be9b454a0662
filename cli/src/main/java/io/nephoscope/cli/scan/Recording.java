package io.nephoscope.cli.scan;

import io.nephoscope.collect.Collector;
import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Progress;
import io.nephoscope.collect.Sink;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A snapshot that is replayed in place of asking the provider: what the demand asks for is copied under the target's branch, and what
 * it asks for beyond the recording is a gap. Nothing is sent.
 */
final class Recording implements Source {
    private final Target target;
    private final Snapshot snapshot;
    private final Asked asked;

    private Recording(Target target, Snapshot snapshot, Asked asked) {
        this.target = target;
        this.snapshot = snapshot;
        this.asked = asked;
    }

    /** @throws TargetException where there is no recording of the target's provider in the folder */
    static Recording open(Target target, Path folder, Demand demand, Types types) throws TargetException {
        try {
            Snapshot snapshot = Snapshot.open(folder, types);
            Target narrowed = narrowed(target, snapshot.manifest());
            Recording recording = new Recording(narrowed, snapshot, Asked.of(narrowed, demand, types));
            if (recording.accounts().isEmpty()) {
                snapshot.close();
                throw new TargetException(target.says(Text.of(
                        "the snapshot in {0} holds nothing of {1}; name another, or another provider.",
                        "{0} 中的快照不含 {1} 的内容；请另指定一个快照或云服务商。", folder, target.provider())));
            }
            return recording;
        } catch (SnapshotException e) {
            throw new TargetException(target.says(Said.by(e)), e);
        }
    }

    /** A target that names no regions means those of the recording. */
    private static Target narrowed(Target target, Manifest manifest) {
        List<List<String>> recorded = manifest.targets().stream()
                .filter(it -> it.provider().equals(target.provider()))
                .map(ManifestTarget::regions)
                .toList();
        List<String> regions = target.regions().isEmpty() && recorded.stream().noneMatch(List::isEmpty)
                ? recorded.stream().flatMap(List::stream).distinct().toList()
                : target.regions();
        return target.in(regions);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Set<String> accounts() {
        return snapshot.units().stream()
                .filter(unit -> unit.provider().equals(target.provider()))
                .map(unit -> unit.scope().account())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The oldest that it holds: a recording may itself have been replayed from one. */
    @Override
    public String recordedAt() {
        Manifest manifest = snapshot.manifest();
        return manifest.targets().stream()
                .map(ManifestTarget::recordedAt)
                .filter(at -> !at.isEmpty())
                .min(String::compareTo)
                .orElse(manifest.startedAt());
    }

    @Override
    public List<Text> notes() {
        return List.of();
    }

    @Override
    public void read(Collector collector, Sink sink, Progress progress) {
        Map<String, Integer> skipped = new HashMap<>();
        snapshot.forEach(asset -> {
            if (asked.region(asset.scope().region()) && asked.type(asset.type().name())) {
                sink.asset(moved(asset));
                progress.asset();
            } else {
                skipped.merge(asset.scope().account() + "|" + asset.type().name(), 1, Integer::sum);
            }
        });
        List<Unit> units = snapshot.units().stream()
                .filter(unit -> asked.region(unit.scope().region()) && asked.type(unit.type()))
                .toList();
        progress.planned(units.size());
        for (Unit unit : units) {
            boolean wholeAccount = unit.scope().region().equals(Scope.GLOBAL);
            int less = wholeAccount ? skipped.getOrDefault(unit.scope().account() + "|" + unit.type(), 0) : 0;
            finish(moved(unit, less), sink, progress);
        }
        for (String account : accounts()) {
            List<Unit> gaps = asked.gaps(account, snapshot, recordedAt());
            progress.planned(gaps.size());
            gaps.forEach(unit -> finish(unit, sink, progress));
        }
        List<LedgerRow> ledger = snapshot.ledger().stream().filter(asked::call).toList();
        sink.ledger(ledger);
    }

    private static void finish(Unit unit, Sink sink, Progress progress) {
        sink.unit(unit);
        progress.finished(unit);
    }

    private Scope moved(Scope scope) {
        return new Scope(target.branch(), scope.account(), scope.region());
    }

    private Unit moved(Unit unit, int skipped) {
        return new Unit(
                unit.provider(),
                moved(unit.scope()),
                unit.type(),
                unit.listing(),
                unit.assets() - skipped,
                unit.skipped() + skipped,
                unit.gone());
    }

    private Asset moved(Asset asset) {
        return new Asset(
                asset.uid(),
                asset.type(),
                asset.nativeId(),
                asset.named(),
                moved(asset.scope()),
                asset.tags(),
                asked.attributes(asset),
                new Asset.Provenance(
                        asset.provenance().observedAt(),
                        asset.provenance().listedIn(),
                        asset.provenance().calls().stream().filter(asked::call).toList()));
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
