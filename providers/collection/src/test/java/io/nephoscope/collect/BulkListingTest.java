package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.LIST;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Types that one call lists together. */
class BulkListingTest {
    private final Toy toy = new Toy();

    /** Every item of every class asked for in one call; a class that is named "hidden" is left out, as clouds do. */
    private static final class Everything implements Bulk {
        @Override
        public Map<Shared, Outcome<Integer>> list(Site site, Map<Shared, Consumer<Doc>> walks) {
            Outcome<List<String>> answer = site.call(LIST, () -> List.of("disk a", "vm b", "disk c", "hidden d"));
            Map<Shared, Outcome<Integer>> outcomes = new HashMap<>();
            walks.forEach((walk, each) -> {
                String wanted = ((Part) walk).wanted();
                if (wanted.equals("hidden")) {
                    outcomes.put(
                            walk,
                            Outcome.without(
                                    new Cause(LIST.call(), Status.DENIED, "hidden/read", Text.quoted("not granted"))));
                } else if (!wanted.equals("forgotten")) {
                    outcomes.put(walk, answer.map(items -> {
                        items.stream()
                                .filter(item -> item.startsWith(wanted + " "))
                                .forEach(item -> each.accept(Doc.of("Id", item)));
                        return items.size();
                    }));
                }
            });
            return outcomes;
        }
    }

    private record Part(Bulk bulk, String wanted) implements Shared {}

    private static AssetType of(Bulk bulk, String wanted) {
        return type("toy." + wanted, new Part(bulk, wanted)).oncePerAccount().build();
    }

    @Test
    void typesOfOneBulkAreListedByTheSameCallAndEachGetsItsOwn() throws Exception {
        Bulk everything = new Everything();

        toy.collect(of(everything, "disk"), of(everything, "vm"));

        assertThat(toy.places()).containsExactly("global disk a", "global disk c", "global vm b");
        assertThat(toy.coverage()).containsExactly("global toy.disk value 2 0", "global toy.vm value 1 0");
        assertThat(toy.calls()).containsExactly("global ListItems value 1");
    }

    @Test
    void everyRegionIsABulkOfItsOwn() throws Exception {
        Bulk everything = new Everything();

        toy.collect(
                type("toy.disk", new Part(everything, "disk")).build(),
                type("toy.vm", new Part(everything, "vm")).build());

        assertThat(toy.places()).hasSize(6);
        assertThat(toy.calls()).containsExactly("north ListItems value 1", "south ListItems value 1");
    }

    @Test
    void oneTypeThatMayNotBeReadCostsThatTypeAndNoOther() throws Exception {
        Bulk everything = new Everything();

        toy.collect(of(everything, "disk"), of(everything, "hidden"));

        assertThat(toy.coverage()).containsExactly("global toy.disk value 2 0", "global toy.hidden denied 0 0");
        assertThat(toy.units)
                .filteredOn(Unit::isGap)
                .extracting(unit -> unit.listing().permission())
                .containsExactly("hidden/read");
    }

    @Test
    void aTypeOfWhichTheBulkSaysNothingFailed() throws Exception {
        Bulk everything = new Everything();

        toy.collect(of(everything, "disk"), of(everything, "forgotten"));

        assertThat(toy.coverage()).containsExactly("global toy.disk value 2 0", "global toy.forgotten failed 0 0");
    }

    @Test
    void anErrorOfOursInABulkIsAFailedListingOfEachOfItsTypes() throws Exception {
        Bulk broken = (site, walks) -> {
            walks.values().forEach(each -> each.accept(Doc.of("Id", "before")));
            throw new IllegalStateException("oops");
        };

        toy.collect(of(broken, "disk"), of(broken, "vm"));

        assertThat(toy.coverage()).containsExactly("global toy.disk failed 1 0", "global toy.vm failed 1 0");
        assertThat(toy.units).allMatch(unit -> unit.listing().message().en().contains("oops"));
    }

    @Test
    void aTypeAloneIsABulkOfOne() throws Exception {
        toy.collect(of(new Everything(), "vm"));

        assertThat(toy.places()).containsExactly("global vm b");
    }
}
