package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Ledger;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** A saved collection. Only the places of its assets are kept in memory; the assets are read when they are asked for, by uid. */
public final class Snapshot implements AutoCloseable {
    private final Path folder;
    private final Types types;
    private final Manifest manifest;
    private final List<Unit> units;
    private final List<LedgerRow> ledger;
    private final FileChannel assets;
    private final Shapes shapes = new Shapes();
    private final Map<String, Place> byUid = new TreeMap<>();
    private final Map<String, List<Place>> byNativeId = new HashMap<>();

    private record Place(String uid, String account, String region, int line, long offset, int length) {}

    private Snapshot(Path folder, Types types, Manifest manifest) throws IOException {
        this.folder = folder;
        this.types = types;
        this.manifest = manifest;
        List<Unit> readUnits = new ArrayList<>();
        lines(SnapshotWriter.UNITS, (doc, place) -> readUnits.add(LineJson.readUnit(doc)));
        this.units = readUnits.stream().sorted(Unit.ORDER).toList();
        List<LedgerRow> rows = new ArrayList<>();
        lines(SnapshotWriter.LEDGER, (doc, place) -> rows.add(LineJson.readLedgerRow(doc)));
        this.ledger = Ledger.sum(rows);
        lines(SnapshotWriter.ASSETS, this::index);
        this.assets = FileChannel.open(folder.resolve(SnapshotWriter.ASSETS));
    }

    /**
     * Opens a snapshot.
     *
     * @throws SnapshotException where there is none, or where it cannot be read
     */
    public static Snapshot open(Path folder, Types types) {
        Manifest manifest = manifest(folder);
        try {
            return new Snapshot(folder, types, manifest);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * What a snapshot is of, without opening it.
     *
     * @throws SnapshotException where there is none, or where it cannot be read
     */
    public static Manifest manifest(Path folder) {
        Path file = folder.resolve(SnapshotWriter.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new SnapshotException("There is no snapshot in " + folder + ": " + SnapshotWriter.MANIFEST
                    + " is missing; name the folder that a scan wrote with --snapshot.");
        }
        try {
            Manifest manifest = new ObjectMapper().readValue(file.toFile(), Manifest.class);
            if (manifest.schemaVersion() != Manifest.SCHEMA_VERSION) {
                throw new SnapshotException(
                        "The snapshot in " + folder + " has format version " + manifest.schemaVersion()
                                + ", and this version of the tool reads " + Manifest.SCHEMA_VERSION + "; scan again.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new SnapshotException(
                    file + ", line " + e.getLocation().getLineNr() + ": not a snapshot's manifest ("
                            + e.getOriginalMessage() + "); scan again.",
                    e);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static SnapshotException unreadable(Path folder, IOException e) {
        return new SnapshotException("The snapshot in " + folder + " cannot be read (" + e.getMessage() + ").", e);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Every unit, in report order. */
    public List<Unit> units() {
        return units;
    }

    /** The ledger, summed, in report order. */
    public List<LedgerRow> ledger() {
        return ledger;
    }

    /** Whether the collection came to its end, and no call was denied, throttled out or failed. */
    public boolean isComplete() {
        return !manifest.finishedAt().isEmpty()
                && units.stream().noneMatch(Unit::isGap)
                && ledger.stream().noneMatch(row -> row.outcome().isGap());
    }

    public int size() {
        return byUid.size();
    }

    /** Hands on every asset in the order of uids. */
    public void forEach(Consumer<Asset> each) {
        byUid.values().forEach(place -> each.accept(read(place)));
    }

    /** The uids of every asset, in order. */
    public Collection<String> uids() {
        return Collections.unmodifiableSet(byUid.keySet());
    }

    /** The asset with a uid of {@link #uids()}. */
    public Asset asset(String uid) {
        Place place = byUid.get(uid);
        if (place == null) {
            throw new IllegalArgumentException("no asset " + uid);
        }
        return read(place);
    }

    /**
     * The assets that a relation leads to. One that is not in this snapshot is an {@link Unknown} in its place; absent and unknown
     * ids are handed on as they are.
     */
    public Object related(Asset from, Relation relation) {
        return related(from, relation, this::asset);
    }

    /** The same, with the assets read in a way of the caller's own from their uids. */
    public Object related(Asset from, Relation relation, Function<String, ?> read) {
        Object ids = relation.nativeIds().apply(from.attributes());
        if (!(ids instanceof DocList list)) {
            return ids;
        }
        List<Object> found = new ArrayList<>();
        for (Object id : list) {
            if (id instanceof String text) {
                found.add(find(from, relation, text)
                        .map(Place::uid)
                        .<Object>map(read)
                        .orElseGet(() -> missing(from, relation, text)));
            } else if (id instanceof Unknown) {
                found.add(id);
            }
        }
        return DocList.copyOf(found);
    }

    private Optional<Place> find(Asset from, Relation relation, String nativeId) {
        List<Place> places = byNativeId.getOrDefault(relation.target() + "|" + nativeId, List.of());
        Optional<Place> near = places.stream()
                .filter(place -> place.account().equals(from.scope().account()))
                .min((a, b) -> Boolean.compare(
                        b.region().equals(from.scope().region()),
                        a.region().equals(from.scope().region())));
        return near.isEmpty() && relation.anywhere() ? places.stream().findFirst() : near;
    }

    private Unknown missing(Asset from, Relation relation, String nativeId) {
        Optional<Cause> gap = units.stream()
                .filter(unit -> unit.isGap() && unit.type().equals(relation.target()))
                .filter(unit -> unit.scope().account().equals(from.scope().account()))
                .map(Unit::listing)
                .findFirst();
        String call = types.named(relation.target())
                .map(type -> type.listing().operations().get(0).call())
                .orElse("");
        Cause notHere = Cause.notCollected(call, "");
        return Unknown.because(gap.orElse(new Cause(
                notHere.call(), notHere.outcome(), "", relation.target() + " " + nativeId + " is not in this scan")));
    }

    private Asset read(Place place) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(place.length());
            while (bytes.hasRemaining() && assets.read(bytes, place.offset() + bytes.position()) > 0) {}
            Doc json = (Doc) DocJson.parse(new String(bytes.array(), StandardCharsets.UTF_8), shapes);
            return AssetJson.read(json, types);
        } catch (IOException | IllegalArgumentException e) {
            throw broken(SnapshotWriter.ASSETS, place.line(), e);
        }
    }

    private void index(Doc json, Place at) {
        Doc scope = json.doc("scope");
        Place place = new Place(
                json.text("uid"), scope.text("account"), scope.text("region"), at.line(), at.offset(), at.length());
        byUid.put(place.uid(), place);
        byNativeId
                .computeIfAbsent(json.text("type") + "|" + json.text("nativeId"), key -> new ArrayList<>(1))
                .add(place);
    }

    private interface Line {
        void read(Doc json, Place place);
    }

    /** Reads a file line by line. A last line without an end was cut off while it was written: it never happened. */
    private void lines(String file, Line each) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            throw new SnapshotException("The snapshot in " + folder + " lacks " + file + "; scan again.");
        }
        try (LineReader reader = new LineReader(path)) {
            for (Optional<LineReader.Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                LineReader.Line it = line.get();
                try {
                    if (!(DocJson.parse(it.text()) instanceof Doc doc)) {
                        throw new IOException("not a JSON object");
                    }
                    each.read(doc, new Place("", "", "", it.number(), it.offset(), it.length()));
                } catch (IOException | IllegalArgumentException e) {
                    throw broken(file, it.number(), e);
                }
            }
        }
    }

    private SnapshotException broken(String file, int line, Exception e) {
        String why = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return new SnapshotException(
                folder.resolve(file) + ", line " + line + ": cannot be read (" + why + "); the snapshot was damaged or"
                        + " written by another version, so scan again.",
                e);
    }

    @Override
    public void close() {
        try {
            assets.close();
        } catch (IOException e) {
            throw new SnapshotException("The snapshot in " + folder + " cannot be closed.", e);
        }
    }
}
