package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.LIST;
import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Details that one question asks of several assets. */
class BatchedDetailTest {
    private static final int MOST = 2;

    private final Queue<String> questions = new ConcurrentLinkedQueue<>();

    /** Answers with the id of each; refuses where one of them is called so. */
    private final class Policies implements Detail.Batch {
        @Override
        public int most() {
            return MOST;
        }

        @Override
        public List<Outcome<?>> fetch(Site site, List<Doc> assets) {
            List<String> ids = assets.stream().map(asset -> asset.text("Id")).toList();
            questions.add(site.scope().region() + " " + ids);
            Outcome<String> answer = site.call(POLICY, () -> {
                if (ids.contains("refused")) {
                    throw new IllegalAccessException("DENIED by the cloud");
                }
                return "";
            });
            if (ids.contains("mad")) {
                throw new IllegalStateException("a slip of ours");
            }
            return ids.stream()
                    .<Outcome<?>>map(id -> answer.map(any -> "of " + id))
                    .toList();
        }
    }

    private AssetTypeBuilder items(Listing.Walk walk) {
        return type("toy.item", walk)
                .detail(new Detail("Policy", Schema.Scalar.STRING, List.of(POLICY.per(Per.BATCH)), new Policies()));
    }

    private static Toy collect(AssetType type, String... regions) throws Exception {
        return new Toy().collect(Toy.whole(type), Outcome.value(List.of(regions)));
    }

    @Test
    void assetsAreAskedAboutTogetherAndEachGetsItsOwn() throws Exception {
        Toy toy = collect(items(listing("a", "b", "c")).build(), "north", "south");

        assertThat(toy.calls()).contains("north GetPolicy value 2", "south GetPolicy value 2");
        assertThat(questions).containsExactlyInAnyOrder("north [a, b]", "north [c]", "south [a, b]", "south [c]");
        assertThat(toy.assets)
                .hasSize(6)
                .allSatisfy(
                        asset -> assertThat(asset.attributes().get("Policy")).isEqualTo("of " + asset.nativeId()));
    }

    @Test
    void aRefusalIsUnknownOfThoseWhoWereAskedAboutWithItAndOfNobodyElse() throws Exception {
        Toy toy = collect(items(listing("a", "refused", "c", "d")).build(), "north");

        assertThat(toy.asset("a").attributes().get("Policy"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .extracting(cause -> cause.outcome())
                                .containsExactly(Status.DENIED));
        assertThat(toy.asset("c").attributes().get("Policy")).isEqualTo("of c");
        assertThat(toy.coverage()).containsExactly("north toy.item value 4 0");
    }

    @Test
    void anErrorOfOursIsTheAnswerOfEachAndNobodyAsksAgain() throws Exception {
        Toy toy = collect(items(listing("mad", "b")).build(), "north");

        assertThat(questions).containsExactly("north [mad, b]");
        assertThat(toy.assets)
                .hasSize(2)
                .allSatisfy(
                        asset -> assertThat(asset.attributes().get("Policy")).isInstanceOf(Unknown.class));
    }

    @Test
    void whoLivesInAnotherRegionIsAskedAboutThere() throws Exception {
        AssetType type = items(listing("a", "b", "c"))
                .region(item -> Optional.of(item.text("Id").equals("b") ? "east" : "north"))
                .build();
        collect(type, "north");

        assertThat(questions).containsExactlyInAnyOrder("north [a, c]", "east [b]");
    }

    @Test
    void thoseBeforeAListingBreaksOffAreFilled() throws Exception {
        Toy toy = collect(
                items((site, each) -> {
                            each.accept(Doc.of("Id", "a"));
                            return site.call(LIST, () -> {
                                throw new IllegalAccessException("DENIED by the cloud");
                            });
                        })
                        .build(),
                "north");

        assertThat(toy.asset("a").attributes().get("Policy")).isEqualTo("of a");
        assertThat(toy.coverage()).containsExactly("north toy.item denied 1 0");
    }

    @Test
    void whereNoFacetComesToReadItNobodyIsAsked() throws Exception {
        AssetType type = items(listing("a", "b"))
                .facet("public", item -> item.get("Id").equals("a") ? item.get("Policy") : false, "Id", "Policy")
                .build();
        Demand demand = new Demand(Types.of(List.of(type))).list(type);
        demand.read(type, "facets.public");
        Toy toy = new Toy().collect(demand, Outcome.value(List.of("north")));

        assertThat(questions).containsExactly("north [a, b]");
        assertThat(toy.asset("b").attributes().get("Policy")).isEqualTo(Absent.ABSENT);
    }

    @Test
    void aTryAsksAboutOneAsset() {
        AssetType type = items(listing("a", "b")).build();
        try (Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL)) {
            Site site = Toy.connection(gateway, "1", () -> Outcome.value(List.of()))
                    .account()
                    .in("north");
            assertThat(new Probe(Toy.whole(type), Clock.systemUTC()).test(type, site))
                    .isTrue();
        }
        assertThat(questions).containsExactly("north [a]");
    }
}
