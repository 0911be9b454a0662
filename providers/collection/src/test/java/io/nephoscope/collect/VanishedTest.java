package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.ToyCloud;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is listed and not there any more when its details are asked for: gone where that is proven, and else not read. */
class VanishedTest {
    private final Toy toy = new Toy();
    private final AtomicInteger listings = new AtomicInteger();

    /** Lists some ids at first, and others from then on. */
    private Listing.Walk listing(List<String> first, List<String> then) {
        return (site, each) -> site.call(ToyCloud.LIST, () -> listings.getAndIncrement() == 0 ? first : then)
                .map(all -> {
                    all.forEach(id -> each.accept(Doc.of("Id", id)));
                    return all.size();
                });
    }

    /** Of some ids the cloud says that they are not there, in its own words. */
    private static Detail policy(Set<String> gone, String words) {
        return new Detail(
                "Policy",
                Schema.Scalar.DYN,
                List.of(POLICY.per(Per.ASSET)),
                (site, asset) -> site.call(POLICY, () -> {
                    if (gone.contains(asset.text("Id"))) {
                        throw new IllegalStateException("GONE " + words.replace("ID", asset.text("Id")));
                    }
                    return "open";
                }));
    }

    private List<String> collect(Listing.Walk walk, Detail detail) throws Exception {
        AssetType type = type("toy.item", walk).detail(detail).build();
        toy.collect(Toy.whole(type), Outcome.value(List.of("north")));
        List<String> unit = new ArrayList<>(toy.coverage());
        toy.units.forEach(it -> unit.add("gone " + it.gone()));
        return unit;
    }

    @Test
    void whatASecondListingDoesNotHaveIsGoneAndNoGap() throws Exception {
        assertThat(collect(listing(List.of("a", "b"), List.of("a")), policy(Set.of("b"), "no such thing")))
                .containsExactly("north toy.item value 1 0", "gone 1");
        assertThat(toy.places()).containsExactly("north a");
        assertThat(toy.ledger).noneMatch(row -> row.outcome().isGap());
    }

    @Test
    void whatIsNamedAsGoneNeedsNoSecondListing() throws Exception {
        assertThat(collect(
                        listing(List.of("a", "b"), List.of("a", "b")),
                        policy(Set.of("b"), "the item 'ID' is not there")))
                .containsExactly("north toy.item value 1 0", "gone 1");
        assertThat(listings).hasValue(1);
    }

    @Test
    void whatIsListedStillAndNotNamedWasNotRead() throws Exception {
        assertThat(collect(listing(List.of("a", "b"), List.of("a", "b")), policy(Set.of("b"), "no such thing")))
                .containsExactly("north toy.item value 2 0", "gone 0");
        assertThat(((Unknown) toy.asset("b").attributes().get("Policy")).causes())
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.outcome()).isEqualTo(Status.FAILED);
                    assertThat(cause.message().en()).isEqualTo("GONE no such thing");
                });
    }

    /** Something below the asset may carry its name in front of its own. */
    @Test
    void whatIsNamedIsTheAssetAndNotWhatLiesBelowIt() throws Exception {
        assertThat(collect(
                        listing(List.of("a", "b"), List.of("a", "b")),
                        policy(Set.of("b"), "'items/ID/policies/x' is not there")))
                .containsExactly("north toy.item value 2 0", "gone 0");
    }

    /** A proxy that knows nothing says so of everything, with names and all. */
    @Test
    void aCloudThatCallsEverythingGoneMakesNothingVanish() throws Exception {
        assertThat(collect(
                        listing(List.of("a", "b"), List.of("a", "b")),
                        policy(Set.of("a", "b"), "the item 'ID' is not there")))
                .containsExactly("north toy.item value 2 0", "gone 0");
        assertThat(toy.places()).containsExactly("north a", "north b");
    }

    @Test
    void aSecondListingThatIsNotAnsweredProvesNothing() throws Exception {
        Listing.Walk once = (site, each) -> site.call(ToyCloud.LIST, () -> {
                    if (listings.getAndIncrement() > 0) {
                        throw new IllegalStateException("DENIED");
                    }
                    return List.of("a");
                })
                .map(all -> {
                    all.forEach(id -> each.accept(Doc.of("Id", id)));
                    return all.size();
                });

        assertThat(collect(once, policy(Set.of("a"), "no such thing")))
                .containsExactly("north toy.item value 1 0", "gone 0");
        assertThat(toy.asset("a").attributes().get("Policy")).isInstanceOf(Unknown.class);
    }
}
