package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealTest {
    private static final AssetType ITEM = type("toy.item", listing()).build();

    @TempDir
    private Path temp;

    private Written folder;

    @BeforeEach
    void aFolder() {
        folder = new Written(temp.resolve("snapshot"), Types.of(List.of(ITEM)));
    }

    private void write() {
        folder.write(
                List.of(Written.unit("1", "north", "toy.item", Status.VALUE, 2)),
                List.of(Written.row(Status.VALUE)),
                Written.asset(ITEM, "1", "north", "a", Doc.of("colour", "red")),
                Written.asset(ITEM, "1", "north", "b", Doc.of("colour", "blue")));
    }

    /** Everything that a snapshot says; nothing where it is refused in a sentence that names what is wrong. */
    private Optional<String> told() {
        try (Snapshot snapshot = folder.open()) {
            StringBuilder told = new StringBuilder()
                    .append(snapshot.manifest())
                    .append(snapshot.units())
                    .append(snapshot.ledger());
            snapshot.forEach(told::append);
            return Optional.of(told.toString());
        } catch (SnapshotException e) {
            assertThat(e).hasMessageContaining(folder.folder().toString()).hasMessageContaining("again");
            return Optional.empty();
        }
    }

    @Test
    void noByteOfAnyFileCanBeChangedWithAnEffect() throws IOException {
        write();
        String before = told().orElseThrow();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.folder())) {
            files = all.sorted().toList();
        }
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("assets.ndjson", "ledger.ndjson", "lock", "manifest.json", "units.ndjson");
        List<String> effects = new ArrayList<>();
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int i = 0; i < good.length; i++) {
                byte[] changed = good.clone();
                changed[i] = (byte) (good[i] == '0' ? '1' : '0');
                Files.write(file, changed);
                String at = file.getFileName() + ", byte " + i;
                told().filter(told -> !told.equals(before)).ifPresent(told -> effects.add(at));
            }
            Files.write(file, good);
        }
        assertThat(effects).isEmpty();
        assertThat(told()).contains(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-01-01T00:01:00Z | 2026-01-02T00:01:00Z
            2026-01-01T00:00:00Z | 2025-01-01T00:00:00Z
            "finishedAt" : "2026-01-01T00:01:00Z" | "finishedAt" : ""
            Lakeside Group | Harbour
            "toy.item" : [ ] | "toy.item" : [ "other" ]
            """)
    void aManifestThatSaysSomethingElseThanTheScanIsRefused(String said, String says) {
        write();
        folder.damage("manifest.json", text -> text.replace(said, says));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessage(
                        "%s: is not what the scan wrote, for its seal does not fit; the snapshot was changed or damaged,"
                                + " so copy it again, or scan again.",
                        folder.folder().resolve("manifest.json"));
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> Snapshot.branches(folder.folder()))
                .withMessageContaining("its seal does not fit");
    }

    @Test
    void aCollectionThatWasCutOffHasASealToo() {
        folder.cutOff(List.of(), List.of());
        folder.damage("manifest.json", text -> text.replace("2026-01-01", "2025-01-01"));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("its seal does not fit");
    }

    @Test
    void aManifestWithoutASealIsRefused() {
        write();
        folder.damage("manifest.json", text -> text.replaceFirst(",\\s*\"seal\" : \"\\w+\"", ""));

        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(folder::open)
                .withMessageContaining("its seal does not fit");
    }

    @Test
    void whatIsSealedSaysTheSameHoweverItIsLaidOut() {
        write();
        String before = told().orElseThrow();
        folder.damage("manifest.json", text -> text.replaceAll("\\s*\\n\\s*", " "));

        assertThat(told()).contains(before);
    }

    @Test
    void sealedJsonIsReadableText() {
        String json = new String(SealedJson.write(Map.of("a", 1)), StandardCharsets.UTF_8);

        assertThat(json.replaceAll("\\s", "")).matches("\\{\"a\":1,\"seal\":\"[0-9a-f]{64}\"}");
    }
}
