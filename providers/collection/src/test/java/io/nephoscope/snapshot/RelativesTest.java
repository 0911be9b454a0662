package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Written.asset;
import static io.nephoscope.snapshot.Written.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelativesTest {
    private static final Unknown DENIED =
            Unknown.because(new Cause("toy:GetGroups", Status.DENIED, "toy:GetGroups", Text.EMPTY));
    private static final AssetType GROUP = type("toy.group", listing()).build();
    private static final AssetType ITEM = type("toy.item", listing())
            .relation("groups", "toy.group", "Groups")
            .relationAnywhere("shared", "toy.group", "Groups")
            .relation(new Relation("broken", "toy.group", List.of("Groups"), false, item -> {
                throw new IllegalStateException("oops");
            }))
            .relation(new Relation("odd", "toy.group", List.of("Groups"), false, item -> Doc.empty()))
            .build();

    @TempDir
    Path temp;

    private int snapshots;

    private static Asset group(String account, String region, String id) {
        return asset(GROUP, account, region, id, Doc.of("Id", id));
    }

    private static Asset item(Object groups) {
        return asset(ITEM, "1", "north", "i", Doc.of("Id", "i", "Groups", groups));
    }

    /** What the relation of the item leads to: uids, and unknowns. */
    private List<Object> related(String relation, Asset item, List<Unit> units, Asset... others) {
        Object found = whole(relation, item, units, others);
        return ((DocList) found)
                .stream()
                        .<Object>map(it -> it instanceof Asset other ? other.uid() : it)
                        .toList();
    }

    private Object whole(String relation, Asset item, List<Unit> units, Asset... others) {
        Written written = new Written(temp.resolve("snapshot" + ++snapshots), Types.of(List.of(GROUP, ITEM)));
        Asset[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = item;
        try (Snapshot snapshot = written.write(units, List.of(), all).open()) {
            return snapshot.related(item, ITEM.relation(relation).orElseThrow());
        }
    }

    private static Unknown notHere(String id) {
        return Unknown.because(new Cause(
                "toy:ListItems",
                Status.NOT_COLLECTED,
                "toy:List",
                new Text("toy.group " + id + " was not looked for", "未查找 toy.group " + id)));
    }

    private static Unknown outside(String en, String zh) {
        return Unknown.because(
                new Cause("toy:ListItems", Status.OUTSIDE, "", new Text("toy.group a " + en, "toy.group a " + zh)));
    }

    private static Unknown hidden() {
        return Unknown.because(new Cause("toy:ListItems", Status.DENIED, "toy:List", Text.quoted("no")));
    }

    @Test
    void idsLeadToTheAssetsOfTheSameAccountAndRegion() {
        assertThat(related(
                        "groups",
                        item(DocList.of("b", "a")),
                        List.of(),
                        group("2", "north", "a"),
                        group("1", "south", "a"),
                        group("1", "north", "a"),
                        group("1", "north", "b")))
                .containsExactly("toy:1:north:toy.group:b", "toy:1:north:toy.group:a");
    }

    @Test
    void oneIdAloneIsAListOfOne() {
        assertThat(related("groups", item("a"), List.of(), group("1", "north", "a")))
                .containsExactly("toy:1:north:toy.group:a");
    }

    @Test
    void anIdMayLeadToAnotherRegionWhereNothingIsHiddenInThisOne() {
        assertThat(related(
                        "groups",
                        item("a"),
                        List.of(unit("1", "west", "toy.group", Status.DENIED, 0)),
                        group("1", "south", "a"),
                        group("1", "east", "a")))
                .containsExactly("toy:1:east:toy.group:a");
    }

    @Test
    void aNamesakeInAnotherRegionDoesNotStandInForWhatIsHiddenInThisOne() {
        assertThat(related(
                        "groups",
                        item("default"),
                        List.of(unit("1", "north", "toy.group", Status.DENIED, 0)),
                        group("1", "south", "default")))
                .containsExactly(hidden());
    }

    @Test
    void anAssetOfAnotherAccountIsOnlyMeantWhereTheRelationLeadsAnywhere() {
        Asset[] others = {group("3", "south", "a"), group("2", "south", "a")};

        assertThat(related("groups", item("a"), List.of(), others)).containsExactly(notHere("a"));
        assertThat(related("shared", item("a"), List.of(), others)).containsExactly("toy:2:south:toy.group:a");
    }

    @Test
    void whatNobodyLookedForIsUnknownAndSaysSo() {
        assertThat(related("groups", item(DocList.of("gone", "a")), List.of(), group("1", "north", "a")))
                .containsExactly(notHere("gone"), "toy:1:north:toy.group:a");
    }

    @Test
    void whatMayHaveBeenInAListingThatFailedNamesTheCallThatFailed() {
        for (Unit gap : List.of(
                unit("1", "north", "toy.group", Status.DENIED, 0),
                unit("1", Unit.ALL, "toy.group", Status.DENIED, 0),
                unit("1", Unit.ALL, Unit.ALL, Status.DENIED, 0))) {
            assertThat(related("groups", item("a"), List.of(gap))).containsExactly(hidden());
        }
    }

    @Test
    void gapsOfOtherTypesAndAccountsDoNotCount() {
        assertThat(related(
                        "groups",
                        item("a"),
                        List.of(
                                unit("1", "north", "toy.item", Status.DENIED, 0),
                                unit("2", "north", "toy.group", Status.DENIED, 0),
                                unit("1", "north", "toy.group", Status.UNSUPPORTED, 0))))
                .containsExactly(outside("is not among what this scan listed in the account 1", "不在本次扫描对账号 1 的列表中"));
    }

    /** The call was made: to say that it was not would send a reader the wrong way. */
    @Test
    void whatLeadsOutOfTheScanIsOutsideThoughItsTypeWasListed() {
        List<Unit> listed = List.of(
                unit("1", "north", "toy.group", Status.VALUE, 1), unit("2", "north", "toy.group", Status.VALUE, 1));

        assertThat(related("shared", item("a"), listed))
                .containsExactly(outside("belongs to no account of this scan", "不属于本次扫描的任何账号"));
        assertThat(related("groups", item("a"), listed, group("2", "north", "a")))
                .containsExactly(outside("is not among what this scan listed in the account 1", "不在本次扫描对账号 1 的列表中"));
    }

    @Test
    void whatMayLieInARegionThatWasNotAskedForSaysThat() {
        Cause listed = new Cause("toy:ListItems", Status.VALUE, "toy:List", Text.EMPTY);
        Unit some = new Unit("toy", new Scope("", "1", "north"), "toy.group", listed, 1, 3);

        assertThat(related("shared", item("a"), List.of(some)))
                .containsExactly(outside(
                        "belongs to no account of this scan, or lies outside the regions that were asked for",
                        "不属于本次扫描的任何账号，或位于所请求的区域之外"));
    }

    @Test
    void aGapOfAnotherAccountCountsWhereTheRelationLeadsAnywhere() {
        assertThat(related("shared", item("a"), List.of(unit("label", Unit.ALL, Unit.ALL, Status.DENIED, 0))))
                .containsExactly(hidden());
    }

    /** An unknown id was passed over once, so that a rule on all related assets passed. */
    @Test
    void anIdThatWasNotReadIsUnknownInItsPlace() {
        assertThat(related("groups", item(DocList.of("a", DENIED, Absent.ABSENT)), List.of(), group("1", "north", "a")))
                .containsExactly("toy:1:north:toy.group:a", DENIED);
    }

    @Test
    void anIdThatIsNoTextIsUnknown() {
        assertThat(related("groups", item(DocList.of(7L)), List.of()))
                .containsExactly(Unknown.because(new Cause(
                        "relation:groups",
                        Status.FAILED,
                        "",
                        new Text(
                                "the answer says 7 in Groups, which is no id of toy.group",
                                "应答在 Groups 中给出 7，这不是 toy.group 的标识"))));
    }

    @Test
    void idsThatAreAbsentOrUnknownAsAWholeAreHandedOn() {
        assertThat(whole("groups", item(Absent.ABSENT), List.of())).isEqualTo(Absent.ABSENT);
        assertThat(whole("groups", item(DENIED), List.of())).isEqualTo(DENIED);
    }

    @Test
    void anErrorInTheRelationIsUnknown() {
        assertThat(whole("broken", item("a"), List.of())).isInstanceOf(Unknown.class);
        assertThat(whole("odd", item("a"), List.of())).isInstanceOf(Unknown.class);
    }
}
