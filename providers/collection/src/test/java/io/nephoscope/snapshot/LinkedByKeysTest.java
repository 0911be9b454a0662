package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Written.asset;
import static io.nephoscope.snapshot.Written.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assets that are found by an address or a domain name, and the links back. */
class LinkedByKeysTest {
    private static final Schema TEXTS = Schema.listOf(Schema.Scalar.STRING);
    private static final Unknown DENIED =
            Unknown.because(new Cause("toy:GetAddresses", Status.DENIED, "toy:GetAddresses", Text.EMPTY));
    private static final AssetType MACHINE = AssetType.named("toy.machine", "Machine", Kinds.VM)
            .list(type("toy.any", listing()).build().listing())
            .nativeId("Id")
            .facet("addresses", "Addresses")
            .ownFacet("domains", TEXTS, asset -> asset.get("Domains"), "Domains")
            .build();
    private static final AssetType SITE = type("toy.site", listing())
            .relation(new Relation(
                    "machines",
                    Relation.toKind("compute.vm"),
                    List.of("Origins"),
                    true,
                    site -> site.get("Origins"),
                    By.ADDRESS,
                    Optional.of("sites"),
                    List.of()))
            .relation(new Relation(
                    "entries",
                    "toy.machine",
                    List.of("Hosts"),
                    true,
                    site -> site.get("Hosts"),
                    By.DOMAIN,
                    Optional.empty(),
                    List.of()))
            .relation(new Relation(
                    "owner",
                    "toy.machine",
                    List.of("Owner"),
                    false,
                    site -> DocList.of(site.get("Owner")),
                    By.ID,
                    Optional.of("owned"),
                    List.of()))
            .build();
    private static final Types TYPES = Types.of(List.of(MACHINE, SITE));
    private static final List<Unit> LISTED = List.of(
            unit("1", "north", "toy.machine", Status.VALUE, 1),
            unit("2", "north", "toy.machine", Status.VALUE, 1),
            unit("1", "north", "toy.site", Status.VALUE, 1));

    @TempDir
    Path temp;

    private int snapshots;

    private static Asset machine(String account, String id, Object addresses, Object domains) {
        return asset(MACHINE, account, "north", id, Doc.of("Id", id, "Addresses", addresses, "Domains", domains));
    }

    private static Asset machine(String account, String id, String... addresses) {
        return machine(account, id, DocList.of((Object[]) addresses), DocList.empty());
    }

    private static Asset site(String id, Object origins, Object hosts) {
        return asset(SITE, "1", "north", id, Doc.of("Id", id, "Origins", origins, "Hosts", hosts, "Owner", "m-1"));
    }

    private static Asset site(Object... origins) {
        return site("s", DocList.of(origins), DocList.empty());
    }

    /** Uids, and whether more may be there. */
    private List<Object> related(Asset from, String relation, List<Unit> units, Asset... others) {
        List<Asset> all = new ArrayList<>(List.of(others));
        all.add(from);
        Written written = new Written(temp.resolve("snapshot" + ++snapshots), TYPES);
        try (Snapshot snapshot =
                written.write(units, List.of(), all.toArray(Asset[]::new)).open()) {
            AssetType type = TYPES.named(from.type().name()).orElseThrow();
            return ((DocList) snapshot.related(from, type.relation(relation).orElseThrow()))
                    .stream()
                            .<Object>map(it -> it instanceof Asset asset ? asset.nativeId() : it)
                            .toList();
        }
    }

    private static String words(Object unknown) {
        return ((Unknown) unknown).causes().get(0).message().en();
    }

    @Test
    void anAddressLeadsToWhomeverHasItOnAnyCloudHoweverItIsSpelled() {
        assertThat(related(
                        site("203.0.113.7", "2001:DB8::0:1"),
                        "machines",
                        LISTED,
                        machine("1", "m-1", "203.0.113.7"),
                        machine("2", "m-2", "2001:db8:0::1"),
                        machine("2", "m-3", "203.0.113.70")))
                .containsExactly("m-1", "m-2");
    }

    @Test
    void nobodyIsFoundOnlyWhereEveryListingIsWhole() {
        assertThat(related(site("203.0.113.7"), "machines", LISTED)).isEmpty();

        List<Unit> gap = new ArrayList<>(LISTED);
        gap.add(unit("2", "south", "toy.machine", Status.DENIED, 0));
        assertThat(related(site("203.0.113.7"), "machines", gap, machine("1", "m-1", "203.0.113.7")))
                .hasSize(2)
                .contains("m-1")
                .last()
                .isInstanceOf(Unknown.class);
        assertThat(related(site("203.0.113.7"), "machines", List.of()))
                .singleElement()
                .extracting(LinkedByKeysTest::words)
                .isEqualTo("toy.machine was not looked for");
    }

    @Test
    void anAssetWhoseAddressesNobodyReadMayBeTheOne() {
        assertThat(related(site("203.0.113.7"), "machines", LISTED, machine("2", "m-2", DENIED, DocList.empty())))
                .containsExactly(DENIED);
    }

    @Test
    void aPrivateAddressIsTheSameThingOnlyWithinAnAccount() {
        assertThat(related(site("10.0.0.5"), "machines", LISTED, machine("1", "m-1", "10.0.0.5")))
                .containsExactly("m-1");
        assertThat(related(site("10.0.0.5"), "machines", LISTED, machine("2", "m-2", "10.0.0.5")))
                .singleElement()
                .extracting(LinkedByKeysTest::words)
                .asString()
                .startsWith("10.0.0.5 is an address of a private network, and another account has it");
    }

    @Test
    void whatIsNoAddressIsUnknownAndNeverNobody() {
        assertThat(related(site("10.0.0.0/8"), "machines", LISTED))
                .singleElement()
                .extracting(LinkedByKeysTest::words)
                .isEqualTo("the answer says 10.0.0.0/8 in Origins, by which no asset can be found");
    }

    @Test
    void aDomainLeadsToItsNamesakesAndAWildcardToAllBelow() {
        Asset shop = machine("1", "shop", DocList.empty(), DocList.of("Shop.Example.org."));
        Asset all = machine("2", "all", DocList.empty(), DocList.of("*.example.org"));
        Asset other = machine("2", "other", DocList.empty(), DocList.of("badexample.org", "example.org"));

        assertThat(related(
                        site("s", DocList.empty(), DocList.of("shop.example.org")),
                        "entries",
                        LISTED,
                        shop,
                        all,
                        other))
                .containsExactly("shop", "all");
        assertThat(related(
                        site("s", DocList.empty(), DocList.of("*.example.org")), "entries", LISTED, shop, all, other))
                .containsExactlyInAnyOrder("shop", "all");
    }

    @Test
    void aLinkIsKnownAtItsOtherEndToo() {
        Asset one = site("s-1", DocList.of("203.0.113.7"), DocList.empty());
        Asset two = site("s-2", DocList.of("203.0.113.8"), DocList.empty());

        assertThat(related(machine("2", "m-2", "203.0.113.7"), "sites", LISTED, one, two))
                .containsExactly("s-1");
        assertThat(related(machine("1", "m-1", "198.51.100.1"), "owned", LISTED, one, two))
                .containsExactly("s-1", "s-2");
        assertThat(related(machine("2", "m-1", "198.51.100.1"), "owned", LISTED, one))
                .as("an id of another account is another asset")
                .noneMatch("s-1"::equals);
    }

    @Test
    void nothingLeadsBackOnlyWhereWhatWouldIsKnown() {
        Asset unread = site("s-1", DENIED, DocList.empty());

        assertThat(related(machine("2", "m-2", "203.0.113.7"), "sites", LISTED, unread))
                .containsExactly(DENIED);
        List<Unit> gap = List.of(
                unit("1", "north", "toy.site", Status.DENIED, 0), unit("2", "north", "toy.machine", Status.VALUE, 1));
        assertThat(related(machine("2", "m-2", "203.0.113.7"), "sites", gap))
                .singleElement()
                .isInstanceOf(Unknown.class);
    }

    @Test
    void anAddressThatIPv6WritesForIPv4AndANameInLettersOfItsOwnAreFound() {
        assertThat(related(site("::ffff:203.0.113.7"), "machines", LISTED, machine("2", "m-2", "203.0.113.7")))
                .containsExactly("m-2");
        Asset named = machine("1", "books", DocList.empty(), DocList.of("xn--bcher-kva.example"));
        assertThat(related(site("s", DocList.empty(), DocList.of("Bücher.example")), "entries", LISTED, named))
                .containsExactly("books");
    }

    @Test
    void aLinkThatWasLeftOutOrCannotBeReadMayLeadAnywhereOnItsWayBack() {
        Asset silent = asset(SITE, "1", "north", "s-1", Doc.of("Id", "s-1", "Owner", "m-9"));
        Asset odd = site("s-2", DocList.of("https://203.0.113.9/"), DocList.empty());
        for (Asset site : List.of(silent, odd)) {
            assertThat(related(machine("2", "m-2", "203.0.113.7"), "sites", LISTED, site))
                    .as(site.nativeId())
                    .singleElement()
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void whatMayBeThereBesidesIsMarkedAsMore() {
        assertThat(related(site("203.0.113.7"), "machines", List.of()))
                .singleElement()
                .matches(it -> ((Unknown) it).isMore());
    }

    @Test
    void typesThatKnowTheirLinksBackMayStandAmongOthers() {
        Types again = Types.of(TYPES.all());
        assertThat(again.named("toy.machine").orElseThrow().relations())
                .extracting(Relation::name)
                .containsExactly("owned", "sites");
        assertThat(Types.of(again.all().subList(0, 1)).all().get(0).relations()).isEmpty();
    }

    @Test
    void twoLinksBackOfOneNameMustComeFromOneKind() {
        AssetType group = AssetType.named("toy.rack", "Rack", Kinds.SUBNET)
                .list(type("toy.any", listing()).build().listing())
                .nativeId("Id")
                .relation(new Relation(
                        "machines",
                        "toy.machine",
                        List.of("Id"),
                        false,
                        it -> it.get("Id"),
                        By.ID,
                        Optional.of("sites"),
                        List.of()))
                .build();

        assertThatThrownBy(() -> Types.of(List.of(MACHINE, SITE, group)))
                .hasMessageContaining("the relation sites of toy.machine leads back to several kinds");
    }
}
