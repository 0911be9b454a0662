package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.collect.Earlier;
import io.nephoscope.inventory.collect.Sink;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Appends what is collected to a snapshot folder. Every unit is flushed when it is finished, so that a crash costs little. */
public final class SnapshotWriter implements Sink, AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String ASSETS = "assets.ndjson";
    static final String UNITS = "units.ndjson";
    static final String LEDGER = "ledger.ndjson";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final FolderLock lock;
    private final Manifest manifest;
    private final Earlier earlier;
    private final LineWriter assets;
    private final LineWriter units;
    private final LineWriter ledger;
    private final Ids assetIds;
    private final Ids unitIds;
    /** What went wrong first. Nothing is written after it: a line that was cut off must stay the last. */
    private Optional<SnapshotException> broken = Optional.empty();

    private SnapshotWriter(
            Path folder,
            FolderLock lock,
            Manifest manifest,
            Earlier earlier,
            Numbered assets,
            Numbered units,
            LineWriter ledger)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.manifest = manifest;
        this.earlier = earlier;
        this.assets = assets.lines();
        this.units = units.lines();
        this.ledger = ledger;
        this.assetIds = new Ids(entriesInto(this.assets), assets.entries());
        this.unitIds = new Ids(entriesInto(this.units), units.entries());
        save(manifest);
    }

    /**
     * A file whose lines refer to entries.
     *
     * @param entries how many of a table it has
     */
    private record Numbered(LineWriter lines, ToIntFunction<Table<?>> entries) {
        /** A file that begins. */
        Numbered(Path path) throws IOException {
            this(new LineWriter(path), table -> 0);
        }
    }

    private Ids.Definition entriesInto(LineWriter lines) {
        return (table, id, content) -> {
            byte[] line = JsonLine.of(table, id, content);
            write(() -> lines.append(line));
        };
    }

    /**
     * Starts a snapshot.
     *
     * @throws SnapshotException where the folder holds a snapshot already, or cannot be written
     */
    public static SnapshotWriter begin(Path folder, Manifest manifest) {
        return open(folder, lock -> {
            if (Files.exists(folder.resolve(MANIFEST))) {
                throw new SnapshotException("The folder " + folder
                        + (Snapshot.manifest(folder).isFinished()
                                ? " holds a snapshot already; name another folder, or remove this one first."
                                : " holds a scan that was cut off; go on with it by --resume, name another folder, or"
                                        + " remove this one first."));
            }
            return new SnapshotWriter(
                    folder,
                    lock,
                    manifest,
                    Earlier.NOTHING,
                    new Numbered(folder.resolve(ASSETS)),
                    new Numbered(folder.resolve(UNITS)),
                    new LineWriter(folder.resolve(LEDGER)));
        });
    }

    /**
     * Goes on with a snapshot that was cut off. Of what it holds those units stay, with their assets, that came to their end while the
     * credentials held.
     *
     * @param now of what is asked for now, which is the same
     * @param stays tells of an account whether anything of it stays
     * @throws SnapshotException where there is none, or where another scan writes into it
     */
    public static SnapshotWriter resume(Path folder, Manifest now, Predicate<String> stays) {
        Snapshot.manifest(folder);
        return open(folder, lock -> {
            Set<Unit.Id> signedOut = new HashSet<>();
            try (CutFile assetFile = CutFile.read(
                            folder.resolve(ASSETS),
                            (asset, entries) -> AssetJson.lacks(asset, entries, Status.SIGNED_OUT::equals)
                                    && signedOut.add(AssetJson.unit(asset, entries)));
                    CutFile unitFile = CutFile.read(folder.resolve(UNITS), LineJson::readUnit);
                    CutFile ledgerFile = CutFile.read(folder.resolve(LEDGER), (row, entries) -> row)) {
                Set<Unit.Id> finished = new HashSet<>();
                LineWriter units = unitFile.keep((line, entries) -> {
                    Unit unit = LineJson.readUnit(line, entries);
                    return !unit.isWhole()
                            && !unit.isSignedOut()
                            && !signedOut.contains(unit.id())
                            && stays.test(unit.scope().account())
                            && finished.add(unit.id());
                });
                Set<String> uids = new HashSet<>();
                LineWriter assets = assetFile.keep((asset, entries) ->
                        finished.contains(AssetJson.unit(asset, entries)) && uids.add(asset.text("uid")));
                LineWriter ledger = ledgerFile.keep((line, entries) -> {
                    LedgerRow row = LineJson.readLedgerRow(line);
                    return row.outcome() != Status.SIGNED_OUT && stays.test(row.account());
                });
                // Read under the lock: whoever held it before may have come to the end.
                Manifest manifest = Snapshot.manifest(folder).resumed(now);
                return new SnapshotWriter(
                        folder,
                        lock,
                        manifest,
                        new Earlier(finished, uids),
                        new Numbered(assets, assetFile::count),
                        new Numbered(units, unitFile::count),
                        ledger);
            }
        });
    }

    private interface Opening {
        SnapshotWriter open(FolderLock lock) throws IOException;
    }

    private static SnapshotWriter open(Path folder, Opening opening) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder)
                    .orElseThrow(() -> new SnapshotException(
                            "Another scan is writing into " + folder + "; wait for its end, or name another folder."));
            try {
                return opening.open(lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new SnapshotException(folder + " is a file; name a folder.", e);
        } catch (IOException e) {
            throw new SnapshotException(
                    "The folder " + folder + " cannot be written (" + SnapshotException.why(e)
                            + "); name one that can.",
                    e);
        }
    }

    /** What was read before the collection was cut off. */
    public Earlier earlier() {
        return earlier;
    }

    /** The manifest is there as a whole or not at all. */
    private void save(Manifest content) throws IOException {
        Path next = folder.resolve(MANIFEST + ".next");
        Files.write(next, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        Files.move(next, folder.resolve(MANIFEST), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void asset(Asset asset) {
        byte[] line = JsonLine.of(out -> AssetJson.write(out, asset, false, assetIds));
        write(() -> assets.append(line));
    }

    @Override
    public void unit(Unit unit) {
        byte[] line = JsonLine.of(out -> LineJson.write(out, unit, unitIds));
        write(() -> {
            assets.flush();
            units.append(line);
            units.flush();
        });
    }

    @Override
    public void ledger(List<LedgerRow> rows) {
        List<byte[]> lines = rows.stream()
                .map(row -> JsonLine.of(out -> LineJson.write(out, row)))
                .toList();
        write(() -> {
            for (byte[] line : lines) {
                ledger.append(line);
            }
            ledger.flush();
        });
    }

    /** Marks the collection as finished, and says what was written, so that what is lost or changed later shows. */
    public void finish(String finishedAt) {
        write(() -> {
            assets.flush();
            SortedMap<String, Seal> seals = new TreeMap<>();
            seals.put(ASSETS, assets.seal());
            seals.put(UNITS, units.seal());
            seals.put(LEDGER, ledger.seal());
            save(manifest.finished(finishedAt, seals));
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private synchronized void write(Writing writing) {
        if (broken.isPresent()) {
            throw broken.get();
        }
        try {
            writing.run();
        } catch (IOException e) {
            SnapshotException failed = new SnapshotException(
                    "The snapshot in " + folder + " cannot be written any further (" + SnapshotException.why(e)
                            + "); make room, and go on with --resume.",
                    e);
            broken = Optional.of(failed);
            throw failed;
        }
    }

    @Override
    public synchronized void close() {
        try (lock;
                assets;
                units;
                ledger) {
            broken = Optional.of(new SnapshotException("The snapshot in " + folder + " is closed."));
        } catch (IOException e) {
            throw new SnapshotException(
                    "The snapshot in " + folder + " cannot be written to its end (" + SnapshotException.why(e) + ").",
                    e);
        }
    }
}
