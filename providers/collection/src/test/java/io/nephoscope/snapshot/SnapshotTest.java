package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.LOGGING;
import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Written.asset;
import static io.nephoscope.snapshot.Written.row;
import static io.nephoscope.snapshot.Written.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTest {
    private static final AssetType ITEM = type("toy.item", listing())
            .detail(detail(POLICY, "Policy", () -> ""))
            .detail(detail(POLICY, "PolicyStatus", () -> ""))
            .detail(detail(LOGGING, "Logging", () -> ""))
            .build();
    private static final Unknown DENIED =
            Unknown.because(new Cause("toy:GetPolicy", Status.DENIED, "toy:GetPolicy", Text.quoted("no \"access\" 否")));
    private static final Unknown TWICE =
            DENIED.and(Unknown.because(new Cause("toy:GetLogging", Status.THROTTLED, "", Text.EMPTY)));
    private static final Doc DETAILED = Doc.of("Policy", "p", "PolicyStatus", "s", "Logging", "l");

    @TempDir
    Path temp;

    private Written folder;

    @BeforeEach
    void folder() {
        folder = new Written(temp.resolve("a").resolve("b"), Types.of(List.of(ITEM)));
    }

    private Doc back(Doc attributes) {
        return folder.write(asset(ITEM, "1", "north", "a", attributes)).only().attributes();
    }

    @Test
    void anAssetComesBackAsItWent() {
        Asset before = asset(ITEM, "1", "north", "a", DETAILED.with("Id", "a").with("Tags", Doc.of("a.b", "[0]")));

        Asset after = folder.write(before).only();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void unknownFieldsComeBackAtTheirPlacesWithAllTheirCauses() {
        Doc attributes = DETAILED.with("Policy", DENIED)
                .with("Rules", DocList.of(1L, TWICE, Doc.of("Cidr", DENIED, "Port", 22L)))
                .with("Tags", Doc.of("k8s.io/name", DENIED, "", DENIED, "k8s", "x"));

        assertThat(back(attributes)).isEqualTo(attributes);
    }

    @Test
    void whatIsAbsentStaysAbsentAndWhatNobodyAskedForIsUnknown() {
        Doc back = back(Doc.of("Id", "a", "Policy", Absent.ABSENT));

        assertThat(back.get("Policy")).isEqualTo(Absent.ABSENT);
        assertThat(back.get("Logging"))
                .isEqualTo(Unknown.because(Cause.notCollected("toy:GetLogging", "toy:GetLogging")));
    }

    @Test
    void whatNoApiTellsSaysSoWhetherOrNotSomebodyAskedForIt() {
        AssetType host = type("toy.host", listing())
                .detail(Detail.withoutApi("HostSecurity", Schema.Scalar.BOOL, Text.quoted("host security")))
                .build();

        Asset asked = asset(host, "1", "north", "a", Doc.of("Id", "a"));
        Doc back = new Written(folder.folder().resolveSibling("hosts"), Types.of(List.of(host)))
                .write(asked)
                .only()
                .attributes();

        assertThat(back.get("HostSecurity"))
                .isEqualTo(Unknown.because(new Cause("", Status.NO_API, "", Text.quoted("host security"))));
    }

    /** The provenance names the call that both details use, which once made the other one seem to be absent. */
    @Test
    void aDetailThatNobodyAskedForIsUnknownAlsoWhereAnotherUsesTheSameCall() {
        Asset before = asset(ITEM, "1", "north", "a", Doc.of("Policy", "open"));
        Asset called = new Asset(
                before.uid(),
                ITEM,
                "a",
                "a",
                before.scope(),
                before.tags(),
                before.attributes(),
                new Asset.Provenance("", "", List.of("toy:ListItems", "toy:GetPolicy")));

        assertThat(folder.write(called).only().attributes().get("PolicyStatus")).isInstanceOf(Unknown.class);
    }

    @Test
    void assetsAreReadInTheOrderOfTheirUids() {
        folder.write(
                asset(ITEM, "2", "north", "a", DETAILED),
                asset(ITEM, "1", "south", "a", DETAILED),
                asset(ITEM, "1", "north", "b", DETAILED),
                asset(ITEM, "1", "north", "a", DETAILED));

        assertThat(folder.assets())
                .extracting(Asset::uid)
                .containsExactly(
                        "toy:1:north:toy.item:a",
                        "toy:1:north:toy.item:b",
                        "toy:1:south:toy.item:a",
                        "toy:2:north:toy.item:a");
    }

    @Test
    void assetsOfTheSameShapeShareIt() {
        folder.write(asset(ITEM, "1", "north", "a", DETAILED), asset(ITEM, "1", "north", "b", DETAILED));

        List<Asset> assets = folder.assets();

        assertThat(assets.get(0).attributes().shape())
                .isSameAs(assets.get(1).attributes().shape());
    }

    /** Half of a character cannot be written in UTF-8; a policy that held one once ended the scan. */
    @Test
    void hostileTextsAreWrittenAndRead() {
        Doc attributes = DETAILED.with("Note", "\ud800 \udc00 \u0000 \u2028 </script> \"\\")
                .with("\ud800", "half a key")
                .with("Whole", "\ud83d\ude00");

        Doc back = back(attributes);

        assertThat(back.text("Note")).isEqualTo("? ? \u0000 \u2028 </script> \"\\");
        assertThat(back.text("\ufffd")).isEqualTo("half a key");
        assertThat(back.text("Whole")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void anAssetThatCannotBeWrittenLeavesNoTraceInTheFile() {
        Object deep = 1L;
        for (int i = 0; i < 300; i++) {
            deep = DocList.of(deep);
        }
        Asset bad = asset(ITEM, "1", "north", "bad", DETAILED.with("Deep", deep));
        try (SnapshotWriter writer = SnapshotWriter.begin(folder.folder(), Written.MANIFEST)) {
            writer.asset(asset(ITEM, "1", "north", "a", DETAILED));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.asset(bad));
            writer.asset(asset(ITEM, "1", "north", "b", DETAILED));
            writer.finish("2026-01-01T00:01:00Z");
        }

        assertThat(folder.assets()).extracting(Asset::nativeId).containsExactly("a", "b");
    }

    @Test
    void aNameAndTagsThatAreUnknownComeBackAsUnknown() {
        Unknown denied = Unknown.because(new Cause("toy:GetTags", Status.DENIED, "toy:GetTags", Text.quoted("no")));

        Asset back = folder.write(tagged(denied, denied)).only();

        assertThat(back.named()).isEqualTo(denied);
        assertThat(back.name()).isEqualTo("a");
        assertThat(back.tags()).isEqualTo(denied);
    }

    @Test
    void tagsOfWhichSomeAreUnknownComeBackAsTheyWere() {
        Unknown untold = Unknown.because(new Cause("", Status.NOT_COLLECTED, "", Text.quoted("nobody says")));
        Doc tags = Doc.of("owner", "安", "a.b", "c", Doc.OTHERS, untold);

        Asset back = folder.write(tagged("name", tags)).only();

        assertThat(back.tags()).isEqualTo(tags);
        assertThat(((Doc) back.tags()).get("cost")).isEqualTo(untold);
    }

    private static Asset tagged(Object named, Object tags) {
        Asset plain = asset(ITEM, "1", "north", "a", DETAILED);
        return new Asset(
                plain.uid(),
                ITEM,
                plain.nativeId(),
                named,
                plain.scope(),
                tags,
                plain.attributes(),
                plain.provenance());
    }

    @Test
    void aTagWithoutAValueIsEmpty() {
        folder.cutOff(List.of(), List.of(), asset(ITEM, "1", "north", "a", DETAILED))
                .damage("assets.ndjson", it -> it.replace("\"安\"", "null"));

        assertThat(folder.only().tags()).isEqualTo(Doc.of("owner", ""));
    }

    @Test
    void unitsAndLedgerComeBackInReportOrderAndTheLedgerIsSummed() {
        List<Unit> units = List.of(
                unit("2", "global", "toy.item", Status.VALUE, 1),
                unit("1", "south", "toy.item", Status.UNSUPPORTED, 0),
                unit("1", "north", "toy.item", Status.DENIED, 2));
        LedgerRow value = row(Status.VALUE);
        folder.write(units, List.of(value, row(Status.ABSENT), value));

        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.units()).containsExactly(units.get(2), units.get(1), units.get(0));
            assertThat(snapshot.ledger()).containsExactly(value.plus(value), row(Status.ABSENT));
            assertThat(snapshot.manifest().organisation()).isEqualTo("Lakeside Group");
            assertThat(snapshot.manifest().files().values())
                    .extracting(Seal::lines)
                    .containsExactly(0L, 3L, 9L);
        }
    }

    @Test
    void manyAssetsComeBackEachAtItsPlace() {
        List<Asset> before = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            before.add(asset(ITEM, "1", "north", "i-" + i, DETAILED.with("Id", "桶".repeat(i % 97))));
        }
        folder.write(before.toArray(new Asset[0]));

        assertThat(folder.assets()).hasSize(3_000).allSatisfy(asset -> {
            int number = Integer.parseInt(asset.nativeId().substring(2));
            assertThat(Paths.get(asset.attributes(), "Id")).isEqualTo("桶".repeat(number % 97));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"VALUE", "ABSENT", "UNSUPPORTED"})
    void aScanInWhichEverythingWasReadIsComplete(Status outcome) {
        folder.write(List.of(unit("1", "north", "toy.item", outcome, 0)), List.of(row(outcome)));

        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.isComplete()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DENIED", "THROTTLED", "FAILED"})
    void aScanWithAGapIsNotComplete(Status outcome) {
        folder.write(List.of(unit("1", "north", "toy.item", outcome, 0)), List.of());
        Written called = new Written(temp.resolve("c"), folder.types()).write(List.of(), List.of(row(outcome)));

        try (Snapshot unread = folder.open();
                Snapshot denied = called.open()) {
            assertThat(unread.isComplete()).isFalse();
            assertThat(denied.isComplete()).isFalse();
        }
    }

    /** As where a policy is no JSON, or our own code broke: every call was answered. */
    @Test
    void anAnswerThatCouldNotBeUsedIsAGap() {
        Unknown unusable = Unknown.because(new Cause("toy:GetPolicy", Status.FAILED, "", Text.quoted("not JSON")));
        Doc nested = DETAILED.with("Rules", DocList.of(Doc.of("Cidr", unusable, "Other", unusable)));
        folder.write(asset(ITEM, "1", "north", "a", DETAILED), asset(ITEM, "1", "north", "b", nested));
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.isComplete()).isFalse();
            assertThat(snapshot.assetsWithGaps()).isEqualTo(1);
        }
    }

    @Test
    void aFieldThatItsSourceDoesNotHaveIsNoGap() {
        Unknown noSuchColumn = Unknown.because(Cause.notCollected("files:ReadCsv", ""));
        folder.write(asset(ITEM, "1", "north", "a", DETAILED.with("Policy", noSuchColumn)));
        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.isComplete()).isTrue();
        }
    }

    @Test
    void aScanThatDidNotComeToItsEndIsNotComplete() {
        SnapshotWriter.begin(folder.folder(), Written.MANIFEST).close();

        try (Snapshot snapshot = folder.open()) {
            assertThat(snapshot.isComplete()).isFalse();
            assertThat(snapshot.size()).isZero();
        }
    }
}
