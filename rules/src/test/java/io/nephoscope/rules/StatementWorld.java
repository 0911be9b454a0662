package io.nephoscope.rules;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.rules.statement.Attestation;
import io.nephoscope.rules.statement.AttestationReader;
import io.nephoscope.rules.statement.Waiver;
import io.nephoscope.rules.statement.WaiverReader;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotWriter;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Boxes of the toy cloud, and what people state about them. */
abstract class StatementWorld {
    static final RuleSet RULES = RuleSet.load(RuleSetTest.GOOD, Toy.TYPES);
    private static final String TERM = ", owner: Li Wei, from: 2026-01-01, until: 2026-06-30";

    @TempDir
    Path folder;

    final List<Asset> assets = new ArrayList<>();
    List<Attestation> attestations = List.of();
    List<Waiver> waivers = List.of();

    final void tagged(String name, Object tags) {
        tagged(name, tags, Absent.ABSENT);
    }

    /** A box that is open. */
    final void tagged(String name, Object tags, Object versioning) {
        Doc attributes = Doc.of(
                "Name", name, "KeyIds", DocList.empty(), "Policy", Doc.of("Principal", "*"), "Versioning", versioning);
        assets.add(Toy.asset(Toy.BOX, attributes, name, tags));
    }

    final void box(String name, Object policy) {
        assets.add(Toy.asset(Toy.BOX, Doc.of("Name", name, "KeyIds", DocList.empty(), "Policy", policy), Map.of()));
    }

    final void attest(String... fields) {
        StringBuilder list = new StringBuilder();
        for (String field : fields) {
            list.append("- {")
                    .append(field)
                    .append(", statement: It is so., evidence: T-1")
                    .append(TERM)
                    .append("}\n");
        }
        attestations =
                new AttestationReader(Toy.TYPES).read(YamlNode.parse("some/folder/attest.yaml", list.toString()));
    }

    final void waive(String... fields) {
        waivers = new WaiverReader(Toy.TYPES)
                .read(YamlNode.parse("waivers.yaml", "[" + String.join(", ", fields) + "]"), "");
    }

    final Finding finding(String rule) {
        return findings().stream()
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    final List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (Snapshot snapshot = snapshot()) {
            new Evaluation(snapshot, Toy.TYPES, RULES, statements(), Evaluation.timeOf(snapshot), 2)
                    .forEach(findings::add);
        }
        return findings;
    }

    final List<Warning> warnings() {
        try (Snapshot snapshot = snapshot()) {
            return statements().warnings(snapshot, RULES, Evaluation.timeOf(snapshot));
        }
    }

    final Statements statements() {
        return new Statements(attestations, waivers);
    }

    final Snapshot snapshot() {
        Path into = folder.resolve("snapshot-" + folder.toFile().list().length);
        Manifest manifest =
                Manifest.begun("1", "id", "Lakeside", "2026-01-01T00:00:00Z", List.of(), List.of(), new TreeMap<>());
        try (SnapshotWriter writer = SnapshotWriter.begin(into, manifest)) {
            assets.forEach(writer::asset);
            writer.finish("2026-01-01T00:01:00Z");
        }
        return Snapshot.open(into, Toy.TYPES);
    }
}
