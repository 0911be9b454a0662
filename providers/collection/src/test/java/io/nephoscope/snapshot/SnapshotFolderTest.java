package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Written.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.output.FileMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a snapshot may be written, and whom it is open to. */
class SnapshotFolderTest {
    private static final AssetType ITEM = type("toy.item", listing()).build();
    private static final Asset A = asset(ITEM, "1", "north", "a", Doc.of("Id", "a"));
    private static final Asset B = asset(ITEM, "1", "north", "b", Doc.of("Id", "b"));

    @TempDir
    Path temp;

    private Written folder;

    @BeforeEach
    void folder() {
        folder = new Written(temp.resolve("snapshot"), Types.of(List.of(ITEM)));
    }

    @Test
    void aFolderThatHoldsASnapshotIsNotWrittenInto() throws IOException {
        folder.write(A);
        String before = Files.readString(folder.folder().resolve("assets.ndjson"));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> folder.write(B))
                .withMessageContaining("holds a snapshot already");
        assertThat(Files.readString(folder.folder().resolve("assets.ndjson"))).isEqualTo(before);
    }

    @Test
    void aFileInPlaceOfAFolderIsTold() throws IOException {
        Files.writeString(folder.folder(), "");

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> folder.write(A))
                .withMessage("%s is a file; name a folder.", folder.folder());
    }

    @Test
    void aFolderBelowAFileIsTold() throws IOException {
        Files.writeString(temp.resolve("file"), "");
        Written below = new Written(temp.resolve("file").resolve("snapshot"), folder.types());

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> below.write(A))
                .withMessageContaining("cannot be written (");
    }

    /** Writes an asset after the other for as long as that can be done. */
    static final class Filler {
        public static void main(String[] arguments) {
            try (SnapshotWriter writer = SnapshotWriter.begin(Path.of(arguments[0]), Written.MANIFEST)) {
                SnapshotException full = catchThrowableOfType(SnapshotException.class, () -> fill(writer));
                assertThatThrownBy(() -> writer.asset(B)).isEqualTo(full);
                assertThatThrownBy(() -> writer.finish("2026-01-01T00:01:00Z")).isEqualTo(full);
                System.out.println(full.getMessage());
            }
        }

        private static void fill(SnapshotWriter writer) {
            while (true) {
                writer.asset(A);
            }
        }
    }

    /** The limit of a file's size stands for a disk that is full; one thousand of 512 bytes. */
    @Test
    void aFullDiskIsToldOnceAndTheSnapshotThatWasThereStaysReadable() throws Exception {
        ChildJava child =
                ChildJava.start("ulimit -f 1000;", Filler.class, folder.folder().toString());

        assertThat(child.said())
                .isEqualTo(
                        "The snapshot in %s cannot be written any further (File too large); make room, and go on with"
                                + " --resume.",
                        folder.folder());
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.isComplete()).isFalse();
            assertThat(snapshot.units()).allMatch(Unit::isGap);
        }
    }

    @Test
    void aFileOfTheUsersThatHasTheNameOfOneOfOursStays() throws IOException {
        Files.createDirectories(folder.folder());
        Files.writeString(folder.folder().resolve("units.ndjson"), "mine");

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> folder.write(A))
                .withMessage(
                        "The folder %s holds units.ndjson, which belongs to no snapshot; name another folder.",
                        folder.folder());
        assertThat(folder.folder().resolve("units.ndjson")).hasContent("mine");
        assertThat(folder.folder().resolve("manifest.json")).doesNotExist();
    }

    @Test
    void aSnapshotIsForTheEyesOfItsOwner() throws IOException {
        folder.write(A);

        assertThat(permissions()).containsOnly(entry("snapshot", "rwx------"), entry("files", "rw-------"));
    }

    @Test
    void aSnapshotIsOpenToWhomItIsToBe() throws IOException {
        SnapshotWriter.begin(folder.folder(), FileMode.of("640"), Written.MANIFEST)
                .close();
        try (SnapshotWriter writer =
                SnapshotWriter.resume(folder.folder(), FileMode.of("640"), Written.MANIFEST, account -> true)) {
            writer.finish("2026-01-01T00:01:00Z");
        }

        Files.delete(folder.folder().resolve("lock"));
        assertThat(permissions()).containsOnly(entry("snapshot", "rwxr-x---"), entry("files", "rw-r-----"));
    }

    private Map<String, String> permissions() throws IOException {
        Map<String, String> permissions = new TreeMap<>();
        permissions.put("snapshot", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.folder())));
        try (Stream<Path> files = Files.list(folder.folder())) {
            for (Path file : files.toList()) {
                String its = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                permissions.merge("files", its, (one, other) -> one.equals(other) ? one : one + ", " + other);
            }
        }
        return permissions;
    }

    @Test
    void nothingIsWrittenIntoASnapshotThatWasClosed() {
        SnapshotWriter writer = SnapshotWriter.begin(folder.folder(), Written.MANIFEST);
        writer.close();

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> writer.asset(A))
                .withMessageContaining("is closed");
    }
}
