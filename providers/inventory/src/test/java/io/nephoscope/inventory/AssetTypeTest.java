package io.nephoscope.inventory;

import static io.nephoscope.inventory.ToyCloud.LIST;
import static io.nephoscope.inventory.ToyCloud.LOGGING;
import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
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
        AssetTypeBuilder drawer = type("toy.drawer", listing());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawer.ownFacet("public", Schema.Scalar.BOOL, item -> true));
    }

    @Test
    void aFacetThatReadsWhatItDidNotDeclareIsUnknown() {
        assertThat(ITEM.facetsOf(Doc.of("Secret", "x")).get("versioned"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes().get(0).message().en())
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

        assertThat(shelf.keys().apply(Doc.of("Shelf", "s-1"))).isEqualTo(DocList.of("s-1"));
        assertThat(shelf.keys().apply(Doc.of("Shelf", DocList.of("a", "b")))).isEqualTo(DocList.of("a", "b"));
        assertThat(shelf.keys().apply(Doc.of("Shelf", DENIED))).isEqualTo(DENIED);
        assertThat(shelf.keys().apply(Doc.empty())).isEqualTo(Absent.ABSENT);
    }

    @Test
    void anAssetWithoutANameHasItsId() {
        assertThat(ITEM.nameOf(Doc.of("Id", "i-1", "Label", "One"))).isEqualTo("One");
        assertThat(ITEM.nameOf(Doc.of("Id", "i-1"))).isEqualTo("i-1");
        assertThat(ITEM.nameOf(Doc.of("Id", "i-1", "Label", DENIED))).isEqualTo(DENIED);
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
    void tagsAreWhatTheTypeDeclaresThemToBe() {
        AssetType tagged = type("toy.item", listing())
                .detail(detail(POLICY, "Policy", () -> ""))
                .tags("Policy")
                .build();

        assertThat(tagged.tagsOf(Doc.of("Policy", Doc.of("owner", "ann")))).isEqualTo(Doc.of("owner", "ann"));
        assertThat(tagged.tagsOf(Doc.of("Policy", Absent.ABSENT))).isEqualTo(Doc.empty());
        assertThat(tagged.tagsOf(Doc.of("Policy", DENIED))).isEqualTo(DENIED);
        assertThat(tagged.operationsFor("tags.owner")).containsExactly(POLICY);
        assertThat(type("toy.item", listing()).neverTagged().build().tagsOf(Doc.empty()))
                .isEqualTo(Doc.empty());
    }

    @Test
    void aTypeThatSaysNothingOfTagsHasUnknownOnes() {
        assertThat(ITEM.tags()).isEmpty();
        assertThat(ITEM.tagsOf(Doc.empty()))
                .isEqualTo(Unknown.because(new Cause(
                        "",
                        Status.NOT_COLLECTED,
                        "",
                        new Text("toy.item has no way to tell tags", "toy.item 没有读取 tags 的途径"))));
        assertThat(type("toy.item", listing())
                        .tagsUntold(Text.quoted("nobody tells"))
                        .build()
                        .tagsOf(Doc.empty()))
                .isEqualTo(Unknown.because(new Cause("", Status.NOT_COLLECTED, "", Text.quoted("nobody tells"))));
    }

    @Test
    void anAssetWhoseNameIsUnknownIsCalledByItsId() {
        Asset asset = new Asset(
                "u",
                ITEM,
                "i-1",
                DENIED,
                new Scope("", "1", "north"),
                DENIED,
                Doc.empty(),
                new Asset.Provenance("", "", List.of()));

        assertThat(asset.name()).isEqualTo("i-1");
        assertThat(asset.named()).isEqualTo(DENIED);
    }
}
