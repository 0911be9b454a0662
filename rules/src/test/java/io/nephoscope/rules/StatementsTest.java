package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.statement.AttestationReader;
import io.nephoscope.rules.statement.WaiverReader;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest extends StatementWorld {
    private static final String SHUT =
            "{asset: {name: b}, rule: box-not-public, reason: Meant to be open., owner: shop, until: 2026-06-30}";

    private static final String BY_TAG = SHUT.replace("name: b", "tags: {Exposure: approved}");

    @Test
    void whatNobodyCouldReadIsJudgedByWhatSomebodyAnswersFor() {
        box("b", Toy.denied("GetBoxPolicy"));
        attest("asset: {kind: storage.bucket, name: b}, field: facets.public, value: false");

        Finding finding = finding("box-not-public");
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.attested())
                .containsExactly(new Attested("facets.public", "It is so.", "Li Wei", "T-1", "2026-06-30"));
        assertThat(finding.evidence()).containsExactly(new Finding.Evidence("facets.public", false, "attest:T-1"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aStatementMayMakeAnAssetFail() {
        box("b", Toy.denied("GetBoxPolicy"));
        attest("asset: {kind: storage.bucket}, field: facets.public, value: true");

        assertThat(finding("box-not-public").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding("box-not-public").attested()).hasSize(1);
    }

    @Test
    void anAttributeThatIsStatedDecidesTheFacetsThatAreWorkedOutFromIt() {
        box("b", Toy.denied("GetBoxPolicy"));
        attest("asset: {type: toy.store.box}, field: attributes.Policy, value: {Principal: '*'}");

        Finding finding = finding("box-not-public");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.attested()).extracting(Attested::field).containsExactly("attributes.Policy");
        assertThat(finding.evidence()).containsExactly(new Finding.Evidence("facets.public", true, "attest:T-1"));
    }

    @Test
    void whatWasReadIsNeverOverruledAndTheContradictionIsTold() {
        box("b", Doc.of("Principal", "*"));
        box("c", Doc.of("Principal", "*"));
        attest("asset: {kind: storage.bucket}, field: facets.public, value: false");

        Finding finding = finding("box-not-public");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.attested()).isEmpty();
        assertThat(finding.evidence().get(0).call()).isEqualTo("toy:GetBoxPolicy");
        assertThat(warnings())
                .containsExactly(new Warning(
                        "attest.yaml",
                        1,
                        new Text(
                                "The attestation of Li Wei about facets.public is not what was read, and what was read"
                                        + " counts: toy:1234:north:toy.store.box:b (and 1 more) has true.",
                                "Li Wei 对 facets.public 的声明与实际读取的内容不符，以读取的内容为准："
                                        + "toy:1234:north:toy.store.box:b（另有 1 个） 的值为 true。")));
    }

    @Test
    void whatWasReadAndIsTheSameNeedsNoWarning() {
        box("b", Doc.of("Principal", "me"));
        attest("asset: {kind: storage.bucket}, field: facets.public, value: false");

        assertThat(finding("box-not-public").attested()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aVerdictThatNeedsNoStatementDoesNotRestOnOne() {
        assets.add(Toy.asset(Toy.BOX, Doc.of("Name", "b", "KeyIds", DocList.of("good", "bad")), Map.of()));
        assets.add(Toy.asset(Toy.KEY, Doc.of("KeyId", "good", "Rotated", Toy.denied("GetKeyRotation")), Map.of()));
        assets.add(Toy.asset(Toy.KEY, Doc.of("KeyId", "bad", "Rotated", false), Map.of()));
        attest("asset: {type: toy.crypto.key, name: good}, field: attributes.Rotated, value: true");

        assertThat(finding("box-keys-rotated").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding("box-keys-rotated").attested()).isEmpty();
    }

    @Test
    void aStatementAboutARelatedAssetIsNamedToo() {
        assets.add(Toy.asset(
                Toy.BOX,
                Doc.of("Name", "b", "CreateDate", "2025-01-01T00:00:00Z", "KeyIds", DocList.of("k")),
                Map.of()));
        assets.add(Toy.asset(Toy.KEY, Doc.of("KeyId", "k", "Rotated", Toy.denied("GetKeyRotation")), Map.of()));
        attest("asset: {type: toy.crypto.key}, field: attributes.Rotated, value: true");

        Finding finding = finding("box-keys-rotated");
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.attested()).extracting(Attested::field).containsExactly("attributes.Rotated");
        assertThat(finding.evidence())
                .filteredOn(evidence -> evidence.path().startsWith("related.keys."))
                .extracting(Finding.Evidence::call)
                .singleElement()
                .asString()
                .endsWith(", attest:T-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from: 2024-01-01, until: 2025-01-01 | ended on 2025-01-01 and does not count; renew it or remove it. | 已于 2025-01-01 到期，不再生效；请续期或删除。
            from: 2026-02-01, until: 2026-03-01 | begins on 2026-02-01 and does not count yet.                   | 自 2026-02-01 起生效，目前不计入。
            """)
    void aStatementOutOfItsTermDoesNotCountAndSaysSo(String term, String en, String zh) {
        box("b", Toy.denied("GetBoxPolicy"));
        attestations = new AttestationReader(Toy.TYPES)
                .read(YamlNode.parse(
                        "attest.yaml",
                        "[{asset: {kind: storage.bucket}, field: facets.public, value: false, statement: s, owner: o,"
                                + " evidence: e, " + term + "}]"));
        waivers = new WaiverReader(Toy.TYPES)
                .read(
                        YamlNode.parse(
                                "w", "[{asset: {name: b}, rule: box-not-public, reason: r, owner: o, " + term + "}]"),
                        "");

        assertThat(finding("box-not-public").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(warnings())
                .extracting(Warning::message)
                .containsExactly(
                        new Text("The attestation of o about facets.public " + en, "o 对 facets.public 的声明" + zh),
                        new Text("The waiver of box-not-public by o " + en, "o 对规则 box-not-public 的豁免" + zh));
    }

    @Test
    void aStatementThatMeetsNothingSaysSo() {
        box("b", Doc.of("Principal", "me"));
        attest("asset: {kind: storage.bucket, name: c}, field: facets.public, value: false");
        waive(SHUT.replace("name: b", "name: c"));

        assertThat(warnings())
                .extracting(warning -> warning.message().en())
                .containsExactly(
                        "The attestation of Li Wei about facets.public meets no asset of this scan; check how it names"
                                + " them.",
                        "The waiver of box-not-public by shop meets no asset of this scan; check how it names them.");
    }

    @Test
    void everyWaiverOfARuleThatThereIsNotOrOfWhatItsRuleDoesNotJudgeIsRefused() {
        waive(SHUT.replace("box-not-public", "box-not-pubic"), SHUT, SHUT.replace("name: b", "type: toy.crypto.key"));

        assertThatThrownBy(() -> statements().checked(RULES, Toy.TYPES))
                .isInstanceOf(YamlException.class)
                .hasMessageMatching(
                        "waivers\\.yaml, line 1, column \\d+, field \\[0]\\.rule: there is no rule box-not-pubic \\(did you mean"
                                + " box-not-public\\?\\); the folder of a rule of your own is named with --rules-dir\\.\n"
                                + "waivers\\.yaml, line 1, column \\d+, field \\[2]\\.asset: the rule box-not-public judges"
                                + " storage\\.bucket and no such asset; change the rule or the asset\\.");
        waive(SHUT);
        assertThat(statements().checked(RULES, Toy.TYPES)).isEqualTo(statements());
    }

    @Test
    void withoutASnapshotOnlyTheDayCounts() {
        attest("asset: {kind: storage.bucket, name: c}, field: facets.public, value: false");
        waive(SHUT.replace("name: b", "name: c"), SHUT.replace("until: 2026-06-30", "until: 2025-06-30"));

        assertThat(statements().doubts(Optional.empty(), RULES, Instant.parse("2026-01-01T00:00:00Z")))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.source()).isSameAs(waivers.get(1).source());
                    assertThat(doubt.message().en()).contains("ended on 2025-06-30");
                });
    }

    @Test
    void aPartOfWhatIsUnknownAsAWholeCannotBeStated() {
        assets.add(Toy.asset(Toy.BOX, Doc.of("Name", "b", "Versioning", Toy.denied("GetBoxVersioning")), Map.of()));
        attest("asset: {type: toy.store.box}, field: attributes.Versioning.Status, value: Enabled");

        assertThat(warnings())
                .extracting(warning -> warning.message().en())
                .containsExactly("The attestation of Li Wei about attributes.Versioning.Status does not help where"
                        + " attributes.Versioning as a whole is unknown, as of toy:1234:north:toy.store.box:b; state the"
                        + " whole.");
    }

    @Test
    void ofTwoStatementsAboutOneFieldTheFirstCounts() {
        box("b", Toy.denied("GetBoxPolicy"));
        attest(
                "asset: {kind: storage.bucket}, field: facets.public, value: false",
                "asset: {type: toy.store.box}, field: facets.public, value: true");

        assertThat(finding("box-not-public").verdict()).isEqualTo(Verdict.PASS);
        assertThat(warnings())
                .extracting(warning -> warning.line() + " " + warning.message().en())
                .containsExactly(
                        "2 The attestation of Li Wei about facets.public says other than the one in attest.yaml,"
                                + " line 1, of the same asset; that one counts.");
    }

    @Test
    void aWaiverMarksAFailureAndRemovesNothing() {
        box("b", Doc.of("Principal", "*"));
        waive(SHUT.replace("06-30", "03-31"), SHUT);

        Finding finding = finding("box-not-public");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.waived()).contains(new Waived("Meant to be open.", "shop", "2026-06-30"));
    }

    @Test
    void whatIsNotKnownCannotBeWaived() {
        box("b", Toy.denied("GetBoxPolicy"));
        waive(SHUT);

        assertThat(finding("box-not-public").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding("box-not-public").waived()).isEmpty();
    }

    @Test
    void aWaiverByTagCoversWhatCarriesIt() {
        tagged("b", Doc.of("Exposure", "approved"));
        waive(BY_TAG);

        assertThat(finding("box-not-public").waived()).isPresent();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aWaiverWhoseTagsNobodyReadDoesNotCountAndSaysWhy() {
        tagged("b", Toy.denied("GetBoxTags"));
        tagged("c", Toy.denied("GetBoxTags"));
        waive(BY_TAG);

        assertThat(finding("box-not-public").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding("box-not-public").waived()).isEmpty();
        assertThat(warnings())
                .extracting(Warning::message)
                .containsExactly(new Text(
                        "The waiver of box-not-public by shop does not count where nobody knows whether the asset is"
                                + " meant, as of toy:1234:north:toy.store.box:b (and 1 more). Not known:"
                                + " toy:GetBoxTags was denied (it needs the permission toy:GetBoxTags).",
                        "shop 对规则 box-not-public 的豁免在无法确认是否匹配的资产上不生效，例如"
                                + " toy:1234:north:toy.store.box:b（另有 1 个）。无法判定：toy:GetBoxTags 被拒绝（需要权限"
                                + " toy:GetBoxTags）。"));
    }

    @Test
    void aWaiverIsNotInDoubtAboutWhatItsRuleDoesNotJudge() {
        tagged("b", Doc.of("Exposure", "approved"));
        assets.add(Toy.asset(Toy.KEY, Doc.of("KeyId", "k"), "k", Toy.denied("GetKeyTags")));
        waive(BY_TAG);

        assertThat(warnings()).isEmpty();
    }

    @Test
    void aWaiverByANameThatIsUnknownDoesNotCountAndSaysWhy() {
        assets.add(Toy.asset(
                Toy.BOX,
                Doc.of("Name", "b", "KeyIds", DocList.empty(), "Policy", Doc.of("Principal", "*")),
                Toy.denied("GetName"),
                Doc.empty()));
        waive(SHUT);

        assertThat(finding("box-not-public").waived()).isEmpty();
        assertThat(finding("box-not-public").asset().name()).isEqualTo("b");
        assertThat(warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message().en()).contains("toy:GetName was denied"));
    }

    @Test
    void anAttestationByTagHoldsOnlyWhereTheTagWasRead() {
        String fields =
                "asset: {kind: storage.bucket, tags: {Exposure: approved}}, field: facets.versioned, value: true";
        attest(fields);
        tagged("b", Doc.of("Exposure", "approved"), Toy.denied("GetBoxVersioning"));
        tagged("c", Toy.denied("GetBoxTags"), Toy.denied("GetBoxVersioning"));

        assertThat(statements().about(assets.get(0))).hasSize(1);
        assertThat(statements().about(assets.get(1))).isEmpty();
        assertThat(warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message().en())
                        .contains("does not count where nobody knows whether the asset is meant, as of")
                        .contains("toy.store.box:c. Not known: toy:GetBoxTags was denied"));
    }

    @Test
    void statementsThatMayMeetAPartStayWithIt() {
        tagged("b", Toy.denied("GetBoxTags"));
        waive(BY_TAG, SHUT.replace("name: b", "name: c"));

        try (Snapshot snapshot = snapshot()) {
            assertThat(statements().meeting(snapshot).waivers()).containsExactly(waivers.get(0));
        }
    }

    @Test
    void statementsByTagAskForTheTagsOfWhatTheirRulesJudge() {
        RuleSet shut = RULES.select(List.of("box-not-public"));
        waive(BY_TAG, BY_TAG.replace("box-not-public", "box-keys-rotated"));
        Demand byWaiver = statements().ask(shut.demand(Toy.TYPES), shut, Toy.TYPES);
        assertThat(byWaiver.asked()).isEqualTo(Map.of("toy.store.box", List.of("Tags", "facets.public")));

        waive(BY_TAG.replace("asset: {", "asset: {kind: crypto.key, "), SHUT);
        assertThat(statements().ask(shut.demand(Toy.TYPES), shut, Toy.TYPES).asked())
                .isEqualTo(shut.demand(Toy.TYPES).asked());

        waivers = List.of();
        attest("asset: {kind: storage.bucket, tags: {Env: x}}, field: facets.versioned, value: true");
        assertThat(statements().ask(shut.demand(Toy.TYPES), shut, Toy.TYPES).asked())
                .isEqualTo(Map.of("toy.store.box", List.of("Tags", "facets.public")));
    }

    @Test
    void statementsStayWithTheFindingsOnDisk() {
        box("b", Toy.denied("GetBoxPolicy"));
        attest("asset: {kind: storage.bucket}, field: facets.public, value: true");
        waive(SHUT);

        List<Finding> before = findings();
        List<Finding> after = new ArrayList<>();
        FindingFile.write(folder, before::forEach).forEach(after::add);
        assertThat(after).isEqualTo(before);
        assertThat(after.get(1).attested()).hasSize(1);
        assertThat(after.get(1).waived()).isPresent();
    }
}
