package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.LIST;
import static io.nephoscope.inventory.ToyCloud.LOGGING;
import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.FakePace;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private final Toy toy = new Toy();

    private static Exception denied() {
        return new IllegalAccessException("DENIED by the cloud");
    }

    @Test
    void anAssetCarriesWhoItIsWhereItIsAndWhichCallsFilledIt() throws Exception {
        AssetType type = type(
                        "toy.item",
                        (site, each) -> site.call(LIST, () -> 1).map(count -> {
                            each.accept(Doc.of("Id", "i-1", "Label", "First"));
                            return count;
                        }))
                .name("Label")
                .tags(item -> Doc.of("owner", "ann"))
                .detail(detail(POLICY, "Policy", () -> "open"))
                .build();

        toy.collect(Toy.whole(type), Outcome.value(List.of("north")));

        Asset asset = toy.asset("i-1");
        assertThat(asset.uid()).isEqualTo("toy:1:north:toy.item:i-1");
        assertThat(asset.name()).isEqualTo("First");
        assertThat(asset.tags()).isEqualTo(Doc.of("owner", "ann"));
        assertThat(asset.scope().branch()).isEqualTo("Group");
        assertThat(asset.attributes()).isEqualTo(Doc.of("Id", "i-1", "Label", "First", "Policy", "open"));
        assertThat(asset.provenance().calls()).containsExactly("toy:ListItems", "toy:GetPolicy");
        assertThat(asset.provenance().observedAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(toy.coverage()).containsExactly("north toy.item value 1 0");
        assertThat(toy.calls()).containsExactly("north GetPolicy value 1", "north ListItems value 1");
    }

    @Test
    void aDeniedDetailCostsThatDetailOfThatAssetAndNothingElse() throws Exception {
        Detail policy = new Detail(
                "Policy",
                Schema.Scalar.STRING,
                List.of(POLICY.per(Per.ASSET)),
                (site, asset) -> site.call(POLICY, () -> {
                    if (asset.text("Id").equals("b")) {
                        throw denied();
                    }
                    return "open";
                }));
        AssetType type = type("toy.item", listing("a", "b", "c"))
                .detail(policy)
                .detail(detail(LOGGING, "Logging", () -> "on"))
                .build();

        toy.collect(Toy.whole(type), Outcome.value(List.of("north")));

        assertThat(toy.asset("a").attributes().get("Policy")).isEqualTo("open");
        assertThat(toy.asset("b").attributes().get("Policy"))
                .isEqualTo(Unknown.because(new Cause(
                        "toy:GetPolicy", Status.DENIED, "toy:GetPolicy", Text.quoted("DENIED by the cloud"))));
        assertThat(toy.asset("b").attributes().get("Logging")).isEqualTo("on");
        assertThat(toy.coverage()).containsExactly("north toy.item value 3 0");
    }

    @Test
    void anErrorOfOursInADetailLeavesItUnknown() throws Exception {
        Detail broken = new Detail("Policy", Schema.Scalar.DYN, List.of(POLICY.per(Per.ASSET)), (site, asset) -> {
            throw new NullPointerException("oops");
        });
        AssetType type =
                type("toy.item", listing("a")).oncePerAccount().detail(broken).build();

        toy.collect(type);

        assertThat(toy.asset("a").attributes().get("Policy"))
                .isEqualTo(Unknown.because(new Cause(
                        "toy:GetPolicy",
                        Status.FAILED,
                        "",
                        new Text(
                                "internal error: java.lang.NullPointerException: oops",
                                "内部错误：java.lang.NullPointerException: oops"))));
    }

    /** An Integer was written as null once, which reads as absent. */
    @Test
    void aDetailThatBringsWhatDocumentsDoNotHoldIsUnknownAndNotAbsent() throws Exception {
        AssetType type = type("toy.item", listing("a"))
                .oncePerAccount()
                .detail(detail(POLICY, "Policy", () -> 7))
                .detail(detail(LOGGING, "Logging", () -> List.of("on")))
                .build();

        toy.collect(type);

        assertThat(toy.asset("a").attributes().get("Policy")).isInstanceOf(Unknown.class);
        assertThat(toy.asset("a").attributes().get("Logging")).isInstanceOf(Unknown.class);
    }

    @Test
    void aListingThatBreaksHalfWayKeepsItsItemsAndIsAGap() throws Exception {
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of("Id", "a"));
                    each.accept(Doc.of("Id", "b"));
                    return site.call(LIST, () -> {
                        throw denied();
                    });
                })
                .oncePerAccount()
                .build();

        toy.collect(type);

        assertThat(toy.places()).containsExactly("global a", "global b");
        assertThat(toy.units).singleElement().satisfies(unit -> {
            assertThat(unit.isGap()).isTrue();
            assertThat(unit.listing())
                    .isEqualTo(
                            new Cause("toy:ListItems", Status.DENIED, "toy:List", Text.quoted("DENIED by the cloud")));
            assertThat(unit.assets()).isEqualTo(2);
        });
    }

    @Test
    void anErrorOfOursInOneListingIsAGapThereAndTheOthersGoOn() throws Exception {
        AssetType good = type("toy.good", listing("a")).oncePerAccount().build();
        AssetType bad = type("toy.bad", (site, each) -> {
                    each.accept(Doc.of("Id", "b"));
                    throw new IllegalStateException("oops");
                })
                .oncePerAccount()
                .build();

        toy.collect(good, bad);

        assertThat(toy.places()).containsExactly("global a", "global b");
        assertThat(toy.coverage()).containsExactly("global toy.bad failed 1 0", "global toy.good value 1 0");
    }

    @Test
    void anItemThatDoesNotSayWhoItIsIsAGapAndTheOthersAreKept() throws Exception {
        AssetType type = type("toy.item", (site, each) -> {
                    each.accept(Doc.of("Id", "a"));
                    each.accept(Doc.of("Id", Absent.ABSENT));
                    each.accept(Doc.of("Id", Unknown.because(Cause.notCollected("toy:ListItems", ""))));
                    each.accept(Doc.of("Id", "d"));
                    return Outcome.value(4);
                })
                .oncePerAccount()
                .build();

        toy.collect(type);

        assertThat(toy.places()).containsExactly("global a", "global d");
        assertThat(toy.coverage()).containsExactly("global toy.item failed 2 0");
    }

    @Test
    void anItemBelongsToABranchBelowItsAccountsAndToNoOther() throws Exception {
        AssetType type = type("toy.item", listing("Group/Cellar", "Group", "Grouping", "Another"))
                .oncePerAccount()
                .branch(item -> Optional.of(item.text("Id")))
                .build();

        toy.collect(type);

        assertThat(toy.asset("Group/Cellar").scope().branch()).isEqualTo("Group/Cellar");
        assertThat(toy.asset("Group").scope().branch()).isEqualTo("Group");
        assertThat(toy.coverage()).containsExactly("global toy.item failed 2 0");
    }

    @Test
    void anItemThatCannotBeReadIsAGapAndTheOthersAreKept() throws Exception {
        AssetType type = type("toy.item", listing("a", "b"))
                .oncePerAccount()
                .region(item -> {
                    if (item.text("Id").equals("a")) {
                        throw new IllegalStateException("bad region");
                    }
                    return Optional.empty();
                })
                .build();

        toy.collect(type);

        assertThat(toy.places()).containsExactly("global b");
        assertThat(toy.coverage()).containsExactly("global toy.item failed 1 0");
        assertThat(toy.units.get(0).listing().message().en()).contains("bad region");
    }

    @Test
    void aNameAndTagsMayComeOfACallOfTheirOwn() throws Exception {
        toy.collect(asking("tags.owner", () -> Doc.of("Name", "First", "owner", "ann")), Outcome.value(List.of()));

        assertThat(toy.asset("a").named()).isEqualTo("First");
        assertThat(toy.asset("a").tags()).isEqualTo(Doc.of("Name", "First", "owner", "ann"));
        assertThat(toy.calls()).contains("global GetPolicy value 1");
    }

    @Test
    void whereNobodyAsksForThemANameAndTagsAreUnknown() throws Exception {
        toy.collect(asking("attributes.Id", () -> Doc.of("owner", "ann")), Outcome.value(List.of()));

        Unknown unasked = Unknown.because(Cause.notCollected("toy:GetPolicy", POLICY.permission()));
        assertThat(toy.asset("a").tags()).isEqualTo(unasked);
        assertThat(toy.asset("a").named()).isEqualTo(unasked);
        assertThat(toy.asset("a").name()).isEqualTo("a");
        assertThat(toy.calls()).noneMatch(call -> call.contains("GetPolicy"));
    }

    @Test
    void aCallForTagsThatIsDeniedLeavesThemUnknown() throws Exception {
        toy.collect(
                asking("name", () -> {
                    throw denied();
                }),
                Outcome.value(List.of()));

        assertThat(toy.asset("a").tags())
                .isInstanceOfSatisfying(
                        Unknown.class,
                        tags -> assertThat(tags.causes())
                                .extracting(Cause::call, Cause::outcome, Cause::permission)
                                .containsExactly(tuple("toy:GetPolicy", Status.DENIED, POLICY.permission())));
        assertThat(toy.asset("a").named()).isEqualTo(toy.asset("a").tags());
    }

    @Test
    void tagsThatCannotBeWorkedOutAreUnknownAndTheAssetStays() throws Exception {
        toy.collect(type("toy.item", listing("a"))
                .oncePerAccount()
                .tags(item -> {
                    throw new IllegalStateException("bad tags");
                })
                .build());

        assertThat(toy.asset("a").tags()).isInstanceOf(Unknown.class);
        assertThat(toy.coverage()).containsExactly("global toy.item value 1 0");
    }

    /** Asks for a path of a type whose name and tags are what a call tells. */
    private static Demand asking(String path, Callable<Object> labels) {
        AssetType type = type("toy.item", listing("a"))
                .oncePerAccount()
                .name(item -> Paths.get(item.get("Labels"), "Name"), "Labels")
                .tags("Labels")
                .detail(detail(POLICY, "Labels", labels))
                .build();
        return new Demand(Types.of(List.of(type))).read(type, path);
    }

    @Test
    void anAssetThatIsListedTwiceIsReadOnce() throws Exception {
        AssetType type = type("toy.item", listing("a", "a", "b", "a"))
                .oncePerAccount()
                .detail(detail(POLICY, "Policy", () -> "open"))
                .build();

        toy.collect(type);

        assertThat(toy.places()).containsExactly("global a", "global b");
        assertThat(toy.coverage()).containsExactly("global toy.item value 2 0");
        assertThat(toy.calls()).contains("global GetPolicy value 2");
    }

    @Test
    void onlyWhatIsAskedForIsCalled() throws Exception {
        AssetType asked = type("toy.asked", listing("a"))
                .oncePerAccount()
                .detail(detail(POLICY, "Policy", () -> "open"))
                .detail(detail(LOGGING, "Logging", () -> "on"))
                .build();
        AssetType unasked = type("toy.unasked", listing("b")).oncePerAccount().build();
        Demand demand = new Demand(Types.of(List.of(asked, unasked))).read(asked, "attributes.Logging.Target");

        toy.collect(demand, Outcome.value(List.of("north")));

        assertThat(toy.calls()).containsExactly("global GetLogging value 1", "global ListItems value 1");
        assertThat(toy.asset("a").attributes().keys()).containsExactly("Id", "Logging");
        assertThat(toy.asset("a").provenance().calls()).containsExactly("toy:ListItems", "toy:GetLogging");
    }

    @Test
    void whatAnEarlierPartOfTheScanReadToItsEndIsNotReadAgain() throws Exception {
        AssetType type = type("toy.item", listing("a", "b")).build();
        Earlier earlier =
                new Earlier(Set.of(new Unit.Id("toy", "1", "north", "toy.item")), Set.of("toy:1:south:toy.item:a"));
        Clock clock = Clock.systemUTC();
        try (Gateway gateway = new Gateway(Limits.DEFAULT, new FakePace());
                Collector collector = new Collector(Toy.whole(type), earlier, gateway, toy, toy, clock, 4)) {
            collector.collect(
                    Toy.target(), Toy.connection(gateway, "1", () -> Outcome.value(List.of("north", "south"))));
        }

        assertThat(toy.places()).containsExactly("south b");
        assertThat(toy.coverage()).containsExactly("south toy.item value 1 0");
        assertThat(toy.calls()).containsExactly("south ListItems value 1");
    }
}
