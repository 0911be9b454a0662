package io.nephoscope.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Ledger;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.output.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** A saved collection. Only the places of its assets are kept in memory; the assets are read when they are asked for, by uid. */
public final class Snapshot implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));

    private final Path folder;
    private final Types types;
    /** Of the whole, also where only a part is looked at. */
    private final Manifest whole;

    private final String seal;
    private final String branch;
    private final Manifest manifest;
    private final List<Unit> units;
    private final List<LedgerRow> ledger;
    private final FileChannel assets;
    /** By the assets. */
    private final Entries shared;

    private final Shapes shapes = new Shapes();
    private final Places places;
    private final Relatives relatives;

    private Snapshot(Path folder, Types types, Sealed sealed, String branch) throws IOException {
        this.folder = folder;
        this.types = types;
        this.whole = sealed.manifest();
        this.seal = sealed.seal();
        this.branch = branch;
        this.manifest = branch.isEmpty() ? whole : whole.within(branch);
        this.places = new Places(types);
        List<Unit> readUnits = new ArrayList<>();
        try (FileChannel file = FileChannel.open(existing(SnapshotWriter.UNITS))) {
            Entries entries = new Entries(file, shapes);
            lines(SnapshotWriter.UNITS, (doc, line) -> {
                if (!entries.isEntry(doc, line)) {
                    Unit unit = LineJson.readUnit(doc, entries);
                    if (isWithin(unit.scope().branch())) {
                        readUnits.add(unit);
                    }
                }
            });
        }
        CutOff.unread(manifest, types, readUnits).forEach(readUnits::add);
        this.units = readUnits.stream().sorted(Unit.ORDER).toList();
        List<LedgerRow> rows = new ArrayList<>();
        Set<String> accounts = accounts(readUnits);
        lines(SnapshotWriter.LEDGER, (doc, line) -> {
            LedgerRow row = LineJson.readLedgerRow(doc);
            if (branch.isEmpty() || accounts.contains(row.provider() + "|" + row.account())) {
                rows.add(row);
            }
        });
        this.ledger = Ledger.sum(rows);
        this.relatives = new Relatives(types, places, new Listings(units, branch, manifest.part()), this::asset);
        this.assets = FileChannel.open(existing(SnapshotWriter.ASSETS));
        this.shared = new Entries(assets, shapes);
        try {
            lines(SnapshotWriter.ASSETS, (doc, line) -> {
                if (!shared.isEntry(doc, line)
                        && isWithin(AssetJson.scope(doc, shared).branch())) {
                    places.add(doc, line, shared);
                }
            });
        } catch (IOException | RuntimeException e) {
            assets.close();
            throw e;
        }
    }

    /**
     * Opens a snapshot.
     *
     * @throws SnapshotException where there is none, or where it cannot be read
     */
    public static Snapshot open(Path folder, Types types) {
        return open(folder, types, "");
    }

    /**
     * Opens the part of a snapshot that belongs to a branch and to those below it. Of all others it holds nothing.
     *
     * @param branch empty for the whole
     * @throws SnapshotException where there is none, or where it cannot be read
     */
    public static Snapshot open(Path folder, Types types, String branch) {
        Sealed sealed = sealed(folder);
        try {
            return new Snapshot(folder, types, sealed, branch);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private boolean isWithin(String other) {
        return BranchPath.isWithin(other, branch);
    }

    /** The accounts that are looked at, by which calls tell whose they are; before an account is reached they name its label. */
    private Set<String> accounts(List<Unit> read) {
        Set<String> accounts = new HashSet<>();
        for (Manifest.ManifestTarget target : manifest.targets()) {
            accounts.add(target.provider() + "|" + target.label());
            target.accounts().forEach(account -> accounts.add(target.provider() + "|" + account));
        }
        read.forEach(unit -> accounts.add(unit.provider() + "|" + unit.scope().account()));
        return accounts;
    }

    /**
     * The branches that a snapshot holds, without opening it: those of its tree, and those in which an account turned out to be.
     *
     * @throws SnapshotException where there is none, or where it cannot be read
     */
    public static SortedSet<String> branches(Path folder) {
        Manifest manifest = manifest(folder);
        SortedSet<String> branches = new TreeSet<>();
        manifest.branches().forEach(branch -> branches.add(branch.path()));
        manifest.targets().forEach(target -> branches.addAll(BranchPath.down(target.branch())));
        return branches;
    }

    /** The branch of which it is the part; empty for the whole. */
    public String branch() {
        return branch;
    }

    /** By branch, how many assets there are of each type. */
    public SortedMap<String, SortedMap<String, Long>> assetsByBranch() {
        return places.counts();
    }

    /**
     * What a snapshot is of, without opening it.
     *
     * @throws SnapshotException where there is none, where it cannot be read, or where its seal is broken
     */
    public static Manifest manifest(Path folder) {
        return sealed(folder).manifest();
    }

    /**
     * The folders of the files that described its sources when it was taken, by the providers' names: without those files its assets are of
     * types that nobody knows.
     *
     * @throws SnapshotException where there is none, where it cannot be read, or where a seal is broken
     */
    public static SortedMap<String, Path> sources(Path folder) {
        try {
            return Sources.of(folder, manifest(folder));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private record Sealed(Manifest manifest, String seal) {}

    private static Sealed sealed(Path folder) {
        Path file = folder.resolve(SnapshotWriter.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new SnapshotException(Text.of(
                    "There is no snapshot in {0}: {1} is missing; name the folder that a scan wrote with --snapshot.",
                    "{0} 中没有快照：缺少 {1}；请指定扫描以 --snapshot 写入的文件夹。", folder, SnapshotWriter.MANIFEST));
        }
        try {
            byte[] json = Files.readAllBytes(file);
            // The version comes first, for another version may have other fields.
            JsonNode tree = MAPPER.readTree(json);
            int version = tree.path("schemaVersion").asInt(Manifest.SCHEMA_VERSION);
            if (version != Manifest.SCHEMA_VERSION) {
                throw new SnapshotException(Text.of(
                        "The snapshot in {0} has format version {1}, and this version of the tool reads {2}; scan again.",
                        "{0} 中快照的格式版本为 {1}，而本版本读取 {2}；请重新扫描。", folder, version, Manifest.SCHEMA_VERSION));
            }
            Manifest read = Optional.ofNullable(MAPPER.readValue(json, Manifest.class))
                    .filter(Manifest::hasTimes)
                    .orElseThrow(() -> new SnapshotException(Text.of(
                            "{0}: not a snapshot's manifest (it does not say when the scan began and ended); scan again.",
                            "{0}：不是快照的清单（未说明扫描的起止时间）；请重新扫描。", file)));
            if (!SealedJson.isSealed(tree)) {
                throw new SnapshotException(Text.of(
                        "{0}: is not what the scan wrote, for its seal does not fit; the snapshot was changed or damaged, so"
                                + " copy it again, or scan again.",
                        "{0}：与扫描写入时不符（封签不符）；快照被改动或损坏，请重新复制或重新扫描。", file));
            }
            return new Sealed(read, tree.path(SealedJson.SEAL).textValue());
        } catch (JacksonException e) {
            throw SnapshotException.noManifest(file, e);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static SnapshotException unreadable(Path folder, IOException e) {
        return new SnapshotException(
                Text.of("The snapshot in {0} cannot be read ({1}).", "{0} 中的快照无法读取（{1}）。", folder, WholeFile.why(e)),
                e);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The seal of the whole snapshot's manifest, and with it of all that a finished collection wrote: another for what is read later. */
    public String seal() {
        return seal;
    }

    /** The types by which it is read: those that are installed, and not only those that it holds. */
    public Types types() {
        return types;
    }

    /** Every unit, in report order: also those that a collection which was cut off did not come to. */
    public List<Unit> units() {
        return units;
    }

    /** The ledger, summed, in report order. */
    public List<LedgerRow> ledger() {
        return ledger;
    }

    /** The regions in which an account has assets; without what belongs to the account as a whole. */
    public SortedSet<String> regions(String provider, String account) {
        return places.regions(provider, account);
    }

    /** How many assets lack a field that was asked for, since a call was not answered or its answer could not be used. */
    public int assetsWithGaps() {
        return places.withGaps();
    }

    /** Whether the collection came to its end, no call was denied, throttled out or failed, and every answer could be used. */
    public boolean isComplete() {
        return manifest.isFinished()
                && assetsWithGaps() == 0
                && units.stream().noneMatch(Unit::isGap)
                && ledger.stream().noneMatch(row -> row.outcome().isGap());
    }

    /** Whether credentials were refused, so that with others more can be read. */
    public boolean isSignedOut() {
        return places.isSignedOut() || units.stream().anyMatch(Unit::isSignedOut);
    }

    public int size() {
        return places.uids().size();
    }

    /** Hands on every asset in the order of uids. */
    public void forEach(Consumer<Asset> each) {
        places.uids().forEach(uid -> each.accept(asset(uid)));
    }

    /** The uids of every asset, in order. */
    public Collection<String> uids() {
        return places.uids();
    }

    /** The asset with a uid of {@link #uids()}. */
    public Asset asset(String uid) {
        return read(places.at(uid));
    }

    /**
     * The assets that a relation leads to. One that is not in this snapshot is an {@link Unknown} in its place, and so is an id that
     * was not read; ids that are absent or unknown as a whole are handed on as they are.
     */
    public Object related(Asset from, Relation relation) {
        return related(from, relation, this::asset);
    }

    /** The same, with the assets read in a way of the caller's own from their uids. */
    public Object related(Asset from, Relation relation, Function<String, ?> read) {
        return relatives.of(from, relation, read);
    }

    private Asset read(Place place) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(place.length());
            while (bytes.hasRemaining() && assets.read(bytes, place.offset() + bytes.position()) > 0) {}
            Doc json = (Doc) DocJson.parse(new String(bytes.array(), StandardCharsets.UTF_8), shapes);
            return AssetJson.read(json, types, shared);
        } catch (IOException | IllegalArgumentException e) {
            throw SnapshotException.damaged(folder.resolve(SnapshotWriter.ASSETS), place.line(), e);
        }
    }

    private Path existing(String file) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            throw new SnapshotException(
                    Text.of("The snapshot in {0} lacks {1}; scan again.", "{0} 中的快照缺少 {1}；请重新扫描。", folder, file));
        }
        return path;
    }

    private interface Line {
        void read(Doc json, LineReader.Line at);
    }

    /**
     * Reads a file line by line. A last line without an end was cut off while it was written: it never happened. Once a collection is
     * finished, none may be missing or other than it was written.
     */
    private void lines(String file, Line each) throws IOException {
        Path path = existing(file);
        try (LineReader reader = new LineReader(path)) {
            for (Optional<LineReader.Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                LineReader.Line it = line.get();
                try {
                    if (!(DocJson.parse(it.text(), shapes) instanceof Doc doc)) {
                        throw new IOException("not a JSON object");
                    }
                    each.read(doc, it);
                } catch (IOException | IllegalArgumentException e) {
                    throw SnapshotException.damaged(path, it.number(), e);
                }
            }
            check(path, reader.seal());
        }
    }

    private void check(Path path, Seal found) {
        if (!whole.isFinished()) {
            return;
        }
        Seal written = whole.files().get(String.valueOf(path.getFileName()));
        if (written == null) {
            throw new SnapshotException(Text.of(
                    "{0}, files: says nothing of {1}; the snapshot was changed or damaged, so copy it again, or scan again.",
                    "{0}，files：没有 {1} 的记录；快照被改动或损坏，请重新复制或重新扫描。",
                    folder.resolve(SnapshotWriter.MANIFEST),
                    path.getFileName()));
        } else if (found.lines() != written.lines()) {
            throw new SnapshotException(Text.of(
                    "{0}: of {1} lines that were written {2} are there; the snapshot was damaged on its way, so copy it"
                            + " again, or scan again.",
                    "{0}：写入时有 {1} 行，现有 {2} 行；快照在传输中损坏，请重新复制或重新扫描。", path, written.lines(), found.lines()));
        } else if (!found.equals(written)) {
            throw new SnapshotException(Text.of(
                    "{0}: is not what the scan wrote, for its SHA-256 is another; the snapshot was changed or damaged, so copy"
                            + " it again, or scan again.",
                    "{0}：与扫描写入时不符（SHA-256 不同）；快照被改动或损坏，请重新复制或重新扫描。", path));
        }
    }

    @Override
    public void close() {
        try {
            assets.close();
        } catch (IOException e) {
            throw new SnapshotException(Text.of("The snapshot in {0} cannot be closed.", "{0} 中的快照无法关闭。", folder), e);
        }
    }
}
