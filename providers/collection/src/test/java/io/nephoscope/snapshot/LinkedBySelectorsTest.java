package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Guarded.AGENT;
import static io.nephoscope.snapshot.Guarded.DENIED;
import static io.nephoscope.snapshot.Guarded.MACHINE;
import static io.nephoscope.snapshot.Guarded.PLAIN;
import static io.nephoscope.snapshot.Guarded.SCOUT;
import static io.nephoscope.snapshot.Guarded.TYPES;
import static io.nephoscope.snapshot.Guarded.agent;
import static io.nephoscope.snapshot.Guarded.asset;
import static io.nephoscope.snapshot.Guarded.guarding;
import static io.nephoscope.snapshot.Guarded.listed;
import static io.nephoscope.snapshot.Guarded.machine;
import static io.nephoscope.snapshot.Guarded.product;
import static io.nephoscope.snapshot.Written.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.TagKeys;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security products that say by selectors whom they guard, and whoever is guarded. */
class LinkedBySelectorsTest {
    @TempDir
    Path temp;

    private int snapshots;

    /** Native ids, and unknowns. */
    private List<Object> related(Asset from, String relation, List<Unit> units, Asset... others) {
        return related(TYPES, from, relation, units, others);
    }

    private List<Object> related(Types types, Asset from, String relation, List<Unit> units, Asset... others) {
        List<Asset> all = new ArrayList<>(List.of(others));
        all.add(from);
        Written written = new Written(temp.resolve("snapshot" + ++snapshots), types);
        try (Snapshot snapshot =
                written.write(units, List.of(), all.toArray(Asset[]::new)).open()) {
            AssetType type = types.named(from.type().name()).orElseThrow();
            return ((DocList) snapshot.related(from, type.relation(relation).orElseThrow()))
                    .stream()
                            .<Object>map(it -> it instanceof Asset asset ? asset.nativeId() : it)
                            .toList();
        }
    }

    private static String words(Object unknown) {
        return ((Unknown) unknown).causes().get(0).message().en();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address:203.0.113.7",
                "address:203.0.113.0/24",
                "address:::ffff:203.0.113.7",
                "address:::ffff:cb00:7107",
                "address:0:0:0:0:0:ffff:203.0.113.0/120",
                "domain:shop.example.org",
                "domain:*.example.org",
                "tag:Env=prod",
                "id:m",
                "id:M",
                "class:compute.vm"
            })
    void whoeverHasWhatASelectorNamesIsGuardedAndKnowsIt(String selector) {
        assertThat(related(PLAIN, "hostSecurity", listed(), agent(selector))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address:203.0.114.0/24",
                "domain:example.org",
                "domain:*.shop.example.org",
                "tag:Env=test",
                "tag:env=prod",
                "class:storage.bucket"
            })
    void whoeverHasItNotIsGuardedByNobody(String selector) {
        assertThat(related(PLAIN, "hostSecurity", listed(), agent(selector))).isEmpty();
    }

    @Test
    void aKeyInOtherCapitalsIsTheSameWhereTheProviderTakesItForThat() {
        AssetType likeAzure = AssetType.named("toy.lamp", "Machine", Kinds.VM)
                .list(type("toy.any", listing()).build().listing())
                .nativeId("Id")
                .tagKeys(TagKeys.IN_ANY_CASE)
                .build();
        Types types = Types.of(List.of(MACHINE, AGENT, likeAzure));
        Asset tagged = asset(likeAzure, "2", "m", Doc.of("ENV", "prod", "Role", DENIED), Doc.of("Id", "m"));

        assertThat(related(types, tagged, "hostSecurity", listed(), agent("tag:Env=prod")))
                .containsExactly("a");
        List<Unit> units = listed();
        units.add(unit("2", "north", "toy.lamp", Status.VALUE, 1));
        assertThat(related(types, agent("tag:Env=prod"), "guarded", units, tagged))
                .containsExactly("m");
        assertThat(related(types, tagged, "hostSecurity", listed(), agent("tag:Env=Prod")))
                .as("values are told apart")
                .isEmpty();
        assertThat(related(types, tagged, "hostSecurity", listed(), agent("tag:role=web")))
                .containsExactly(DENIED);
    }

    @Test
    void aProductKnowsWhomItGuardsOfWhateverType() {
        Asset other = machine("2", "n", Doc.of("Env", "test"), DocList.empty(), DocList.empty());
        Asset product = agent("2", "b", DocList.empty());

        assertThat(related(agent("tag:Env=prod", "id:b"), "guarded", listed(), PLAIN, other, product))
                .containsExactly("m", "b");
    }

    @Test
    void aRelationToAKindWithinTheAccountLeadsNoFurther() {
        Asset near = machine("2", "n", Doc.of("Env", "prod"), DocList.empty(), DocList.empty());
        Asset scout = asset(
                SCOUT,
                "2",
                "s",
                Doc.empty(),
                Doc.of("Id", "s", "Protects", DocList.of("tag:Env=prod", "class:security.scanner")));

        assertThat(related(scout, "machines", listed(), PLAIN, near)).containsExactly("n");
    }

    @Test
    void aNativeIdThatSeveralAssetsHaveMayMeanAnyOfThem() {
        Asset twin = machine("3", "m", Doc.empty(), DocList.empty(), DocList.empty());

        assertThat(related(PLAIN, "hostSecurity", listed(), agent("id:m"), twin))
                .singleElement()
                .extracting(LinkedBySelectorsTest::words)
                .isEqualTo("several assets have the id m, and which is meant is not known");
        assertThat(related(PLAIN, "hostSecurity", listed(), agent("1", "a", DocList.of("id:m")), twin))
                .as("in its own account it means the one that is there")
                .containsExactly("a");
    }

    @Test
    void anIdSaidOfAnotherAccountIsSureOnlyWhereNoNamesakeMayBeHidden() {
        List<Unit> refused = listed();
        refused.set(2, unit("2", "north", "toy.machine", Status.DENIED, 0));

        assertThat(related(PLAIN, "hostSecurity", refused, agent("id:m")))
                .singleElement()
                .isInstanceOf(Unknown.class);
        assertThat(related(PLAIN, "hostSecurity", refused, agent("1", "a", DocList.of("id:m"))))
                .containsExactly("a");
    }

    @Test
    void whoHoldsOnlyAPartOfWhatAnAssetHasMayGuardIt() {
        Asset wide = machine(Doc.empty(), DocList.of("203.0.113.0/28"), DocList.of("*.shop.example"));

        assertThat(related(wide, "hostSecurity", listed(), agent("address:203.0.113.0/24")))
                .containsExactly("a");
        assertThat(related(wide, "hostSecurity", listed(), agent("domain:*.example")))
                .containsExactly("a");
        for (String part : List.of("address:203.0.113.7", "domain:a.shop.example", "domain:*.b.shop.example")) {
            assertThat(related(wide, "hostSecurity", listed(), agent(part)))
                    .singleElement()
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aPrivateAddressIsTheSameThingOnlyWithinAnAccount() {
        assertThat(related(PLAIN, "hostSecurity", listed(), agent("1", "a", DocList.of("address:10.0.0.0/8"))))
                .containsExactly("a");
        assertThat(related(PLAIN, "hostSecurity", listed(), agent("address:10.0.0.0/8")))
                .singleElement()
                .extracting(LinkedBySelectorsTest::words)
                .isEqualTo("an address of a private network is selected from another account");
    }

    @Test
    void whatWasNotReadOfAnAssetLeavesOpenOnlyWhatSelectsByIt() {
        Asset unread = machine(DENIED, DocList.empty(), DocList.empty());

        assertThat(related(unread, "hostSecurity", listed(), agent("tag:Env=prod")))
                .containsExactly(DENIED);
        assertThat(related(unread, "hostSecurity", listed(), agent("id:x", "domain:a.example")))
                .isEmpty();
        assertThat(related(unread, "hostSecurity", listed(), agent("tag:Env=prod", "id:m")))
                .containsExactly("a");
    }

    @Test
    void ofATagThatIsKnownItDoesNotMatterThatOthersAreNot() {
        Asset half = machine(Doc.of("Env", "test", Doc.OTHERS, DENIED), DocList.empty(), DocList.empty());

        assertThat(related(half, "hostSecurity", listed(), agent("tag:Env=prod")))
                .isEmpty();
        assertThat(related(half, "hostSecurity", listed(), agent("tag:Role=web")))
                .containsExactly(DENIED);
    }

    @Test
    void addressesAndDomainsThatNobodyReadLeaveItOpen() {
        assertThat(related(
                        machine(Doc.empty(), DENIED, DocList.empty()),
                        "hostSecurity",
                        listed(),
                        agent("address:203.0.113.7")))
                .containsExactly(DENIED);
        assertThat(related(
                        machine(Doc.empty(), DocList.empty(), DocList.of("a.example", DENIED)),
                        "hostSecurity",
                        listed(),
                        agent("domain:shop.example")))
                .containsExactly(DENIED);
    }

    @Test
    void aProductMayGuardMoreWhereAnAssetWasNotRead() {
        assertThat(related(
                        agent("tag:Env=prod"),
                        "guarded",
                        listed(),
                        PLAIN,
                        machine("2", "n", DENIED, DocList.empty(), DocList.empty())))
                .containsExactly("m", DENIED);
    }

    @Test
    void aProductThatDoesNotSayWhomItGuardsMayGuardAnybody() {
        for (Object unsaid : List.of(DENIED, Absent.ABSENT, DocList.of("id:x", DENIED))) {
            assertThat(related(PLAIN, "hostSecurity", listed(), agent("2", "a", unsaid)))
                    .singleElement()
                    .matches(it -> ((Unknown) it).isMore());
        }
        assertThat(related(PLAIN, "hostSecurity", listed(), agent("2", "a", DocList.empty())))
                .as("one that says that it guards nobody does not")
                .isEmpty();
    }

    @Test
    void whatIsNoSelectorIsUnknownAtBothEndsAndSaysWhy() {
        for (List<Object> found : List.of(
                related(PLAIN, "hostSecurity", listed(), agent("host-7")),
                related(agent("host-7"), "guarded", listed(), PLAIN))) {
            assertThat(found)
                    .singleElement()
                    .extracting(LinkedBySelectorsTest::words)
                    .asString()
                    .startsWith("the answer says in Protects: \"host-7\" is no selector");
        }
    }

    @Test
    void nobodyGuardsItOnlyWhereEveryListingOfSuchProductsIsWhole() {
        List<Unit> refused = listed();
        refused.set(3, unit("2", "north", "toy.agent", Status.DENIED, 0));

        assertThat(related(PLAIN, "hostSecurity", refused))
                .singleElement()
                .extracting(it -> ((Unknown) it).causes().get(0).call())
                .isEqualTo("toy:ListItems");
        assertThat(related(PLAIN, "hostSecurity", List.of(unit("1", "north", "toy.machine", Status.VALUE, 1))))
                .singleElement()
                .extracting(LinkedBySelectorsTest::words)
                .isEqualTo("toy.agent was not looked for");
        assertThat(related(PLAIN, "hostSecurity", listed())).isEmpty();
    }

    /** A product of the same kind whose type has no such link: it may guard anything, but only where there is one. */
    @Test
    void aProductWhoseTypeCannotTellLeavesItOpenWhereThereIsOne() {
        AssetType mute = product("sea.shield", Kinds.HOST_SECURITY).build();
        Types types = Types.of(List.of(MACHINE, AGENT, mute));

        assertThat(related(types, PLAIN, "hostSecurity", listed(), agent("id:x")))
                .as("the scan has no account of that source")
                .isEmpty();
        assertThat(related(
                        types,
                        PLAIN,
                        "hostSecurity",
                        listed(),
                        agent("id:m"),
                        asset(mute, "9", "s", Doc.empty(), Doc.of("Id", "s"))))
                .satisfiesExactly(
                        it -> assertThat(it).isEqualTo("a"),
                        it -> assertThat(words(it)).isEqualTo("sea.shield has no way to tell whom it guards"));
    }

    @Test
    void whereACloudHasNoTypeForItsOwnProductsNobodyKnowsThatTheyDoNotGuard() {
        Types types = Types.of(List.of(MACHINE, guarding("sea.agent")));

        assertThat(related(types, PLAIN, "hostSecurity", List.of(unit("2", "north", "sea.agent", Status.VALUE, 0))))
                .singleElement()
                .extracting(LinkedBySelectorsTest::words)
                .isEqualTo("toy has no type that tells of security.host");
    }

    @Test
    void aSourceThatWasAskedForOtherThingsMayHoldSuchProducts() {
        AssetType other = product("sea.shield", Kinds.HOST_SECURITY).build();
        List<Unit> units = listed();
        units.add(new Unit(
                "sea",
                new Scope("Group", "9", "north"),
                "sea.boat",
                new Cause("sea:ListBoats", Status.VALUE, "", Text.EMPTY),
                1,
                0));

        assertThat(related(Types.of(List.of(MACHINE, AGENT, other)), PLAIN, "hostSecurity", units))
                .singleElement()
                .extracting(LinkedBySelectorsTest::words)
                .isEqualTo("sea.shield was not looked for");
    }

    @Test
    void anAssetOfATypeThatTellsOnlyItsPublicAddressesMayHaveAPrivateOne() {
        AssetType door = AssetType.named("toy.door", "Door", Kinds.VM)
                .list(type("toy.any", listing()).build().listing())
                .nativeId("Id")
                .facet("publicAddresses", asset -> DocList.of("203.0.113.7"))
                .neverTagged()
                .build();
        Types types = Types.of(List.of(MACHINE, AGENT, door));
        Asset asset = asset(door, "2", "d", Doc.empty(), Doc.of("Id", "d"));

        assertThat(related(types, asset, "hostSecurity", listed(), agent("address:203.0.113.0/24")))
                .containsExactly("a");
        assertThat(related(types, asset, "hostSecurity", listed(), agent("address:10.0.0.0/8")))
                .singleElement()
                .extracting(LinkedBySelectorsTest::words)
                .isEqualTo("toy.door has no way to tell facets.addresses");
    }
}
