package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Written.asset;
import static io.nephoscope.snapshot.Written.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many lines share is written once, before the first line that refers to it. */
class EntriesTest {
    private static final AssetType ITEM = type("toy.item", listing()).build();
    private static final String WORDS = "no permission, says the cloud";

    @TempDir
    private Path temp;

    private Written folder;

    @BeforeEach
    void folder() {
        folder = new Written(temp.resolve("snapshot"), Types.of(List.of(ITEM)));
    }

    private static Asset denied(String region, String id, String message) {
        Unknown unknown =
                Unknown.because(new Cause("toy:GetPolicy", Status.DENIED, "toy:GetPolicy", Text.quoted(message)));
        return asset(ITEM, "1", region, id, Doc.of("Id", id, "Policy", unknown, "Status", unknown));
    }

    private static Asset[] denied(int number, String message) {
        return IntStream.range(0, number)
                .mapToObj(i -> denied("north", "i" + i, message.replace("%", "" + i)))
                .toArray(Asset[]::new);
    }

    private String text(String file) {
        try {
            return Files.readString(folder.folder().resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCauseThatManyAssetsShareIsWrittenOnce() {
        Asset[] assets = denied(500, WORDS);
        folder.write(assets);

        assertThat(text("assets.ndjson").split(WORDS, -1)).hasSize(2);
        assertThat(folder.assets()).containsExactlyInAnyOrder(assets);
    }

    @Test
    void aCauseThatManyUnitsShareIsWrittenOnce() {
        List<Unit> units = IntStream.range(0, 50)
                .mapToObj(i -> unit("1", "r" + i, "toy.item", Status.DENIED, 0))
                .toList();
        folder.write(units, List.of());

        assertThat(text("units.ndjson").split("toy:ListItems", -1)).hasSize(2);
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.units()).containsExactlyInAnyOrderElementsOf(units);
        }
    }

    /** More than are remembered, by the writer as by the reader, and each asked for twice. */
    @Test
    void whereEveryAssetHasACauseOfItsOwnEachComesBackWithIts() {
        List<Asset> assets = new ArrayList<>(List.of(denied(Ids.MOST + 100, "no %, says the cloud")));
        assets.add(denied("south", "i0", "no 0, says the cloud"));
        folder.write(assets.toArray(Asset[]::new));

        assertThat(folder.assets()).containsExactlyInAnyOrderElementsOf(assets);
    }

    @Test
    void assetsOfManyThreadsComeBackWithTheirCauses() throws Exception {
        int each = 200;
        Set<Asset> expected = new HashSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (SnapshotWriter writer = SnapshotWriter.begin(folder.folder(), Written.MANIFEST)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String region = "r" + thread;
                List<Asset> its = IntStream.range(0, each)
                        .mapToObj(i -> denied(region, "i" + i, "no " + i % 7))
                        .toList();
                expected.addAll(its);
                running.add(threads.submit(() -> its.forEach(writer::asset)));
            }
            for (Future<?> done : running) {
                done.get();
            }
            writer.finish("2026-01-01T00:01:00Z");
        } finally {
            threads.shutdownNow();
        }

        assertThat(new HashSet<>(folder.assets())).hasSize(8 * each).isEqualTo(expected);
    }

    /** Killed at any byte, what stands there as whole lines is read; and the scan goes on from it. */
    @Test
    void whereverTheFilesEndWhatStandsInThemIsReadAndGoneOnWith() throws IOException {
        Asset[] assets = {denied("north", "a", "one"), denied("north", "b", "two"), denied("north", "c", "one")};
        Unit read = unit("1", "north", "toy.item", Status.VALUE, 3);
        folder.cutOff(List.of(read, unit("1", "south", "toy.item", Status.DENIED, 0)), List.of(), assets);
        String whole = text("assets.ndjson");
        String units = text("units.ndjson");

        for (int end = 0; end <= whole.length(); end++) {
            Files.writeString(folder.folder().resolve("assets.ndjson"), whole.substring(0, end));
            int lines = Math.toIntExact(
                    whole.substring(0, end).chars().filter(c -> c == '\n').count());
            long there = whole.lines()
                    .limit(lines)
                    .filter(line -> line.contains("\"uid\""))
                    .count();
            assertThat(folder.assets()).containsExactly(Arrays.copyOf(assets, (int) there));
        }
        for (int end = 0; end <= units.length(); end += 7) {
            Path next = temp.resolve("resumed" + end);
            Files.createDirectories(next);
            for (String file : List.of("manifest.json", "assets.ndjson", "ledger.ndjson")) {
                Files.copy(folder.folder().resolve(file), next.resolve(file));
            }
            Files.writeString(next.resolve("units.ndjson"), units.substring(0, end));
            Written resumed = new Written(next, folder.types());
            boolean isRead = units.substring(0, end).contains("\"assets\":3,\"skipped\":0,\"gone\":0}\n");
            try (SnapshotWriter writer =
                    SnapshotWriter.resume(next, FileMode.PRIVATE, Written.MANIFEST, account -> true)) {
                assertThat(writer.earlier().uids()).hasSize(isRead ? 3 : 0);
                for (Asset asset : isRead ? new Asset[] {denied("south", "d", "two")} : assets) {
                    writer.asset(asset);
                }
                writer.unit(unit("1", "south", "toy.item", Status.VALUE, 1));
                writer.finish("2026-01-01T00:02:00Z");
            }
            assertThat(resumed.assets()).contains(assets).hasSize(isRead ? 4 : 3);
        }
    }
}
