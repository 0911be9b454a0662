package io.nephoscope.rules.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.rules.Toy;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverReaderTest {
    private static final String REST = "reason: Meant to be so., owner: shop@hills.example, until: 2026-12-31";

    @TempDir
    private Path folder;

    @Test
    void aFileOfWaiversIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("waivers.yaml"), """
                waivers:
                  - rule: boxes-are-shut
                    asset: {kind: storage.bucket, tags: {Exposure: approved}}
                    reason: The shop window is meant to be seen.
                    owner: shop@hills.example
                    until: 2026-12-31
                """);

        assertThat(new WaiverReader(Toy.TYPES).read(file)).singleElement().satisfies(waiver -> {
            assertThat(waiver.rule()).isEqualTo("boxes-are-shut");
            assertThat(waiver.reason()).isEqualTo("The shop window is meant to be seen.");
            assertThat(waiver.owner()).isEqualTo("shop@hills.example");
            assertThat(waiver.covers("boxes-are-shut", box("Lakeside", Map.of("Exposure", "approved", "Env", "x"))))
                    .isTrue();
            assertThat(waiver.covers("boxes-are-shut", box("Lakeside", Map.of())))
                    .isFalse();
            assertThat(waiver.covers("another-rule", box("Lakeside", Map.of("Exposure", "approved"))))
                    .isFalse();
        });
    }

    @Test
    void aWaiverHoldsToTheEndOfItsLastDay() {
        Term term = read("{rule: a, branch: Lakeside, " + REST + ", from: 2026-03-01}", "")
                .term();

        assertThat(term.holds(Instant.parse("2026-02-28T23:59:59Z"))).isFalse();
        assertThat(term.holds(Instant.parse("2026-03-01T00:00:00Z"))).isTrue();
        assertThat(term.holds(Instant.parse("2026-12-31T23:59:59Z"))).isTrue();
        assertThat(term.holds(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void aWaiverOfABranchReachesNoAssetBeyondIt() {
        Waiver waiver = read("{rule: a, " + REST + "}", "Lakeside/Hills");

        assertThat(waiver.covers("a", box("Lakeside/Hills", Map.of()))).isTrue();
        assertThat(waiver.covers("a", box("Lakeside/Hills/Cellar", Map.of()))).isTrue();
        assertThat(waiver.covers("a", box("Lakeside", Map.of()))).isFalse();
        assertThat(waiver.covers("a", box("Lakeside/Hillside", Map.of()))).isFalse();
    }

    @Test
    void aWiderBranchInAWaiverOfABranchIsNarrowed() {
        Waiver waiver = read("{rule: a, branch: /Lakeside/, asset: {name: box-1}, " + REST + "}", "Lakeside/Hills");

        assertThat(waiver.asset().branch()).isEqualTo("Lakeside/Hills");
        assertThat(read("{rule: a, branch: Lakeside/Hills/Cellar, " + REST + "}", "Lakeside/Hills")
                        .asset()
                        .branch())
                .isEqualTo("Lakeside/Hills/Cellar");
    }

    @ParameterizedTest
    @CsvSource({
        "/Hills, Lakeside/Hills, true",
        "Hills, Lakeside/Hills/Cellar, true",
        "/Hills/Cellar, Lakeside/Hills/Cellar, true",
        "/Hills/Cellar, Lakeside/Hills, false",
        "/Hill, Lakeside/Hills, false",
        "/Cellar, Lakeside/Hills/Cellar, false",
        "/Lakeside, Lakeside/Hills, true",
        "/Hills, Lakeside, false",
        "/Hills, '', false"
    })
    void theHeadOfTheTreeMayBeLeftOutOfABranch(String named, String branch, boolean covered) {
        assertThat(read("{rule: a, branch: " + named + ", " + REST + "}", "").covers("a", box(branch, Map.of())))
                .isEqualTo(covered);
        assertThat(read("{rule: a, asset: {branch: " + named + "}, " + REST + "}", "")
                        .covers("a", box(branch, Map.of())))
                .isEqualTo(covered);
    }

    @Test
    void tagsAreMetAsTheirProviderTellsKeysApart() {
        Waiver waiver = read("{rule: a, asset: {tags: {exposure: approved}}, " + REST + "}", "");

        assertThat(waiver.covers("a", box("Lakeside", Map.of("exposure", "approved"))))
                .isTrue();
        assertThat(waiver.covers("a", box("Lakeside", Map.of("Exposure", "approved"))))
                .as("as they are written")
                .isFalse();
    }

    @Test
    void withoutTheHeadAWaiverOfABranchStaysBelowIt() {
        Waiver waiver = read("{rule: a, branch: /Hills/Cellar, " + REST + "}", "Lakeside/Hills");

        assertThat(waiver.asset().branch()).isEqualTo("Lakeside/Hills/Cellar");
        assertThat(read("{rule: a, branch: /Hills, " + REST + "}", "Lakeside/Hills/Cellar")
                        .asset()
                        .branch())
                .isEqualTo("Lakeside/Hills/Cellar");
        assertThatThrownBy(() -> read("{rule: a, branch: /Harbour, " + REST + "}", "Lakeside/Hills"))
                .hasMessageContaining("no asset belongs both to Harbour and to Lakeside/Hills");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tenant: Hills, until: 2026-01-01               | .tenant: there is no such field (did you mean branch?); known here: asset, branch, from, owner, reason, rule, until.
            asset: {tenant: Hills}, until: 2026-01-01      | .asset.tenant: there is no such field (did you mean branch?); known here: account, branch, id, kind, name, region, tags, type, uid.
            asset: {name: x}, until: 2026-13-01            | .until: "2026-13-01" is no day of the calendar; write it as 2026-12-31.
            asset: {name: x}, until: +99999-01-01          | .until: "+99999-01-01" is no day of the calendar; write it as 2026-12-31.
            asset: {name: x}, until: 2026-01-01, from: 2026-02-01 | .until: the last day, 2026-01-01, comes before the first, 2026-02-01; change one.
            asset: {name: x}                               | : the field until is missing; add it.
            asset: {nome: x}, until: 2026-01-01            | .asset.nome: there is no such field (did you mean name?); known here: account, branch, id, kind, name, region, tags, type, uid.
            asset: {kind: storage.bukket}, until: 2026-01-01 | .asset.kind: no provider declares storage.bukket (did you mean storage.bucket?).
            asset: {uid: 'toy:1:north:toy.store.bx:b'}, until: 2026-01-01 | .asset.uid: the uid names no type that a provider declares (did you mean toy.store.box?); a uid is provider:account:region:type:id.
            asset: {uid: b}, until: 2026-01-01             | .asset.uid: the uid names no type that a provider declares; a uid is provider:account:region:type:id.
            asset: {}, until: 2026-01-01                   | .asset: no asset is named; name it by account, branch, id, kind, name, region, tags, type, uid.
            until: 2026-01-01                              | : it does not say which assets are waived; add asset or branch.
            """)
    void whatAWaiverLacksIsSaidWithItsPlace(String rest, String message) {
        YamlNode list = YamlNode.parse("waivers.yaml", "[{rule: a, reason: r, owner: o, " + rest + "}]");

        assertThatThrownBy(() -> new WaiverReader(Toy.TYPES).read(list, ""))
                .isInstanceOf(YamlException.class)
                .hasMessageMatching("waivers\\.yaml, line 1, column \\d+, field \\[0]" + Pattern.quote(message));
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        YamlNode list = YamlNode.parse("w", "- {rule: a}\n- {rule: b}\n");
        assertThatThrownBy(() -> new WaiverReader(Toy.TYPES).read(list, ""))
                .message()
                .hasLineCount(2);
    }

    private static Waiver read(String waiver, String branch) {
        List<Waiver> waivers = new WaiverReader(Toy.TYPES).read(YamlNode.parse("w", "[" + waiver + "]"), branch);
        assertThat(waivers).hasSize(1);
        return waivers.get(0);
    }

    private static Asset box(String branch, Map<String, String> tags) {
        Asset box = Toy.asset(Toy.BOX, Doc.of("Name", "box-1"), tags);
        return new Asset(
                box.uid(),
                box.type(),
                box.nativeId(),
                box.named(),
                new Scope(branch, box.scope().account(), box.scope().region()),
                box.tags(),
                box.attributes(),
                box.provenance());
    }
}
