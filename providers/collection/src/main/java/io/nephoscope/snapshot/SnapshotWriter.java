package io.nephoscope.snapshot;

import io.nephoscope.collect.Earlier;
import io.nephoscope.collect.Sink;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.inventory.output.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
    private static final List<String> OWN = List.of(ASSETS, UNITS, LEDGER, Sources.FOLDER);

    private final Path folder;
    private final FileMode mode;
    private final FolderLock lock;
    private final Manifest manifest;
    private final Earlier earlier;
    private final LineWriter assets;
    private final LineWriter units;
    private final LineWriter ledger;
    private final Ids assetIds;
    private final Ids unitIds;
    /** Of the files that describe sources. */
    private final SortedMap<String, Seal> described = new TreeMap<>();
    /** What went wrong first. Nothing is written after it: a line that was cut off must stay the last. */
    private Optional<SnapshotException> broken = Optional.empty();

    private SnapshotWriter(
            Path folder,
            FileMode mode,
            FolderLock lock,
            Manifest manifest,
            Earlier earlier,
            Numbered assets,
            Numbered units,
            LineWriter ledger) {
        this.folder = folder;
        this.mode = mode;
        this.lock = lock;
        this.manifest = manifest;
        this.earlier = earlier;
        this.assets = assets.lines();
        this.units = units.lines();
        this.ledger = ledger;
        this.assetIds = new Ids(entriesInto(this.assets), assets.entries());
        this.unitIds = new Ids(entriesInto(this.units), units.entries());
    }

    /** Starts a snapshot for the eyes of its owner. */
    public static SnapshotWriter begin(Path folder, Manifest manifest) {
        return begin(folder, FileMode.PRIVATE, manifest);
    }

    /**
     * A file whose lines refer to entries.
     *
     * @param entries how many of a table it has
     */
    private record Numbered(LineWriter lines, ToIntFunction<Table<?>> entries) {
        /** A file that begins. */
        Numbered(Path path, FileMode mode) throws IOException {
            this(LineWriter.begin(path, mode), table -> 0);
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
     * @param mode of its files, and of its folder where that is not there yet
     * @throws SnapshotException where the folder holds a snapshot already or a file of such a name, or cannot be written
     */
    public static SnapshotWriter begin(Path folder, FileMode mode, Manifest manifest) {
        return open(folder, mode, lock -> {
            if (Files.exists(folder.resolve(MANIFEST))) {
                throw new SnapshotException(
                        Snapshot.manifest(folder).isFinished()
                                ? Text.of(
                                        "The folder {0} holds a snapshot already; name another folder, or remove this one first.",
                                        "文件夹 {0} 中已有快照；请换一个文件夹，或先删除它。", folder)
                                : Text.of(
                                        "The folder {0} holds a scan that was cut off; go on with it by --resume, name another"
                                                + " folder, or remove this one first.",
                                        "文件夹 {0} 中有一次中断的扫描；请用 --resume 继续，或换一个文件夹，或先删除它。", folder));
            }
            for (String file : OWN) {
                if (Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
                    throw new SnapshotException(Text.of(
                            "The folder {0} holds {1}, which belongs to no snapshot; name another folder.",
                            "文件夹 {0} 中有不属于任何快照的 {1}；请换一个文件夹。", folder, file));
                }
            }
            save(folder, mode, manifest);
            return new SnapshotWriter(
                    folder,
                    mode,
                    lock,
                    manifest,
                    Earlier.NOTHING,
                    new Numbered(folder.resolve(ASSETS), mode),
                    new Numbered(folder.resolve(UNITS), mode),
                    LineWriter.begin(folder.resolve(LEDGER), mode));
        });
    }

    /**
     * Goes on with a snapshot that was cut off. Of what it holds those units stay, with their assets, that came to their end while the
     * credentials held.
     *
     * @param mode of its files from now on
     * @param now of what is asked for now, which is the same
     * @param stays tells of an account whether anything of it stays
     * @throws SnapshotException where there is none, or where another scan writes into it
     */
    public static SnapshotWriter resume(Path folder, FileMode mode, Manifest now, Predicate<String> stays) {
        Snapshot.manifest(folder);
        return open(folder, mode, lock -> {
            // Read under the lock: whoever held it before may have come to the end. Saved before anything is changed:
            // what is
            // sealed holds no longer then.
            Manifest manifest = Snapshot.manifest(folder).resumed(now);
            save(folder, mode, manifest);
            Set<Unit.Id> signedOut = new HashSet<>();
            try (CutFile assetFile = CutFile.read(
                            folder.resolve(ASSETS),
                            mode,
                            (asset, entries) -> AssetJson.lacks(asset, entries, Status.SIGNED_OUT::equals)
                                    && signedOut.add(AssetJson.unit(asset, entries)));
                    CutFile unitFile = CutFile.read(folder.resolve(UNITS), mode, LineJson::readUnit);
                    CutFile ledgerFile = CutFile.read(folder.resolve(LEDGER), mode, (row, entries) -> row)) {
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
                return new SnapshotWriter(
                        folder,
                        mode,
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

    private static SnapshotWriter open(Path folder, FileMode mode, Opening opening) {
        try {
            mode.makeFolder(folder);
            FolderLock lock = FolderLock.take(folder)
                    .orElseThrow(() -> new SnapshotException(Text.of(
                            "Another scan is writing into {0}; wait for its end, or name another folder.",
                            "另一次扫描正在写入 {0}；请等待其结束，或换一个文件夹。", folder)));
            try {
                return opening.open(lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new SnapshotException(Text.of("{0} is a file; name a folder.", "{0} 是文件；请指定文件夹。", folder), e);
        } catch (IOException e) {
            throw new SnapshotException(
                    Text.of(
                            "The folder {0} cannot be written ({1}); name one that can.",
                            "文件夹 {0} 无法写入（{1}）；请换一个可写的文件夹。", folder, WholeFile.why(e)),
                    e);
        }
    }

    /** What was read before the collection was cut off. */
    public Earlier earlier() {
        return earlier;
    }

    /** Keeps the files that describe a provider; none of one that is made of Java. */
    public void describe(Provider provider) {
        write(() -> described.putAll(Sources.write(folder, mode, provider)));
    }

    private static void save(Path folder, FileMode mode, Manifest content) throws IOException {
        byte[] json = SealedJson.write(content);
        WholeFile.write(folder.resolve(MANIFEST), mode, out -> out.write(json));
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
            assets.sync();
            units.sync();
            ledger.sync();
            SortedMap<String, Seal> seals = new TreeMap<>(described);
            seals.put(ASSETS, assets.seal());
            seals.put(UNITS, units.seal());
            seals.put(LEDGER, ledger.seal());
            save(folder, mode, manifest.finished(finishedAt, seals));
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
                    Text.of(
                            "The snapshot in {0} cannot be written any further ({1}); make room, and go on with --resume.",
                            "{0} 中的快照无法继续写入（{1}）；请腾出空间，再用 --resume 继续。", folder, WholeFile.why(e)),
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
            broken = Optional.of(
                    new SnapshotException(Text.of("The snapshot in {0} is closed.", "{0} 中的快照已关闭。", folder)));
        } catch (IOException e) {
            throw new SnapshotException(
                    Text.of(
                            "The snapshot in {0} cannot be written to its end ({1}).",
                            "{0} 中的快照无法写完（{1}）。", folder, WholeFile.why(e)),
                    e);
        }
    }
}
