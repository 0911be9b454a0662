package io.nephoscope.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Short ways to write snapshots, to damage them, and to read them. */
record Written(Path folder, Types types) {
    static final Manifest MANIFEST = Manifest.begun(
            "1.0",
            "scan-1",
            "Lakeside Group",
            "2026-01-01T00:00:00Z",
            List.of(new Manifest.ManifestBranch("Group", "group", 2, "security office")),
            List.of(new Manifest.ManifestTarget("toy", "Group", "label", List.of("1"), List.of("north"), "")),
            new TreeMap<>(Map.of("toy.item", List.of())));

    static Asset asset(AssetType type, String account, String region, String id, Doc attributes) {
        Scope scope = new Scope("Group", account, region);
        return new Asset(
                Asset.uid(type, scope, id),
                type,
                id,
                "name of " + id,
                scope,
                Doc.of("owner", "安"),
                attributes,
                new Asset.Provenance("2026-01-01T00:00:00Z", region, List.of("toy:ListItems")));
    }

    static Unit unit(String account, String region, String type, Status outcome, int assets) {
        Cause cause = new Cause("toy:ListItems", outcome, "toy:List", Text.quoted(outcome.isGap() ? "no" : ""));
        return new Unit("toy", new Scope("Group", account, region), type, cause, assets, 0);
    }

    static LedgerRow row(Status outcome) {
        return new LedgerRow("toy", "1", "north", "toy", "ListItems", "toy:List", outcome, 1, 0, Text.EMPTY);
    }

    Written write(Asset... assets) {
        return write(List.of(), List.of(), assets);
    }

    Written write(List<Unit> units, List<LedgerRow> ledger, Asset... assets) {
        return write(MANIFEST, units, ledger, assets);
    }

    Written write(Manifest manifest, List<Unit> units, List<LedgerRow> ledger, Asset... assets) {
        try (SnapshotWriter writer = SnapshotWriter.begin(folder, manifest)) {
            for (Asset asset : assets) {
                writer.asset(asset);
            }
            units.forEach(writer::unit);
            writer.ledger(ledger);
            writer.finish("2026-01-01T00:01:00Z");
        }
        return this;
    }

    /** Writes the beginning of a scan that was cut off. */
    Written cutOff(List<Unit> units, List<LedgerRow> ledger, Asset... assets) {
        try (SnapshotWriter writer = SnapshotWriter.begin(folder, MANIFEST)) {
            for (Asset asset : assets) {
                writer.asset(asset);
            }
            units.forEach(writer::unit);
            writer.ledger(ledger);
        }
        return this;
    }

    /** Changes a file in place. */
    Written damage(String file, UnaryOperator<String> change) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, change.apply(Files.readString(path)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the manifest, and seals it again: what whoever wrote it might have meant. */
    Written restate(UnaryOperator<String> change) {
        return damage("manifest.json", change).damage("manifest.json", text -> {
            try {
                return new String(SealedJson.write(new ObjectMapper().readTree(text)), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Snapshot open() {
        return Snapshot.open(folder, types);
    }

    List<Asset> assets() {
        List<Asset> assets = new ArrayList<>();
        try (Snapshot snapshot = open()) {
            snapshot.forEach(assets::add);
        }
        return assets;
    }

    Asset only() {
        List<Asset> assets = assets();
        if (assets.size() != 1) {
            throw new AssertionError("not one asset: " + assets);
        }
        return assets.get(0);
    }
}
