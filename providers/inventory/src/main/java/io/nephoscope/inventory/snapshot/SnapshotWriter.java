package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.collect.Sink;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Appends what is collected to a new snapshot folder. Every unit is flushed when it is finished, so that a crash costs little. */
public final class SnapshotWriter implements Sink, AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String ASSETS = "assets.ndjson";
    static final String UNITS = "units.ndjson";
    static final String LEDGER = "ledger.ndjson";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final Manifest manifest;
    private final LineWriter assets;
    private final LineWriter units;
    private final LineWriter ledger;
    /** What went wrong first. Nothing is written after it: a line that was cut off must stay the last. */
    private Optional<SnapshotException> broken = Optional.empty();

    /**
     * Starts a snapshot.
     *
     * @throws SnapshotException where the folder holds a snapshot already, or cannot be written
     */
    public SnapshotWriter(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(MANIFEST), json(manifest), StandardOpenOption.CREATE_NEW);
            assets = new LineWriter(folder.resolve(ASSETS));
            units = new LineWriter(folder.resolve(UNITS));
            ledger = new LineWriter(folder.resolve(LEDGER));
        } catch (FileAlreadyExistsException e) {
            throw Files.isDirectory(folder)
                    ? new SnapshotException(
                            "The folder " + folder
                                    + " holds a snapshot already; name another folder, or remove this one first.",
                            e)
                    : new SnapshotException(folder + " is a file; name a folder.", e);
        } catch (IOException e) {
            throw new SnapshotException(
                    "The folder " + folder + " cannot be written (" + SnapshotException.why(e)
                            + "); name one that can.",
                    e);
        }
    }

    private static byte[] json(Manifest content) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    }

    @Override
    public void asset(Asset asset) {
        byte[] line = LineWriter.line(out -> AssetJson.write(out, asset, false));
        write(() -> assets.append(line));
    }

    @Override
    public void unit(Unit unit) {
        byte[] line = LineWriter.line(out -> LineJson.write(out, unit));
        write(() -> {
            assets.flush();
            units.append(line);
            units.flush();
        });
    }

    @Override
    public void ledger(List<LedgerRow> rows) {
        List<byte[]> lines = rows.stream()
                .map(row -> LineWriter.line(out -> LineJson.write(out, row)))
                .toList();
        write(() -> {
            for (byte[] line : lines) {
                ledger.append(line);
            }
            ledger.flush();
        });
    }

    /** Marks the collection as finished, and says how much was written, so that what is lost later shows. */
    public void finish(String finishedAt) {
        write(() -> {
            assets.flush();
            Manifest finished =
                    manifest.finished(finishedAt, new Manifest.Lines(assets.lines(), units.lines(), ledger.lines()));
            Path next = folder.resolve(MANIFEST + ".next");
            Files.write(next, json(finished));
            Files.move(next, folder.resolve(MANIFEST), StandardCopyOption.REPLACE_EXISTING);
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
                            + "); make room, and scan again into a new folder.",
                    e);
            broken = Optional.of(failed);
            throw failed;
        }
    }

    @Override
    public synchronized void close() {
        try (assets;
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
