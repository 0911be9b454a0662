package io.nephoscope.cli.scan;

import static io.nephoscope.cli.scan.ToyScans.WORLD;
import static io.nephoscope.cli.scan.ToyScans.assets;
import static io.nephoscope.cli.scan.ToyScans.live;
import static io.nephoscope.cli.scan.ToyScans.target;
import static io.nephoscope.cli.scan.ToyScans.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.collect.Unit;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
    @TempDir
    private Path folder;

    private final List<String> lost = new ArrayList<>();

    private Snapshot scan(Account... accounts) throws InterruptedException {
        return new ToyScans(folder, lost).scan(accounts);
    }

    private Snapshot scan(Set<String> only, Account... accounts) throws InterruptedException {
        return new ToyScans(folder, lost).scan(only, accounts);
    }

    @Test
    void everythingAskedForIsInTheSnapshot() throws Exception {
        try (Snapshot snapshot = scan(live("one", Map.of("world", WORLD)))) {
            assertThat(assets(snapshot))
                    .containsExactly(
                            "toy:1:global:toy.user:ann in Group/one {Name: ann}",
                            "toy:1:north:toy.bucket:a in Group/one {Name: a, Policy: open}",
                            "toy:1:south:toy.bucket:b in Group/one {Name: b, Policy: shut}",
                            "toy:1:south:toy.bucket:c in Group/one {Name: c, Policy: unknown[Cause[call=toy:GetPolicy,"
                                    + " outcome=DENIED, permission=toy:GetPolicy, message=Text[en=not you, zh=not you]]]}");
            assertThat(units(snapshot))
                    .containsExactly(
                            "1 global toy.user value 1 0",
                            "1 north toy.bucket value 1 0",
                            "1 south toy.bucket value 2 0");
            assertThat(snapshot.manifest().organisation()).isEqualTo("Group");
            assertThat(snapshot.manifest().finishedAt()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(snapshot.manifest().types()).containsExactly("toy.bucket", "toy.user");
            assertThat(snapshot.isComplete()).isFalse();
        }
    }

    @Test
    void anAccountThatCannotBeReachedIsAGapAndTheOthersAreRead() throws Exception {
        Account shut = live("shut", Map.of("fail", "connect"));
        try (Snapshot snapshot = scan(shut, live("open", Map.of("world", WORLD)))) {
            assertThat(snapshot.size()).isEqualTo(4);
            assertThat(snapshot.units()).filteredOn(Unit::isGap).singleElement().satisfies(gap -> {
                assertThat(gap.type()).isEqualTo("*");
                assertThat(gap.scope().account()).isEqualTo("shut");
                assertThat(gap.scope().branch()).isEqualTo("Group/shut");
                assertThat(gap.scope().region()).isEqualTo("*");
                assertThat(gap.listing().message().en())
                        .isEqualTo("shut: the toy cloud does not know us; check the credentials.");
            });
            assertThat(snapshot.manifest().targets())
                    .extracting(target -> target.label())
                    .containsExactly("open", "shut");
        }
        assertThat(lost).containsExactly("shut: the toy cloud does not know us; check the credentials.");
    }

    @Test
    void anErrorOfOursInOneProviderCostsThatAccountOnly() throws Exception {
        try (Snapshot snapshot = scan(live("bad", Map.of("fail", "crash")), live("good", Map.of("world", WORLD)))) {
            assertThat(snapshot.size()).isEqualTo(4);
        }
        assertThat(lost).containsExactly("bad: internal error: java.lang.IllegalStateException: toy crash");
    }

    @Test
    void whereNoAccountCanBeReachedNothingIsWritten() {
        assertThatThrownBy(() -> scan(live("x", Map.of("fail", "connect")), live("y", Map.of("fail", "connect"))))
                .isInstanceOf(ScanException.class)
                .hasMessage("""
                        x: the toy cloud does not know us; check the credentials.
                        y: the toy cloud does not know us; check the credentials.""");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRegionThatDoesNotExistIsFoundOutBeforeAnythingIsRead() {
        Account account = new Account(target("x", List.of("nroth"), Map.of()), Optional.empty());
        assertThatThrownBy(() -> scan(account))
                .isInstanceOf(ScanException.class)
                .hasMessage("x: the toy cloud has no region nroth.");
    }

    @Test
    void regionsThatCannotBeListedAreAGap() throws Exception {
        try (Snapshot snapshot = scan(live("x", Map.of("world", WORLD, "fail", "regions")))) {
            assertThat(units(snapshot)).containsExactly("1 * toy.bucket denied 0 0", "1 global toy.user value 1 0");
        }
    }

    @Test
    void twoTargetsThatAreOneAccountAreReadOnce() throws Exception {
        try (Snapshot snapshot = scan(live("x", Map.of("world", WORLD)), live("y", Map.of("world", WORLD)))) {
            assertThat(snapshot.size()).isEqualTo(4);
        }
        assertThat(lost)
                .containsExactly(
                        "y: the account 1 is read already as x; name it once, or give the two different accounts.");
    }

    @Test
    void accountsAreChosenByIdOrByLabel() throws Exception {
        Account[] accounts = {
            live("x", Map.of("account", "11", "world", "user/ann")),
            live("y", Map.of("account", "22", "world", "user/ben")),
            live("z", Map.of("account", "33", "world", "user/cid"))
        };
        try (Snapshot snapshot = scan(Set.of("11", "z"), accounts)) {
            assertThat(assets(snapshot))
                    .containsExactly(
                            "toy:11:global:toy.user:ann in Group/x {Name: ann}",
                            "toy:33:global:toy.user:cid in Group/z {Name: cid}");
            assertThat(snapshot.manifest().targets()).hasSize(2);
        }
    }

    @Test
    void anAccountThatCannotBeReachedIsAGapOnlyWhereItMayBeTheOneAskedFor() throws Exception {
        Account[] accounts = {
            live("x", Map.of("account", "11", "world", "user/ann")), live("shut", Map.of("fail", "connect"))
        };
        try (Snapshot snapshot = scan(Set.of("11"), accounts)) {
            assertThat(snapshot.isComplete()).isTrue();
        }
        assertThat(lost).isEmpty();
        try (Snapshot snapshot = new ToyScans(folder.resolve("second"), lost).scan(Set.of("11", "99"), accounts)) {
            assertThat(snapshot.isComplete()).isFalse();
        }
    }

    @Test
    void anAccountThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> scan(Set.of("12"), live("x", Map.of("account", "11"))))
                .isInstanceOf(ScanException.class)
                .hasMessage("There is no account 12 (did you mean 11?); there are 11, x.");
    }

    @Test
    void aFolderThatHoldsASnapshotIsRefused() throws Exception {
        scan(live("x", Map.of())).close();
        assertThatThrownBy(() -> scan(live("x", Map.of()))).isInstanceOf(SnapshotException.class);
    }

    @Test
    void anInterruptedScanEndsWithoutFinishing() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> scan(live("x", Map.of()))).isInstanceOf(InterruptedException.class);
        assertThat(Files.exists(folder.resolve("snapshot/manifest.json"))).isFalse();
    }
}
