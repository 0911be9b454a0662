package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final RuleSet RULES = RuleSet.load(RuleSetTest.GOOD, Toy.TYPES);
    private static final Scope NORTH = new Scope("Lakeside", "1234", "north");
    private static final Cause LISTED = new Cause("toy:ListBoxes", Status.VALUE, "toy:ListBoxes", Text.EMPTY);
    private static final Cause DENIED = new Cause("toy:ListBoxes", Status.DENIED, "toy:ListBoxes", Text.quoted("no"));

    @TempDir
    Path folder;

    private final List<Asset> assets = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    private static Asset asset(AssetType type, Doc attributes, String... calls) {
        Asset bare = Toy.asset(type, attributes, Map.of());
        return new Asset(
                bare.uid(),
                type,
                bare.nativeId(),
                bare.named(),
                bare.scope(),
                bare.tags(),
                attributes,
                new Asset.Provenance("2026-01-01T00:00:00Z", "", List.of(calls)));
    }

    private static Doc box(String name, Object policy) {
        return Doc.of("Name", name, "CreateDate", "2025-01-01T00:00:00Z", "Policy", policy);
    }

    private Snapshot snapshot() {
        Path into = folder.resolve("snapshot");
        Manifest manifest =
                Manifest.begun("1", "id", "Lakeside", "2026-01-01T00:00:00Z", List.of(), List.of(), new TreeMap<>());
        try (SnapshotWriter writer = SnapshotWriter.begin(into, manifest)) {
            assets.forEach(writer::asset);
            units.forEach(writer::unit);
            writer.finish("2026-01-01T00:01:00Z");
        }
        return Snapshot.open(into, Toy.TYPES);
    }

    private List<Finding> findings(RuleSet rules) {
        List<Finding> findings = new ArrayList<>();
        try (Snapshot snapshot = snapshot()) {
            new Evaluation(snapshot, Toy.TYPES, rules, Evaluation.timeOf(snapshot), 2).forEach(findings::add);
        }
        return findings;
    }

    @Test
    void everyRuleSaysOneThingOfEveryAssetThatItAppliesTo() {
        for (int i = 0; i < 700; i++) {
            assets.add(asset(
                    Toy.BOX, box("box-" + i, Doc.of("Principal", i % 2 == 0 ? "*" : "me")), "toy:GetBoxPolicy"));
        }
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "k", "Rotated", true), "toy:GetKeyRotation"));
        List<Finding> findings = findings(RULES);
        assertThat(findings).hasSize(1_400);
        assertThat(findings)
                .extracting(finding -> finding.asset().uid() + " " + finding.rule())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(findings.stream().filter(it -> it.verdict() == Verdict.FAIL)).hasSize(350);
        assertThat(findings.stream().filter(it -> it.verdict() == Verdict.PASS)).hasSize(350);
        assertThat(findings.stream().filter(it -> it.verdict() == Verdict.NOT_APPLICABLE))
                .hasSize(700)
                .allSatisfy(finding -> {
                    assertThat(finding.message().en()).isEqualTo("The box has no keys.");
                    assertThat(finding.evidence())
                            .extracting(Finding.Evidence::path)
                            .containsExactly("attributes.KeyIds");
                });
    }

    @Test
    void aFindingShowsWhatWasReadAndByWhichCall() {
        assets.add(asset(Toy.BOX, box("b", Doc.of("Principal", "*")), "toy:GetBoxPolicy"));
        Finding finding = findings(RULES.select(List.of("box-not-public"))).get(0);
        assertThat(finding.asset())
                .isEqualTo(new Subject("toy:1234:north:toy.store.box:b", "b", "toy.store.box", "b", NORTH));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.message()).isEqualTo(new Text("Anyone may open the box.", "任何人都可以打开该箱子。"));
        assertThat(finding.evidence()).containsExactly(new Finding.Evidence("facets.public", true, "toy:GetBoxPolicy"));
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.fingerprint()).matches("[0-9a-f]{32}");
        assertThat(finding.ruleHash())
                .isEqualTo(RULES.named("box-not-public").orElseThrow().info().hash());
    }

    @Test
    void aConditionIsToldPartByPartWithWhatEachPartReads() {
        assets.add(asset(Toy.BOX, box("b", Doc.of("Principal", "*")), "toy:GetBoxPolicy"));
        try (Snapshot snapshot = snapshot()) {
            Evaluation evaluation = new Evaluation(snapshot, Toy.TYPES, RULES, Evaluation.timeOf(snapshot), 1);
            String uid = "toy:1234:north:toy.store.box:b";
            assertThat(evaluation.explain("box-not-public", uid))
                    .containsExactly(
                            new Explained(0, "!facets.public", false, List.of()),
                            new Explained(
                                    1,
                                    "facets.public",
                                    true,
                                    List.of(new Finding.Evidence("facets.public", true, "toy:GetBoxPolicy"))));
            assertThat(evaluation.explain("no-such-rule", uid)).isEmpty();
        }
    }

    @Test
    void aDeniedCallMakesTheFindingUnknownAndIsNamedInBothLanguages() {
        assets.add(asset(Toy.BOX, box("b", Toy.denied("GetBoxPolicy")), "toy:GetBoxPolicy"));
        Finding finding = findings(RULES.select(List.of("box-not-public"))).get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.missing())
                .containsExactly(new Cause("toy:GetBoxPolicy", Status.DENIED, "toy:GetBoxPolicy", Text.quoted("no")));
        assertThat(finding.message())
                .isEqualTo(new Text(
                        "Not known: toy:GetBoxPolicy was denied (it needs the permission toy:GetBoxPolicy).",
                        "无法判定：toy:GetBoxPolicy 被拒绝（需要权限 toy:GetBoxPolicy）。"));
        assertThat(finding.evidence().get(0).value()).isInstanceOf(Unknown.class);
    }

    @Test
    void aFieldThatAnAnswerLeavesOutIsUnknownAndNamesTheCallAndTheField() {
        assets.add(asset(Toy.BOX, Doc.of("Name", "b", "KeyIds", DocList.empty()), "toy:GetBoxPolicy"));
        Finding finding = findings(RULES.select(List.of("box-keys-rotated"))).get(0);

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.missing())
                .containsExactly(new Cause("toy:ListBoxes", Status.NOT_SAID, "", Text.quoted("attributes.CreateDate")));
        assertThat(finding.message())
                .isEqualTo(new Text(
                        "Not known: toy:ListBoxes was answered, and its answer does not say attributes.CreateDate.",
                        "无法判定：toy:ListBoxes 已应答，但应答未给出 attributes.CreateDate。"));
    }

    /** The field of a related asset is what another call left out. */
    @Test
    void aFieldThatIsLeftOutOfARelatedAssetNamesTheCallThatAnsweredOfIt() {
        assets.add(asset(Toy.BOX, box("b", Absent.ABSENT).with("KeyIds", DocList.of("k")), "toy:GetBoxPolicy"));
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "k", "Rotated", Absent.ABSENT), "toy:GetKeyRotation"));
        Finding finding = findings(RULES.select(List.of("box-keys-rotated"))).get(0);

        assertThat(finding.missing())
                .containsExactly(new Cause(
                        "toy:ListBoxes, toy:GetKeyRotation",
                        Status.NOT_SAID,
                        "",
                        Text.quoted("related.keys[].attributes.Rotated")));
    }

    @Test
    void whatNobodyAskedForIsUnknown() {
        assets.add(asset(Toy.BOX, Doc.of("Name", "b")));
        assertThat(findings(RULES.select(List.of("box-not-public"))).get(0).missing())
                .containsExactly(Cause.notCollected("toy:GetBoxPolicy", "toy:GetBoxPolicy"));
    }

    @Test
    void relatedAssetsAreReadFromTheSnapshotAndUnknownWhereTheyAreNotInIt() {
        Doc two = box("two", Absent.ABSENT).with("KeyIds", DocList.of("k", "l"));
        Doc three = box("three", Absent.ABSENT).with("KeyIds", DocList.of("k", "m"));
        Doc four = box("four", Absent.ABSENT).with("KeyIds", DocList.of("k", "l", "n", "m"));
        for (Doc box : List.of(two, three, four)) {
            assets.add(asset(Toy.BOX, box, "toy:GetBoxPolicy"));
        }
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "k", "Rotated", true), "toy:GetKeyRotation"));
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "l", "Rotated", true), "toy:GetKeyRotation"));
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "n", "Rotated", false), "toy:GetKeyRotation"));
        List<Finding> findings = findings(RULES.select(List.of("box-keys-rotated")));
        assertThat(findings)
                .extracting(finding -> finding.asset().name() + " " + finding.verdict())
                .containsExactly("four FAIL", "three UNKNOWN", "two PASS");
        assertThat(findings.get(1).missing())
                .containsExactly(new Cause(
                        "toy:ListKeys",
                        Status.NOT_COLLECTED,
                        "toy:ListKeys",
                        new Text("toy.crypto.key m was not looked for", "未查找 toy.crypto.key m")));
        assertThat(findings.get(2).evidence().get(1))
                .isEqualTo(new Finding.Evidence(
                        "related.keys.attributes.Rotated",
                        DocList.of(true, true),
                        "toy:ListBoxes, toy:GetKeyRotation"));
    }

    @Test
    void aListingThatBrokeIsOneUnknownForEachRuleAndWhatWasListedIsJudged() {
        assets.add(asset(Toy.BOX, box("b", Absent.ABSENT), "toy:GetBoxPolicy"));
        units.add(new Unit("toy", NORTH, "toy.store.box", DENIED, 1, 0));
        units.add(new Unit("toy", NORTH, "toy.crypto.key", DENIED, 0, 0));
        units.add(new Unit("toy", NORTH.in("south"), "toy.store.box", LISTED, 0, 0));
        List<Finding> findings = findings(RULES);
        assertThat(findings)
                .extracting(finding -> finding.asset().nativeId() + " " + finding.rule() + " " + finding.verdict())
                .containsExactly(
                        "* box-keys-rotated UNKNOWN",
                        "* box-not-public UNKNOWN",
                        "b box-keys-rotated NOT_APPLICABLE",
                        "b box-not-public PASS");
        assertThat(findings.get(0).asset().isUnlisted()).isTrue();
        assertThat(findings.get(0).asset().type()).isEqualTo("toy.store.box");
        assertThat(findings.get(0).missing()).containsExactly(DENIED);
    }

    @Test
    void anAccountThatCouldNotBeReachedIsOneUnknownForEachRuleOfItsProvider() {
        Cause why = new Cause("", Status.FAILED, "", Text.quoted("Account north: the key is wrong; mend it."));
        units.add(new Unit("toy", NORTH.in(Unit.ALL), Unit.ALL, why, 0, 0));
        units.add(new Unit("sea", NORTH.in(Unit.ALL), Unit.ALL, why, 0, 0));
        List<Finding> findings = findings(RULES);
        assertThat(findings).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.asset().uid()).isEqualTo("toy:1234:*:*:*");
            assertThat(finding.message().en()).isEqualTo("Not known: Account north: the key is wrong; mend it.");
        });
    }

    @Test
    void theSameSnapshotAndRulesGiveTheSameBytes() throws IOException {
        for (int i = 0; i < 600; i++) {
            assets.add(asset(
                    Toy.BOX,
                    box("box-" + i, Doc.of("Principal", "*")).with("KeyIds", DocList.of("k")),
                    "toy:GetBoxPolicy"));
        }
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "k", "Rotated", Toy.denied("GetKeyRotation")), "toy:GetKeyRotation"));
        try (Snapshot snapshot = snapshot()) {
            byte[] one = bytes(snapshot, "one", 1);
            assertThat(bytes(snapshot, "many", 4)).isEqualTo(one);
        }
    }

    private byte[] bytes(Snapshot snapshot, String name, int threads) throws IOException {
        Path into = Files.createDirectory(folder.resolve(name));
        FindingFile.write(into, new Evaluation(snapshot, Toy.TYPES, RULES, Evaluation.timeOf(snapshot), threads));
        return Files.readAllBytes(into.resolve("findings.ndjson"));
    }

    @Test
    void findingsComeBackFromTheirFileAsTheyWere() {
        assets.add(asset(Toy.BOX, box("a", Toy.denied("GetBoxPolicy")), "toy:GetBoxPolicy"));
        assets.add(asset(
                Toy.BOX, box("b", Doc.of("Principal", "*")).with("KeyIds", DocList.of("k", "l")), "toy:GetBoxPolicy"));
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "k", "Rotated", true), "toy:GetKeyRotation"));
        assets.add(asset(Toy.KEY, Doc.of("KeyId", "l", "Rotated", Toy.denied("GetKeyRotation")), "toy:GetKeyRotation"));
        List<Finding> before = findings(RULES);
        String sha256 = FindingFile.write(folder, before::forEach).sha256();
        List<Finding> after = new ArrayList<>();
        FindingFile.in(folder, sha256).forEach(after::add);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatManyFindingsShareIsWrittenOnceAndBeforeTheFirstThatRefersToIt() throws IOException {
        for (int i = 0; i < 300; i++) {
            assets.add(asset(Toy.BOX, box("box-" + i, Toy.denied("GetBoxPolicy")), "toy:GetBoxPolicy"));
        }
        List<Finding> before = findings(RULES);
        List<Finding> after = new ArrayList<>();
        FindingFile.write(folder, before::forEach).forEach(after::add);

        String text = Files.readString(folder.resolve("findings.ndjson"));
        String rule = RULES.named("box-not-public").orElseThrow().info().hash();
        assertThat(List.of("\"outcome\":\"denied\"", "was denied (it needs", rule, "\"region\":"))
                .allSatisfy(shared ->
                        assertThat(text.split(Pattern.quote(shared), -1)).hasSize(2));
        assertThat(after).isEqualTo(before).hasSize(600);
    }

    @Test
    void aDamagedFileOfFindingsIsNamedWithItsLine() throws IOException {
        assertThatThrownBy(() -> FindingFile.in(folder, ""))
                .hasMessage("There are no findings in " + folder + "; evaluate the snapshot first.");
        FindingFile.write(folder, each -> {});
        Files.writeString(folder.resolve("findings.ndjson"), "{\"verdict\": \"PASS\"}\n");
        assertThatThrownBy(() -> FindingFile.in(folder, "").forEach(finding -> {}))
                .hasMessageStartingWith(folder.resolve("findings.ndjson")
                        + ", line 1: cannot be read (no line before it defines the rule \"\")")
                .hasMessageEndingWith("; evaluate the snapshot anew.");
    }

    @Test
    void aVerdictThatSomebodyChangedIsNotReported() throws IOException {
        assets.add(asset(Toy.BOX, box("b", Doc.of("Principal", "*")), "toy:GetBoxPolicy"));
        List<Finding> findings = findings(RULES);
        String sha256 = FindingFile.write(folder, findings::forEach).sha256();
        Path file = folder.resolve("findings.ndjson");
        Files.writeString(file, Files.readString(file).replace("FAIL", "PASS"));

        assertThatThrownBy(() -> FindingFile.in(folder, sha256).forEach(finding -> {}))
                .hasMessage(file + " is not what was written, for its SHA-256 is another: the findings were changed or"
                        + " damaged; evaluate the snapshot anew.");
    }

    @Test
    void rulesGoByTheTimeOfTheSnapshot() {
        try (Snapshot snapshot = snapshot()) {
            assertThat(Evaluation.timeOf(snapshot)).isEqualTo(Instant.parse("2026-01-01T00:01:00Z"));
        }
    }
}
