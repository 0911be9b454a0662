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

/**
 * A former scan, against which another is held.
 *
 * @param startedAt ISO 8601, UTC
 * @param providers whose accounts were asked for
 * @param coverage what was read then, and what was not
 */
public record Baseline(String scanId, String startedAt, SortedSet<String> providers, Coverage coverage) {
    /** The whole of a scan, or what a snapshot of it holds. */
    public static Baseline of(Snapshot snapshot) {
        return new Baseline(
                snapshot.manifest().scanId(),
                snapshot.manifest().startedAt(),
                providers(snapshot.manifest()),
                Coverage.of(snapshot, List.of()));
    }

    private static SortedSet<String> providers(Manifest manifest) {
        return manifest.targets().stream().map(ManifestTarget::provider).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Reads it.
     *
     * @param branch the part of the organisation to read; empty for the whole
     * @throws io.nephoscope.snapshot.SnapshotException where there is no snapshot, or where it cannot be read
     */
    public static Baseline read(Path folder, Types types, String branch) {
        try (Snapshot snapshot = Snapshot.open(folder, types, branch)) {
            return of(snapshot);
        }
    }

    /** Each listing that was asked for. */
    List<Unit> units() {
        return coverage.rows().stream()
                .filter(row -> row.skipped().isEmpty())
                .map(Coverage.Row::unit)
                .toList();
    }
}
