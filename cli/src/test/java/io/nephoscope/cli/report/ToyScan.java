package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A scan of a cloud of toys, put together line by line; its snapshot goes through a real folder. */
public final class ToyScan {
    static final Operation LIST = Operation.of("toy", "ListBuckets", "toy:ListBuckets");
    static final Cause LISTED = new Cause("toy:ListBuckets", Status.VALUE, "toy:ListBuckets", Text.EMPTY);
    public static final Cause POLICY_DENIED =
            new Cause("toy:GetPolicy", Status.DENIED, "toy:GetPolicy", Text.quoted("AccessDenied: not authorised"));
    public static final AssetType BUCKET = bucket("toy.bucket");

    private final Path folder;
    private final List<ManifestBranch> branches = new ArrayList<>();
    private final List<ManifestTarget> targets = new ArrayList<>();
    private final List<RuleInfo> rules = new ArrayList<>();
    private final List<AssetType> otherTypes = new ArrayList<>();
    private final List<Asset> assets = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<LedgerRow> ledger = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private String organisation = "Lakeside Group";
    private String finishedAt = "2026-01-01T00:04:10Z";

    public ToyScan(Path folder) {
        this.folder = folder;
    }

    public static AssetType bucket(String name) {
        return AssetType.named(name, "Toy bucket", Kinds.BUCKET)
                .list(new Listing(
                        Schema.struct(name + ".listed", "Name", Schema.Scalar.STRING, "Public", Schema.Scalar.BOOL),
                        List.of(LIST),
                        (site, each) -> Outcome.value(0)))
                .nativeId("Name")
                .facet("public", "Public")
                .facet("versioned", "Versioned")
                .neverTagged()
                .build();
    }

    /** A type that is there once for each account. */
    static AssetType account(String name) {
        return AssetType.named(name, "Toy account", Kinds.USER)
                .oncePerAccount()
                .list(new Listing(
                        Schema.struct(name + ".listed", "Name", Schema.Scalar.STRING),
                        List.of(LIST),
                        (site, each) -> Outcome.value(0)))
                .nativeId("Name")
                .build();
    }

    public ToyScan organisation(String name) {
        organisation = name;
        return this;
    }

    public ToyScan branch(String path, String kind, int mlpsLevel, String owner) {
        branches.add(new ManifestBranch(path, kind, mlpsLevel, owner));
        return this;
    }

    public ToyScan cutOff() {
        finishedAt = "";
        return this;
    }

    public ToyScan target(String provider, String branch, String label, List<String> regions, String recordedAt) {
        targets.add(new ManifestTarget(provider, branch, label, List.of(), regions, recordedAt));
        return this;
    }

    /** A target that leads to some accounts. */
    public ToyScan target(String branch, String label, String... accounts) {
        targets.add(new ManifestTarget("toy", branch, label, List.of(accounts), List.of(), ""));
        return this;
    }

    public ToyScan rule(RuleInfo rule) {
        rules.add(rule);
        return this;
    }

    /** A rule with a title and nothing else. */
    public ToyScan rule(String id, Severity severity, String en, String zh) {
        return rule(new RuleInfo(
                id,
                "hash-of-" + id,
                "storage.bucket",
                severity,
                new Text(en, zh),
                Text.EMPTY,
                Text.EMPTY,
                "true",
                Map.of(),
                List.of()));
    }

    public ToyScan asset(AssetType type, Scope scope, Doc attributes, Map<String, String> tags) {
        Doc.Builder doc = Doc.builder();
        new TreeMap<>(tags).forEach(doc::put);
        return asset(type, scope, attributes, type.nameOf(attributes), doc.build());
    }

    /** An asset whose name or tags may be unknown. */
    public ToyScan asset(AssetType type, Scope scope, Doc attributes, Object named, Object tags) {
        String id = type.identity().nativeId().apply(attributes);
        assets.add(new Asset(
                Asset.uid(type, scope, id),
                type,
                id,
                named,
                scope,
                tags,
                attributes,
                new Asset.Provenance("2026-01-01T00:00:01Z", scope.region(), List.of("toy:ListBuckets"))));
        return this;
    }

    /** A type that is installed, whether there are assets of it or not. */
    public ToyScan type(AssetType type) {
        otherTypes.add(type);
        return this;
    }

    public ToyScan unit(String provider, Scope scope, String type, Cause listing, int count) {
        units.add(new Unit(provider, scope, type, listing, count, 0));
        return this;
    }

    public ToyScan call(String account, String region, Cause cause, long count) {
        String[] call = cause.call().split(":", 2);
        ledger.add(new LedgerRow(
                "toy",
                account,
                region,
                call[0],
                call[1],
                cause.permission(),
                cause.outcome(),
                count,
                0,
                cause.message()));
        return this;
    }

    public ToyScan finding(
            String rule,
            Finding.Subject asset,
            Verdict verdict,
            List<Finding.Evidence> evidence,
            List<Cause> missing,
            Text message) {
        Severity severity = rules.stream()
                .filter(it -> it.id().equals(rule))
                .findFirst()
                .orElseThrow()
                .severity();
        String print = Integer.toHexString((rule + asset.uid()).hashCode());
        findings.add(new Finding(print, rule, "hash-of-" + rule, asset, verdict, severity, evidence, missing, message));
        return this;
    }

    public static Finding.Subject subject(String type, Scope scope, String id) {
        return new Finding.Subject(
                "toy:" + scope.account() + ":" + scope.region() + ":" + type + ":" + id, id, type, id, scope);
    }

    public ReportData data() {
        Manifest manifest = Manifest.begun(
                "1.0.0",
                "scan-1",
                organisation,
                "2026-01-01T00:00:00Z",
                List.copyOf(branches),
                List.copyOf(targets),
                new TreeMap<>(Map.of("toy.bucket", List.of())));
        try (SnapshotWriter writer = SnapshotWriter.begin(folder, manifest)) {
            assets.forEach(writer::asset);
            units.forEach(writer::unit);
            writer.ledger(ledger);
            if (!finishedAt.isEmpty()) {
                writer.finish(finishedAt);
            }
        }
        List<AssetType> types = Stream.concat(assets.stream().map(Asset::type), otherTypes.stream())
                .distinct()
                .sorted(Comparator.comparing(AssetType::name))
                .toList();
        Snapshot snapshot = Snapshot.open(folder, Types.of(types));
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.asset().uid())
                        .thenComparing(Finding::rule))
                .toList();
        Findings walk = sorted::forEach;
        return ReportData.of(snapshot.manifest(), snapshot, rules, walk, "1.0.1");
    }
}
