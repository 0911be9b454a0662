package io.nephoscope.cli.scan;

import static io.nephoscope.cli.scan.ToyScans.TYPES;
import static io.nephoscope.cli.scan.ToyScans.WORLD;
import static io.nephoscope.cli.scan.ToyScans.assets;
import static io.nephoscope.cli.scan.ToyScans.demandForAll;
import static io.nephoscope.cli.scan.ToyScans.live;
import static io.nephoscope.cli.scan.ToyScans.target;
import static io.nephoscope.cli.scan.ToyScans.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.cli.Resealed;
import io.nephoscope.cli.organisation.Account;
import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Unit;
import io.nephoscope.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    @TempDir
    private Path folder;

    @Test
    void aRecordingIsReplayedUnderItsNewBranchAndSaysSo() throws Exception {
        scan(live("before", Map.of("world", WORLD))).close();
        try (Snapshot snapshot = replay(demandForAll(), List.of())) {
            assertThat(assets(snapshot))
                    .hasSize(4)
                    .allSatisfy(asset -> assertThat(asset).contains(" in Group/after "));
            assertThat(units(snapshot))
                    .containsExactly(
                            "1 global toy.user value 1 0",
                            "1 north toy.bucket value 1 0",
                            "1 south toy.bucket value 2 0");
            assertThat(snapshot.units())
                    .allSatisfy(unit -> assertThat(unit.scope().branch()).isEqualTo("Group/after"));
            assertThat(snapshot.ledger())
                    .extracting(row -> row.operation() + " " + row.region() + " " + row.count())
                    .containsExactly(
                            "ListUsers global 1",
                            "GetPolicy north 1",
                            "ListBuckets north 1",
                            "GetPolicy south 1",
                            "GetPolicy south 1",
                            "ListBuckets south 1");
            assertThat(snapshot.manifest().targets())
                    .singleElement()
                    .satisfies(target -> assertThat(target.recordedAt()).isEqualTo("2026-01-01T00:00:00Z"));
        }
    }

    @Test
    void ofARecordingOnlyWhatIsAskedForIsReplayed() throws Exception {
        scan(live("before", Map.of("world", WORLD))).close();
        Demand users = new Demand(TYPES).list(TYPES.named("toy.user").orElseThrow());
        try (Snapshot snapshot = replay(users, List.of())) {
            assertThat(units(snapshot)).containsExactly("1 global toy.user value 1 0");
            assertThat(snapshot.ledger()).extracting(row -> row.operation()).containsExactly("ListUsers");
            assertThat(snapshot.isComplete()).isTrue();
        }
    }

    @Test
    void aGapInWhatNobodyAsksForIsNotReplayed() throws Exception {
        scan(live("before", Map.of("world", WORLD))).close();
        Demand listed = new Demand(TYPES).list(TYPES.named("toy.bucket").orElseThrow());
        try (Snapshot snapshot = replay(listed, List.of())) {
            assertThat(snapshot.isComplete()).isTrue();
            assertThat(snapshot.ledger()).extracting(row -> row.operation()).containsOnly("ListBuckets");
            snapshot.forEach(asset -> assertThat(asset.provenance().calls()).containsExactly("toy:ListBuckets"));
        }
    }

    @Test
    void whatARecordingDoesNotHoldIsAGap() throws Exception {
        Demand users = new Demand(TYPES).list(TYPES.named("toy.user").orElseThrow());
        new ToyScans(folder, List.of())
                .scan(folder.resolve("snapshot"), users, Set.of(), live("before", Map.of("world", WORLD)))
                .close();
        try (Snapshot snapshot = replay(demandForAll(), List.of())) {
            assertThat(units(snapshot)).containsExactly("1 * toy.bucket failed 0 0", "1 global toy.user value 1 0");
            assertThat(snapshot.units().get(0).listing().message().en())
                    .isEqualTo("the recording of 2026-01-01T00:00:00Z does not hold this");
        }
    }

    @Test
    void aRegionThatARecordingDoesNotHoldIsAGap() throws Exception {
        scan(live("before", Map.of("world", WORLD))).close();
        try (Snapshot snapshot = replay(demandForAll(), List.of("south", "west"))) {
            assertThat(units(snapshot))
                    .containsExactly(
                            "1 global toy.user value 1 0",
                            "1 south toy.bucket value 2 0",
                            "1 west toy.bucket failed 0 0");
        }
    }

    @Test
    void aRecordingOfSomeRegionsStandsForThose() throws Exception {
        scan(new Account(target("before", List.of("north"), Map.of("world", WORLD)), Optional.empty()))
                .close();
        try (Snapshot snapshot = replay(demandForAll(), List.of())) {
            assertThat(snapshot.isComplete()).isTrue();
            assertThat(snapshot.manifest().targets().get(0).regions()).containsExactly("north");
        }
    }

    @Test
    void aRecordingThatWasCutOffIsAGap() throws Exception {
        scan(live("before", Map.of("world", "user/ann"))).close();
        Path manifest = folder.resolve("snapshot/manifest.json");
        Resealed.change(manifest, text -> text.replaceAll("\"finishedAt\" : \"[^\"]*\"", "\"finishedAt\" : \"\""));
        try (Snapshot snapshot = replay(demandForAll(), List.of())) {
            assertThat(snapshot.units())
                    .filteredOn(Unit::isGap)
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.listing().message().en())
                            .isEqualTo("the scan was cut off before this was read to its end"));
        }
    }

    @Test
    void aRecordingThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> replay(demandForAll(), List.of()))
                .isInstanceOf(ScanException.class)
                .hasMessage("after: There is no snapshot in " + folder.resolve("snapshot")
                        + ": manifest.json is missing; name the folder that a scan wrote with --snapshot.");
    }

    private Snapshot scan(Account... accounts) throws InterruptedException {
        return new ToyScans(folder, List.of()).scan(accounts);
    }

    private Snapshot replay(Demand demand, List<String> regions) throws InterruptedException {
        return new ToyScans(folder, new ArrayList<>()).replay(demand, regions);
    }
}
