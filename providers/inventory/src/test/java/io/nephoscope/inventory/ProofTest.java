package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final Proof PROOF =
            Proof.holding("Owner", "Attributes.Arn", "Basic|Advanced").each("Id");

    private static Doc answer(String owner, Object arn, String selectors) {
        return Doc.of("Owner", owner, "Attributes", Doc.of("Arn", arn), selectors, DocList.empty());
    }

    @Test
    void anAnswerThatHoldsWhatIsAlwaysSentIsOne() {
        assertThat(PROOF.missing(answer("me", "arn:1", "Basic"))).isEmpty();
        assertThat(PROOF.missing(answer("me", "arn:1", "Advanced"))).isEmpty();
        assertThat(PROOF.missing(answer("me", 0L, "Basic"))).isEmpty();
    }

    @Test
    void theFirstMemberThatAnAnswerLacksIsTold() {
        assertThat(PROOF.missing(Doc.empty())).contains("Owner");
        assertThat(PROOF.missing(answer("me", Absent.ABSENT, "Basic"))).contains("Attributes.Arn");
        assertThat(PROOF.missing(answer("me", "arn:1", "Other"))).contains("Basic|Advanced");
        assertThat(PROOF.missing(Doc.of("Owner", "me", "Attributes", "none"))).contains("Attributes.Arn");
    }

    @Test
    void whatAnItemLacksIsToldOfTheItem() {
        assertThat(PROOF.missingOf(Doc.of("Id", "1"))).isEmpty();
        assertThat(PROOF.missingOf(Doc.of("Name", "x"))).contains("Id");
    }

    @Test
    void whatIsProvenByNothingOrByANameIsDeclaredToo() {
        assertThat(Proof.UNDECLARED.isDeclared()).isFalse();
        assertThat(Proof.nothing("it has nothing to say").isDeclared()).isTrue();
        assertThat(Proof.named("VersioningConfiguration").isDeclared()).isTrue();
        assertThat(Proof.holding("Owner").in("AccessControlPolicy").document()).isEqualTo("AccessControlPolicy");
    }
}
