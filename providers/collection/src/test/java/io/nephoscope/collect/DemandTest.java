package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.LIST;
import static io.nephoscope.inventory.ToyCloud.LOGGING;
import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {
    private static final AssetType ITEM = type("toy.item", listing())
            .detail(detail(POLICY, "Policy", () -> ""))
            .detail(detail(LOGGING, "Logging", () -> ""))
            .facet("versioned", attributes -> true, "Policy", "Id")
            .facet("accessLogged", "Logging")
            .relation("shelf", "toy.shelf", "Logging")
            .build();
    private static final AssetType SHELF = type("toy.shelf", listing())
            .detail(detail(POLICY, "Policy", () -> ""))
            .detail(detail(LOGGING, "Logging", () -> ""))
            .relation("items", "toy.item", "Id")
            .build();

    private final Demand demand = new Demand(Types.of(List.of(ITEM, SHELF)));

    private String asked(AssetType type) {
        return String.join(
                " ", demand.details(type).stream().map(Detail::attribute).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "attributes, Policy Logging",
        "attributes.Policy, Policy",
        "attributes.Policy.Statement[0].Effect, Policy",
        "attributes.Policy[0], Policy",
        "attributes.Id, ''",
        "attributes.Nothing, ''",
        "facets, Policy Logging",
        "facets.versioned, Policy",
        "facets.accessLogged[2].x, Logging",
        "facets.nothing, ''",
        "tags.owner, ''",
        "name, ''",
        "related.shelf, Logging",
        "related.nothing, ''",
    })
    void aPathAsksForTheAttributesBehindIt(String path, String details) {
        demand.read(ITEM, path);

        assertThat(asked(ITEM)).isEqualTo(details);
        assertThat(demand.types()).contains(ITEM);
    }

    @ParameterizedTest
    @CsvSource({
        "related.shelf.attributes.Policy, Policy",
        "related.shelf[0].attributes.Policy.x, Policy",
        "related.shelf.attributes, Policy Logging",
        "related.shelf, ''",
        "related.shelf.name, ''"
    })
    void aPathThroughARelationAsksTheOtherTypeToo(String path, String details) {
        demand.read(ITEM, path);

        assertThat(asked(ITEM)).isEqualTo("Logging");
        assertThat(asked(SHELF)).isEqualTo(details);
        assertThat(demand.types()).containsExactly(ITEM, SHELF);
    }

    @Test
    void aPathThroughTwoRelationsComesBack() {
        demand.read(ITEM, "related.shelf.related.items.attributes.Policy");

        assertThat(asked(ITEM)).isEqualTo("Policy Logging");
    }

    @Test
    void listingAsksForNoDetail() {
        demand.list(SHELF);

        assertThat(asked(SHELF)).isEmpty();
        assertThat(demand.operations(SHELF)).containsExactly(LIST);
        assertThat(demand.typesOf("toy")).containsExactly(SHELF);
        assertThat(demand.typesOf("to")).isEmpty();
    }

    @Test
    void theOperationsAreThoseOfTheListingAndOfEveryDetailAskedFor() {
        demand.read(ITEM, "attributes.Logging");

        assertThat(demand.operations(ITEM)).containsExactly(LIST, LOGGING);
    }
}
