package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nephoscope.cli.report.FollowedReport;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Harbour and its sibling Hills, of which everything is named after a canary: what is told of Harbour must not sing. */
class BranchReportTest {
    private static final String CANARY = "canary";
    private static final String HARBOUR = "Lakeside Group/Harbour";
    private static final String HILLS = "Lakeside Group/Hills-canary";
    private static final String TRAIL_RULE = "aws-cloudtrail-bucket-not-public";
    private static final Types TYPES = Types.ofProviders(Providers.all());
    private static final AssetType BUCKET = TYPES.named("aws.s3.bucket").orElseThrow();
    private static final AssetType TRAIL = TYPES.named("aws.cloudtrail.trail").orElseThrow();
    private static final List<String> FORMATS =
            List.of("json", "html", "csv", "assets-csv", "coverage-csv", "branches-csv", "summary-csv");

    @TempDir
    private Path folder;

    private String snapshot = "";

    @BeforeEach
    void scan() {
        snapshot = write("snapshot");
    }

    /** Harbour's trail writes into a bucket of its sibling, which is public. */
    private String write(String name) {
        Manifest manifest = Manifest.begun(
                "1.0",
                "scan-1",
                "Lakeside Group",
                "2026-01-01T00:00:00Z",
                List.of(
                        new ManifestBranch("Lakeside Group", "group", 2, "security office"),
                        new ManifestBranch(HARBOUR, "branch", 3, "harbour master"),
                        new ManifestBranch(HILLS, "branch", 4, "canary owner")),
                List.of(
                        new ManifestTarget(
                                "aws", HARBOUR, "harbour", List.of("111111111111"), List.of("eu-west-1"), ""),
                        new ManifestTarget(
                                "aws", HILLS, "canary label", List.of("222222222222"), List.of("canary-region"), ""),
                        new ManifestTarget(
                                "files", HILLS, "canary cellar", List.of(), List.of(), "2026-01-01T00:00:00Z")),
                new TreeMap<>(Map.of(
                        "aws.s3.bucket", List.of("PublicAccessBlockConfiguration"),
                        "aws.cloudtrail.trail", List.of("TrailStatus"),
                        "files.compute.vm", List.of())));
        Path target = folder.resolve(name);
        Scope harbour = new Scope(HARBOUR, "111111111111", "eu-west-1");
        Scope hills = new Scope(HILLS, "222222222222", "canary-region");
        Cause denied = new Cause(
                "s3:GetBucketVersioning",
                Status.DENIED,
                "s3:GetCanary",
                Text.quoted("AccessDenied: the canary may not"));
        try (SnapshotWriter writer = SnapshotWriter.begin(target, manifest)) {
            writer.asset(asset(
                    TRAIL,
                    harbour,
                    Doc.of("TrailARN", "arn:harbour", "Name", "main", "S3BucketName", "logs"),
                    Map.of()));
            writer.asset(asset(
                    BUCKET,
                    harbour,
                    Doc.of("Name", "quay", "Versioning", Doc.of("Status", "Suspended")),
                    Map.of("team", "quay")));
            writer.asset(asset(
                    BUCKET,
                    hills,
                    Doc.of("Name", "logs", "CanaryKey", "canary value", "Versioning", Unknown.because(denied)),
                    Map.of("canary tag", "canary team")));
            writer.unit(unit(harbour, TRAIL.name(), Status.VALUE, 1));
            writer.unit(unit(harbour, BUCKET.name(), Status.VALUE, 1));
            writer.unit(unit(hills, BUCKET.name(), Status.VALUE, 1));
            writer.unit(unit(hills, TRAIL.name(), Status.DENIED, 0));
            writer.unit(new Unit(
                    "files",
                    new Scope(HILLS, "canary cellar", Unit.ALL),
                    Unit.ALL,
                    new Cause("", Status.FAILED, "", Text.quoted("canary cellar: no such file")),
                    0,
                    0));
            writer.ledger(List.of(
                    row("111111111111", "eu-west-1", "ListBuckets", ""),
                    row("canary label", "global", "AssumeCanary", "the canary may not"),
                    row("222222222222", "canary-region", "GetBucketVersioning", "the canary may not")));
            writer.finish("2026-01-01T00:01:00Z");
        }
        return target.toString();
    }

    private static Asset asset(AssetType type, Scope scope, Doc attributes, Map<String, String> tags) {
        Doc.Builder doc = Doc.builder();
        tags.forEach(doc::put);
        String id = type.identity().nativeId().apply(attributes);
        return new Asset(
                Asset.uid(type, scope, id),
                type,
                id,
                type.nameOf(attributes),
                scope,
                doc.build(),
                attributes,
                new Asset.Provenance("2026-01-01T00:00:01Z", scope.region(), List.of("s3:ListBuckets")));
    }

    private static Unit unit(Scope scope, String type, Status outcome, int assets) {
        String message = outcome == Status.VALUE ? "" : "the canary may not";
        return new Unit("aws", scope, type, new Cause("s3:List", outcome, "s3:List", Text.quoted(message)), assets, 0);
    }

    private static LedgerRow row(String account, String region, String operation, String message) {
        Status outcome = message.isEmpty() ? Status.VALUE : Status.DENIED;
        return new LedgerRow(
                "aws", account, region, "s3", operation, "s3:" + operation, outcome, 41, 0, Text.quoted(message));
    }

    static Stream<String> commands() {
        return Stream.of("evaluate", "report");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aBranchesReportHoldsNothingOfASibling(String command) throws IOException {
        String whole = everything(Cli.run("evaluate", snapshot), List.of());
        assertThat(whole).containsIgnoringCase(CANARY);

        List<String> arguments = new ArrayList<>(List.of(command, snapshot, "--branch", "/Harbour"));
        FORMATS.forEach(format -> arguments.add("-o" + format + "=" + folder.resolve("harbour." + format)));
        Cli run = Cli.run(arguments.toArray(String[]::new));

        String told = everything(run, FORMATS);
        assertThat(run.err()).doesNotContain("error");
        assertThat(told)
                .contains("quay", "main")
                .doesNotContainIgnoringCase(CANARY)
                .doesNotContain("222222222222");
        assertThat(told).contains("harbour master");
        JsonNode json = FollowedReport.of(folder.resolve("harbour.json"));
        assertThat(json.at("/scan/branch").asText()).isEqualTo(HARBOUR);
        assertThat(json.at("/branches").findValuesAsText("branch")).containsExactly(HARBOUR);
        assertThat(json.at("/assets")).hasSize(2);
        assertThat(json.at("/summary/assets").asInt()).isEqualTo(2);
        assertThat(json.at("/calls/made").asInt()).isEqualTo(41);
        assertThat(json.at("/scan/types").toString()).doesNotContain("files.");
    }

    @Test
    void whatIsJudgedByASiblingsAssetIsUnknownAndSaysSo() throws IOException {
        Cli whole = Cli.run("evaluate", snapshot, "--rule", TRAIL_RULE, "-ojson=" + folder.resolve("whole.json"));
        Cli part = Cli.run(
                "evaluate",
                snapshot,
                "--rule",
                TRAIL_RULE,
                "--branch",
                "Harbour",
                "-ojson=" + folder.resolve("part.json"));

        assertThat(List.of(whole.code(), part.code())).doesNotContain(2, 4);
        JsonNode finding = FollowedReport.of(folder.resolve("part.json")).at("/findings/0");
        assertThat(finding.at("/verdict").asText()).isEqualTo("UNKNOWN");
        assertThat(finding.at("/missing").toString())
                .contains("aws.s3.bucket logs is not in this part of the scan, which is that of " + HARBOUR);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void waiversOfOthersAreNotToldOfAndThoseOfTheBranchCount(String command) throws IOException {
        Path waivers = Files.writeString(folder.resolve("waivers.yaml"), """
                waivers:
                  - {rule: bucket-versioning-enabled, branch: Lakeside Group/Harbour,
                     reason: Told., owner: quay keeper, until: 2027-01-01}
                  - {rule: bucket-versioning-enabled, asset: {name: no-canary},
                     reason: Canary., owner: canary, until: 2027-01-01}
                """);
        Cli.run("evaluate", snapshot, "--waivers", waivers.toString());
        List<String> arguments = new ArrayList<>(List.of(command, snapshot, "--branch", "/Harbour"));
        if (command.equals("evaluate")) {
            arguments.addAll(List.of("--waivers", waivers.toString()));
        }
        FORMATS.forEach(format -> arguments.add("-o" + format + "=" + folder.resolve("harbour." + format)));

        String told = everything(Cli.run(arguments.toArray(String[]::new)), FORMATS);

        assertThat(told).contains("quay keeper").doesNotContainIgnoringCase(CANARY);
        JsonNode json = FollowedReport.of(folder.resolve("harbour.json"));
        assertThat(json.at("/statements/waived/medium").asInt()).isEqualTo(1);
        assertThat(json.at("/branches/0/severities/medium/waived").asInt()).isEqualTo(1);
    }

    @Test
    void theFindingsOfTheWholeStayInTheSnapshot() throws IOException {
        Cli.run("evaluate", snapshot);
        byte[] before = Files.readAllBytes(Path.of(snapshot, "findings.ndjson"));

        Cli.run("evaluate", snapshot, "--branch", "Harbour");

        assertThat(Path.of(snapshot, "findings.ndjson")).hasBinaryContent(before);
    }

    @Test
    void aBaselineIsHeldForTheSameBranchOnly() {
        Cli run = Cli.run("evaluate", snapshot, "--branch", "Harbour", "--baseline", write("before"));

        assertThat(run.out()).contains("Whatever was read then was read now.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aBranchThatIsNotInTheSnapshotIsToldWithWhatWasMeant(String command) {
        Cli.run("evaluate", snapshot);

        Cli run = Cli.run(command, snapshot, "--branch", "/Harbuor");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("There is no branch /Harbuor (did you mean /Harbour?)");
    }

    private String everything(Cli run, List<String> formats) throws IOException {
        StringBuilder all = new StringBuilder(run.out()).append(run.err());
        for (String format : formats) {
            all.append(Files.readString(folder.resolve("harbour." + format), StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
