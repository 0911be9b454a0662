package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.FakePace;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which regions are read, and what lies in none of them. */
class CollectorRegionsTest {
    private final Toy toy = new Toy();

    private static Exception denied() {
        return new IllegalAccessException("DENIED by the cloud");
    }

    @Test
    void everyTypeIsListedInEveryRegion() throws Exception {
        AssetType type = type("toy.item", listing("a")).build();
        AssetType wide = type("toy.wide", listing("w")).oncePerAccount().build();

        toy.collect(type, wide);

        assertThat(toy.places()).containsExactly("global w", "north a", "south a");
        assertThat(toy.coverage())
                .containsExactly("global toy.wide value 1 0", "north toy.item value 1 0", "south toy.item value 1 0");
        assertThat(toy.told.stream().filter("planned"::equals)).hasSize(3);
        assertThat(toy.told.stream().filter("finished"::equals)).hasSize(3);
    }

    @Test
    void aRegionThatIsNamedTwiceIsReadOnce() throws Exception {
        toy.collect(
                Toy.whole(type("toy.item", listing("a")).build()), Outcome.value(List.of("north", "north", "south")));

        assertThat(toy.units).hasSize(2);
    }

    @Test
    void deniedRegionsAreOneGapForEachTypeThatIsListedByRegion() throws Exception {
        AssetType type = type("toy.item", listing("a")).build();
        AssetType wide = type("toy.wide", listing("w")).oncePerAccount().build();
        Cause denied = new Cause("toy:ListRegions", Status.DENIED, "toy:ListRegions", Text.quoted("no"));

        toy.collect(Toy.whole(type, wide), Outcome.without(denied));

        assertThat(toy.coverage()).containsExactly("* toy.item denied 0 0", "global toy.wide value 1 0");
        assertThat(toy.told.stream().filter("planned"::equals)).hasSize(2);
    }

    @Test
    void regionsOfWhichThereAreNoneAreAGapAndNotNothing() throws Exception {
        Demand demand = Toy.whole(type("toy.item", listing("a")).build());

        for (Outcome<List<String>> none : List.<Outcome<List<String>>>of(
                Outcome.value(List.of()),
                Outcome.absent(),
                Outcome.without(new Cause("toy:ListRegions", Status.UNSUPPORTED, "", Text.EMPTY)))) {
            Toy empty = new Toy().collect(demand, none);

            assertThat(empty.coverage()).containsExactly("* toy.item failed 0 0");
        }
    }

    @Test
    void whatLiesOutsideTheRegionsAskedForIsCountedAndNotRead() throws Exception {
        AssetType type = type("toy.item", listing("north-a", "south-b", "west-c", "everywhere"))
                .oncePerAccount()
                .region(item -> Optional.of(item.text("Id").split("-")[0]).filter(it -> !it.equals("everywhere")))
                .detail(detail(POLICY, "Policy", () -> "open"))
                .build();

        toy.collect(Toy.whole(type), Outcome.value(List.of("north")), "north");

        assertThat(toy.places()).containsExactly("global everywhere", "north north-a");
        assertThat(toy.coverage()).containsExactly("global toy.item value 2 2");
        assertThat(toy.calls()).contains("north GetPolicy value 1", "global GetPolicy value 1");
    }

    /** Nobody knows of it that it lies outside. */
    @Test
    void whatLiesInNoRegionAtAllIsAGapWhereRegionsWereAskedFor() throws Exception {
        AssetType type = type("toy.item", listing("north-a", "nowhere-b"))
                .oncePerAccount()
                .region(item -> Optional.of(item.text("Id").split("-")[0]))
                .build();

        toy.collect(Toy.whole(type), Outcome.value(List.of("north")), "north");

        assertThat(toy.places()).containsExactly("north north-a");
        assertThat(toy.coverage()).containsExactly("global toy.item failed 1 0");
        assertThat(toy.units.get(0).listing().message().en())
                .isEqualTo("an item of the listing is in nowhere, which is no region");
    }

    @Test
    void whatSeveralRegionsListIsBroughtByItsOwnRegion() throws Exception {
        AssetType type = type("toy.item", listing("north-a", "south-b", "south-c"))
                .region(item -> Optional.of(item.text("Id").split("-")[0]))
                .build();

        toy.collect(type);

        assertThat(toy.places()).containsExactly("north north-a", "south south-b", "south south-c");
        assertThat(toy.coverage()).containsExactly("north toy.item value 1 0", "south toy.item value 2 0");
    }

    @Test
    void detailsAreAskedForInTheRegionWhereTheAssetLives() throws Exception {
        AssetType type = type("toy.item", listing("a"))
                .oncePerAccount()
                .uniqueInAccount()
                .region(item -> Optional.of("south"))
                .detail(detail(POLICY, "Policy", () -> "open"))
                .build();

        toy.collect(type);

        assertThat(toy.asset("a").uid()).isEqualTo("toy:1:global:toy.item:a");
        assertThat(toy.calls()).containsExactly("global ListItems value 1", "south GetPolicy value 1");
    }

    @Test
    void anErrorOfOursInTheRegionsIsAGapAndARegionThatIsNotThereIsTold() throws Exception {
        Demand demand = Toy.whole(type("toy.item", listing("a")).build());
        try (Gateway gateway = new Gateway(Limits.DEFAULT, new FakePace());
                Collector collector = toy.collector(demand, gateway, toy, 2)) {
            collector.collect(Toy.target(), Toy.connection(gateway, "1", () -> {
                throw new IllegalStateException("oops");
            }));
            assertThat(toy.coverage()).containsExactly("* toy.item failed 0 0");

            TargetException wrong = new TargetException(Text.quoted("AWS has no region nowhere"));
            assertThatThrownBy(() -> collector.collect(Toy.target(), Toy.connection(gateway, "1", () -> {
                        throw wrong;
                    })))
                    .isSameAs(wrong);
        }
    }
}
