package io.nephoscope.inventory;

import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.detail;
import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facet owner: of every kind, from the tags, unless a type says otherwise. */
class OwnerTest {
    private static final Unknown DENIED = Unknown.because(Cause.notCollected("toy:GetPolicy", ""));
    private static final AssetType TAGGED = type("toy.item", listing())
            .detail(detail(POLICY, "Labels", () -> ""))
            .tags("Labels")
            .build();

    private static Object owner(AssetType type, Object labels) {
        return type.facetsOf(Doc.of("Labels", labels)).get("owner");
    }

    @Test
    void everyKindHasIt() {
        assertThat(Kinds.all())
                .allSatisfy(kind -> assertThat(kind.facets().field("owner")).contains(Schema.Scalar.STRING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "Owner", "OWNER", "负责人", "责任人"})
    void itIsTheTagOfThatName(String key) {
        assertThat(owner(TAGGED, Doc.of("Env", "prod", key, "ops@hills"))).isEqualTo("ops@hills");
    }

    @Test
    void severalOwnersAreAllTold() {
        assertThat(owner(TAGGED, Doc.of("负责人", "安", "Owner", "ops", "owner", "ops")))
                .isEqualTo("ops, 安");
    }

    @Test
    void anAssetWithoutSuchATagHasNoOwner() {
        assertThat(owner(TAGGED, Doc.of("Env", "prod", "owners", "x", "owner", " ")))
                .isEqualTo(Absent.ABSENT);
        assertThat(owner(TAGGED, Absent.ABSENT)).isEqualTo(Absent.ABSENT);
    }

    @Test
    void whereTheTagsAreUnknownTheOwnerIsToo() {
        assertThat(owner(TAGGED, DENIED)).isEqualTo(DENIED);
        assertThat(owner(TAGGED, Doc.of("Env", "prod", Doc.OTHERS, DENIED))).isEqualTo(DENIED);
        assertThat(owner(TAGGED, Doc.of("owner", DENIED))).isEqualTo(DENIED);
        assertThat(owner(type("toy.mute", listing()).build(), Doc.empty())).isInstanceOf(Unknown.class);
    }

    @Test
    void itIsReadByTheCallThatFillsTheTagsAndNoOther() {
        assertThat(TAGGED.operationsFor("facets.owner")).containsExactly(POLICY);
    }

    @Test
    void aTypeMayTellItOtherwise() {
        AssetType told = type("toy.told", listing()).facet("owner", "Secret").build();

        assertThat(told.facetsOf(Doc.of("Secret", "sea")).get("owner")).isEqualTo("sea");
    }
}
