package io.nephoscope.inventory;

import static io.nephoscope.inventory.collect.Toy.LIST;
import static io.nephoscope.inventory.collect.Toy.LOGGING;
import static io.nephoscope.inventory.collect.Toy.POLICY;
import static io.nephoscope.inventory.collect.Toy.detail;
import static io.nephoscope.inventory.collect.Toy.listing;
import static io.nephoscope.inventory.collect.Toy.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetTypeTest {
    private static final Unknown DENIED = Unknown.because(Cause.notCollected("toy:GetPolicy", ""));
    private static final AssetType ITEM = type("toy.item", listing())
            .name("Label")
            .detail(detail(POLICY, "Policy", () -> ""))
            .detail(detail(LOGGING, "Logging", () -> ""))
            .facet("public", item -> item.get("Policy").equals("open"), "Policy")
            .facet("versioned", item -> item.get("Secret"), "Policy")
            .facet("publicBy", item -> List.of("policy"), "Policy")
            .facet("accessLogged", "Logging")
            .relation("shelf", "toy.shelf", "Shelf")
            .build();

    @Test
    void facetsAreDerivedFromTheirInputs() {
        Doc facets = ITEM.facetsOf(Doc.of("Policy", "open", "Logging", DENIED));

        assertThat(facets.get("public")).isEqualTo(true);
        assertThat(facets.get("accessLogged")).isEqualTo(DENIED);
    }

    @Test
    void aTypeMayHaveFacetsBesideThoseOfItsKind() {
        AssetType drawer = type("toy.drawer", listing())
                .ownFacet("locked", Schema.Scalar.BOOL, item -> item.get("Key").equals("turned"), "Key")
                .build();

        assertThat(drawer.facetFields().field("locked")).contains(Schema.Scalar.BOOL);
        assertThat(drawer.facetFields().fields()).containsKey("public");
        assertThat(drawer.kind().facets().fields()).doesNotContainKey("locked");
        assertThat(drawer.facetsOf(Doc.of("Key", "turned")).get("locked")).isEqualTo(true);
    }

    @Test
    void noTypeHasAFacetOfItsOwnThatItsKindHasAlready() {
        AssetType.Builder drawer = type("toy.drawer", listing());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawer.ownFacet("public", Schema.Scalar.BOOL, item -> true));
    }

    @Test
    void aFacetThatReadsWhatItDidNotDeclareIsUnknown() {
        assertThat(ITEM.facetsOf(Doc.of("Secret", "x")).get("versioned"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes().get(0).message())
                                .contains("facet versioned reads undeclared attribute Secret"));
    }

    @Test
    void aFacetThatDerivesWhatDocumentsDoNotHoldIsUnknown() {
        assertThat(ITEM.facetsOf(Doc.empty()).get("publicBy")).isInstanceOf(Unknown.class);
    }

    @Test
    void pathsLeadToTheOperationsThatFillThem() {
        assertThat(ITEM.operationsFor("attributes.Policy.Statement[0]")).containsExactly(POLICY);
        assertThat(ITEM.operationsFor("attributes.Id")).containsExactly(LIST);
        assertThat(ITEM.operationsFor("facets.accessLogged")).containsExactly(LOGGING);
        assertThat(ITEM.operationsFor("related.shelf")).containsExactly(LIST);
        assertThat(ITEM.operationsFor("tags.owner")).containsExactly(LIST);
        assertThat(ITEM.operationsFor("name")).containsExactly(LIST);
    }

    @Test
    void theSchemaHoldsWhatTheListingAndTheDetailsFill() {
        assertThat(ITEM.attributes().fields()).containsOnlyKeys("Id", "Secret", "Policy", "Logging");
        assertThat(ITEM.attributes().name()).isEqualTo("toy.item.attributes");
    }

    @Test
    void idsOfARelationMayBeATextAListOrUnread() {
        Relation shelf = ITEM.relation("shelf").orElseThrow();

        assertThat(shelf.nativeIds().apply(Doc.of("Shelf", "s-1"))).isEqualTo(DocList.of("s-1"));
        assertThat(shelf.nativeIds().apply(Doc.of("Shelf", DocList.of("a", "b"))))
                .isEqualTo(DocList.of("a", "b"));
        assertThat(shelf.nativeIds().apply(Doc.of("Shelf", DENIED))).isEqualTo(DENIED);
        assertThat(shelf.nativeIds().apply(Doc.empty())).isEqualTo(Absent.ABSENT);
    }

    @Test
    void anAssetWithoutANameHasItsId() {
        assertThat(ITEM.identity().name().apply(Doc.of("Id", "i-1", "Label", "One")))
                .isEqualTo("One");
        assertThat(ITEM.identity().name().apply(Doc.of("Id", "i-1"))).isEqualTo("i-1");
    }

    @Test
    void aTypeThatIsNotListedIsNone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AssetType.named("toy.item", "", Kinds.BUCKET).build());
    }

    @Test
    void typesAreFoundByNameAndKindAndDeclaredOnce() {
        Types types = Types.of(List.of(ITEM));

        assertThat(types.named("toy.item")).contains(ITEM);
        assertThat(types.named("toy")).isEmpty();
        assertThat(types.ofKind(Kinds.BUCKET)).containsExactly(ITEM);
        assertThat(types.ofKind(Kinds.VM)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Types.of(List.of(ITEM, ITEM)));
    }

    @Test
    void anAssetsTagsAreSortedAndStayAsTheyWere() {
        Map<String, String> tags = new HashMap<>(Map.of("b", "2", "a", "1"));
        Asset asset = new Asset(
                "u",
                ITEM,
                "i",
                "n",
                new Scope("", "1", "north"),
                tags,
                Doc.empty(),
                new Asset.Provenance("", "", List.of()));
        tags.put("c", "3");

        assertThat(asset.tags().keySet()).containsExactly("a", "b");
    }
}
