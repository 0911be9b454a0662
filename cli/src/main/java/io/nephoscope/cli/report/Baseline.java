package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Types;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A former scan, against which another is held. */
public record Baseline(Manifest manifest, List<Unit> units) {
    public Baseline {
        units = List.copyOf(units);
    }

    /**
     * Reads it.
     *
     * @param branch the part of the organisation to read; empty for the whole
     * @throws io.nephoscope.snapshot.SnapshotException where there is no snapshot, or where it cannot be read
     */
    public static Baseline read(Path folder, Types types, String branch) {
        try (Snapshot snapshot = Snapshot.open(folder, types, branch)) {
            return new Baseline(snapshot.manifest(), snapshot.units());
        }
    }

    /** The providers whose accounts were asked for. */
    public SortedSet<String> providers() {
        return manifest.targets().stream().map(ManifestTarget::provider).collect(Collectors.toCollection(TreeSet::new));
    }
}
