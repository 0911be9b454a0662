package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.collect.Sink;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Appends what is collected to a new snapshot folder. Every unit is flushed when it is finished, so that a crash costs little. */
public final class SnapshotWriter implements Sink, AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String ASSETS = "assets.ndjson";
    static final String UNITS = "units.ndjson";
    static final String LEDGER = "ledger.ndjson";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final Manifest manifest;
    private final JsonGenerator assets;
    private final JsonGenerator units;
    private final JsonGenerator ledger;

    /**
     * Starts a snapshot.
     *
     * @throws SnapshotException where the folder holds a snapshot already, or cannot be written
     */
    public SnapshotWriter(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        if (Files.exists(folder.resolve(MANIFEST))) {
            throw new SnapshotException("The folder " + folder
                    + " holds a snapshot already; name another folder, or remove this one first.");
        }
        try {
            Files.createDirectories(folder);
            writeManifest(manifest);
            assets = lines(ASSETS);
            units = lines(UNITS);
            ledger = lines(LEDGER);
        } catch (IOException e) {
            throw new SnapshotException(
                    "The folder " + folder + " cannot be written (" + e.getMessage() + "); name one that can.", e);
        }
    }

    private void writeManifest(Manifest content) throws IOException {
        byte[] json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        Files.write(folder.resolve(MANIFEST), json);
    }

    private JsonGenerator lines(String file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)), 1 << 16);
        return DocJson.FACTORY.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    @Override
    public synchronized void asset(Asset asset) {
        write(() -> {
            AssetJson.write(assets, asset, false);
            assets.writeRaw('\n');
        });
    }

    @Override
    public synchronized void unit(Unit unit) {
        write(() -> {
            assets.flush();
            LineJson.write(units, unit);
            units.writeRaw('\n');
            units.flush();
        });
    }

    @Override
    public synchronized void ledger(List<LedgerRow> rows) {
        write(() -> {
            for (LedgerRow row : rows) {
                LineJson.write(ledger, row);
                ledger.writeRaw('\n');
            }
            ledger.flush();
        });
    }

    /** Marks the collection as finished. */
    public synchronized void finish(String finishedAt) {
        write(() -> {
            assets.flush();
            writeManifest(manifest.finished(finishedAt));
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new SnapshotException(
                    "The snapshot in " + folder + " cannot be written any further (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public synchronized void close() {
        write(() -> {
            assets.close();
            units.close();
            ledger.close();
        });
    }
}
