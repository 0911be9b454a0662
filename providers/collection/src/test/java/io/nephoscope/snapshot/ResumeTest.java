package io.nephoscope.snapshot;

import static io.nephoscope.snapshot.Written.asset;
import static io.nephoscope.snapshot.Written.row;
import static io.nephoscope.snapshot.Written.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.output.FileMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final String AT = "2026-01-01T00:05:00Z";
    private static final Manifest NOW = Manifest.begun(
            "1.0", "scan-2", "", AT, Written.MANIFEST.branches(), Written.MANIFEST.targets(), new TreeMap<>());
    private static final AssetType ITEM = AssetType.named("toy.item", "Item", Kinds.BUCKET)
            .list(new Listing(
                    Schema.struct("toy.item", "Id", Schema.Scalar.STRING),
                    List.of(Operation.of("toy", "ListItems", "toy:List")),
                    (site, each) -> Outcome.value(0)))
            .nativeId("Id")
            .build();
    private static final Asset NORTH = asset(ITEM, "1", "north", "n", Doc.of("Id", "n"));
    private static final Asset SOUTH = asset(ITEM, "1", "south", "s", Doc.of("Id", "s"));
    private static final Unit NORTH_READ = unit("1", "north", "toy.item", Status.VALUE, 1);
    private static final Unit SOUTH_READ = unit("1", "south", "toy.item", Status.VALUE, 1);

    @TempDir
    private Path temp;

    private Written folder;

    @BeforeEach
    void folder() {
        folder = new Written(temp.resolve("snapshot"), Types.of(List.of(ITEM)));
    }

    private SnapshotWriter resume() {
        return SnapshotWriter.resume(folder.folder(), FileMode.PRIVATE, NOW, account -> true);
    }

    @Test
    void whatCameToItsEndStaysAndTheRestIsReadAnew() {
        folder.cutOff(List.of(NORTH_READ), List.of(row(Status.VALUE)), NORTH, SOUTH);

        try (SnapshotWriter writer = resume()) {
            assertThat(writer.earlier().units()).containsExactly(NORTH_READ.id());
            assertThat(writer.earlier().uids()).containsExactly(NORTH.uid());
            writer.asset(SOUTH);
            writer.unit(SOUTH_READ);
            writer.ledger(List.of(row(Status.VALUE)));
            writer.finish("2026-01-01T00:06:00Z");
        }

        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.uids()).containsExactly(NORTH.uid(), SOUTH.uid());
            assertThat(snapshot.units()).containsExactly(NORTH_READ, SOUTH_READ);
            assertThat(snapshot.ledger()).containsExactly(row(Status.VALUE).plus(row(Status.VALUE)));
            assertThat(snapshot.manifest().resumedAt()).containsExactly(AT);
            assertThat(snapshot.isComplete()).isTrue();
        }
    }

    @Test
    void anAccountThatWasNotReachedAndRegionsThatCouldNotBeNamedAreAskedForAgain() {
        folder.cutOff(
                List.of(
                        unit("lost", Unit.ALL, Unit.ALL, Status.FAILED, 0),
                        unit("1", Unit.ALL, "toy.item", Status.DENIED, 0)),
                List.of());

        try (SnapshotWriter writer = resume()) {
            assertThat(writer.earlier().units()).isEmpty();
        }
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.units()).doesNotContain(unit("lost", Unit.ALL, Unit.ALL, Status.FAILED, 0));
        }
    }

    /** A finished scan may be gone on with too, where it lacks nothing but good credentials. */
    @Test
    void whatTheCredentialsDidNotHoldForIsReadAnewThoughTheScanCameToItsEnd() {
        Unknown refused =
                Unknown.because(new Cause("toy:GetPolicy", Status.SIGNED_OUT, "toy:GetPolicy", Text.quoted("expired")));
        Asset half = asset(ITEM, "1", "south", "s", Doc.of("Id", "s", "Policy", refused));
        folder.write(
                List.of(NORTH_READ, SOUTH_READ, unit("2", "north", "toy.item", Status.SIGNED_OUT, 0)),
                List.of(row(Status.VALUE), row(Status.SIGNED_OUT)),
                NORTH,
                half);
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.isSignedOut()).isTrue();
            assertThat(snapshot.isComplete()).isFalse();
        }

        try (SnapshotWriter writer = resume()) {
            assertThat(writer.earlier().units()).containsExactly(NORTH_READ.id());
            assertThat(writer.earlier().uids()).containsExactly(NORTH.uid());
            writer.asset(SOUTH);
            writer.unit(SOUTH_READ);
            writer.finish("2026-01-01T00:06:00Z");
        }
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.isSignedOut()).isFalse();
            assertThat(snapshot.isComplete()).isTrue();
            assertThat(snapshot.uids()).containsExactly(NORTH.uid(), SOUTH.uid());
        }
    }

    @Test
    void ofAnAccountThatIsReplayedAnewNothingStays() {
        folder.cutOff(List.of(NORTH_READ), List.of(row(Status.VALUE)), NORTH);

        try (SnapshotWriter writer = SnapshotWriter.resume(folder.folder(), FileMode.PRIVATE, NOW, account -> false)) {
            assertThat(writer.earlier().units()).isEmpty();
        }
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.size()).isZero();
            assertThat(snapshot.ledger()).isEmpty();
        }
    }

    @Test
    void linesThatWereCutOffAndFilesThatWereNotBegunDoNoHarm() throws IOException {
        folder.cutOff(List.of(NORTH_READ), List.of(), NORTH, SOUTH)
                .damage("assets.ndjson", text -> text.substring(0, text.length() - 10))
                .damage("units.ndjson", text -> text + "{\"provider\":\"to");
        Files.delete(folder.folder().resolve("ledger.ndjson"));

        try (SnapshotWriter writer = resume()) {
            writer.finish("2026-01-01T00:06:00Z");
        }
        assertThat(folder.only()).isEqualTo(NORTH);
    }

    @Test
    void whatACutOffScanDidNotComeToIsAGapAndNotNothing() {
        folder.cutOff(List.of(SOUTH_READ), List.of(), SOUTH);

        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.units()).hasSize(2).first().satisfies(unit -> {
                assertThat(unit.id()).isEqualTo(NORTH_READ.id());
                assertThat(unit.scope().branch()).isEqualTo("Group");
                assertThat(unit.listing())
                        .isEqualTo(new Cause(
                                "toy:ListItems",
                                Status.FAILED,
                                "toy:List",
                                new Text("the scan was cut off before this was read to its end", "扫描在读取完成之前中断")));
            });
        }
        folder.restate(text -> text.replaceFirst("\"regions\" : \\[[^\\]]*\\]", "\"regions\" : []"));
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.units())
                    .extracting(unit -> unit.scope().region())
                    .containsExactly(Unit.ALL, "south");
        }
    }

    @Test
    void aScanMayBeCutOffAgainAndAgain() {
        folder.cutOff(List.of(NORTH_READ), List.of(), NORTH, SOUTH);
        resume().close();
        try (SnapshotWriter writer = resume()) {
            writer.asset(SOUTH);
        }

        try (SnapshotWriter writer = resume()) {
            assertThat(writer.earlier().uids()).containsExactly(NORTH.uid());
            writer.finish("2026-01-01T00:06:00Z");
        }
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.uids()).containsExactly(NORTH.uid());
            assertThat(snapshot.manifest().resumedAt()).containsExactly(AT, AT, AT);
        }
    }

    @Test
    void twoScansDoNotWriteIntoOneFolder() {
        try (SnapshotWriter first = SnapshotWriter.begin(folder.folder(), Written.MANIFEST)) {
            assertThatExceptionOfType(SnapshotException.class)
                    .isThrownBy(this::resume)
                    .withMessage(
                            "Another scan is writing into %s; wait for its end, or name another folder.",
                            folder.folder());
            assertThatExceptionOfType(SnapshotException.class)
                    .isThrownBy(() -> SnapshotWriter.begin(folder.folder(), Written.MANIFEST))
                    .withMessageContaining("Another scan is writing into");
            first.asset(NORTH);
        }
    }

    @Test
    void aScanDoesNotBeginWhereAnotherWasCutOff() {
        folder.cutOff(List.of(), List.of(), NORTH);

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> SnapshotWriter.begin(folder.folder(), Written.MANIFEST))
                .withMessageContaining("holds a scan that was cut off; go on with it by --resume");
        assertThat(folder.only()).isEqualTo(NORTH);
    }

    @Test
    void whereThereIsNoScanNothingIsMade() {
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(this::resume)
                .withMessageContaining("There is no snapshot in " + folder.folder());
        assertThat(folder.folder()).doesNotExist();
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndNothingIsLost() {
        folder.cutOff(List.of(NORTH_READ), List.of(), NORTH).damage("assets.ndjson", text -> "{broken\n" + text);

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(this::resume)
                .withMessageContaining(folder.folder().resolve("assets.ndjson") + ", line 1: cannot be read");
        assertThat(folder.folder().resolve("assets.ndjson")).content().contains(NORTH.uid());
    }
}
