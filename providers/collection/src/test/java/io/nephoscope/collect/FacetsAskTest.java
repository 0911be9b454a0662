package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.LIST;
import static io.nephoscope.inventory.ToyCloud.LOGGING;
import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that facets make necessary, and those that they do not. */
class FacetsAskTest {
    /** A shut door nobody needs to look at twice: the log matters only where the policy lets somebody in. */
    private static final AssetType ITEM = type("toy.item", listing("open", "shut", "refused"))
            .detail(new Detail("Policy", Schema.Scalar.STRING, List.of(POLICY.per(Per.ASSET)), (site, item) -> {
                String id = item.text("Id");
                return site.call(POLICY, () -> {
                    if (id.equals("refused")) {
                        throw new IllegalAccessException("DENIED by the cloud");
                    }
                    return id;
                });
            }))
            .detail(detail(LOGGING, "Logging", () -> "on"))
            .facet(
                    "public",
                    item -> Tri.ask(item.get("Policy"), it -> Tri.of(it.equals("open")))
                            .and(() -> Tri.ask(item.get("Logging"), it -> Tri.of(it.equals("on"))))
                            .toField(),
                    "Policy",
                    "Logging")
            .seldom("Logging")
            .build();

    private static Toy collect(String... paths) throws Exception {
        return new Toy().collect(demand(paths), Outcome.value(List.of("north")));
    }

    private static Demand demand(String... paths) {
        Demand demand = new Demand(Types.of(List.of(ITEM))).list(ITEM);
        List.of(paths).forEach(path -> demand.read(ITEM, path));
        return demand;
    }

    @Test
    void whatAFacetDoesNotComeToReadIsNotAskedFor() throws Exception {
        Toy toy = collect("facets.public");

        assertThat(toy.calls())
                .containsExactlyInAnyOrder(
                        "north ListItems value 1",
                        "north GetPolicy value 2",
                        "north GetPolicy denied 1",
                        "north GetLogging value 2");
        assertThat(toy.asset("shut").attributes().get("Logging")).isEqualTo(Absent.ABSENT);
        assertThat(toy.asset("shut").provenance().calls()).containsExactly("toy:ListItems", "toy:GetPolicy");
        assertThat(toy.asset("open").attributes().get("Logging")).isEqualTo("on");
    }

    /** A fact that is missing is no reason to leave another out: it may decide. */
    @Test
    void whereWhatComesFirstIsUnknownTheRestIsRead() throws Exception {
        assertThat(collect("facets.public").asset("refused").attributes().get("Logging"))
                .isEqualTo("on");
    }

    @Test
    void theFacetOfASavedAssetIsTheOneThatWasSeenThen() throws Exception {
        Toy toy = collect("facets.public");

        assertThat(judged(toy, "open")).isEqualTo(true);
        assertThat(judged(toy, "shut")).isEqualTo(false);
        assertThat(((Unknown) judged(toy, "refused")).causes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.outcome()).isEqualTo(Status.DENIED));
    }

    private static Object judged(Toy toy, String id) {
        return ITEM.facetsOf(ITEM.withGaps(toy.asset(id).attributes())).get("public");
    }

    @Test
    void whatIsAskedForByItselfIsAskedOfEveryAsset() throws Exception {
        assertThat(collect("facets.public", "attributes.Logging")
                        .asset("shut")
                        .attributes()
                        .get("Logging"))
                .isEqualTo("on");
    }

    @Test
    void aFacetAlreadyToldByWhatIsAskedForCostsNothingMore() throws Exception {
        assertThat(collect("attributes.Policy").calls()).noneMatch(call -> call.contains("GetLogging"));
    }

    @Test
    void aPlanCountsOnEveryAssetOnlyForWhatIsReadOfEvery() {
        assertThat(demand("facets.public").uses(ITEM))
                .containsExactly(LIST.per(Per.REGION), POLICY.per(Per.ASSET), LOGGING.per(Per.SOME));
        assertThat(demand("facets.public", "attributes.Logging").uses(ITEM))
                .containsExactly(LIST.per(Per.REGION), POLICY.per(Per.ASSET), LOGGING.per(Per.ASSET));
    }

    @Test
    void whatWasAskedIsAskedAgain() {
        Demand demand = demand("facets.public", "attributes.Policy");

        assertThat(demand.asked()).containsEntry("toy.item", List.of("Policy", "facets.public"));
        assertThat(new Demand(Types.of(List.of(ITEM)))
                        .again(ITEM, demand.asked().get("toy.item"))
                        .uses(ITEM))
                .isEqualTo(demand.uses(ITEM));
    }

    @Test
    void aFacetThatSeldomReadsWhatItNeverReadsIsNoDeclaration() {
        AssetTypeBuilder type = type("toy.item", listing()).facet("public", item -> true, "Id");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.seldom("Logging"))
                .withMessageContaining("Logging");
    }
}
