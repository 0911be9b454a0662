package io.nephoscope.cli.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BranchesTest {
    private final Branches branches =
            new Branches(List.of("Lakeside Group", "Lakeside Group/Harbour", "Lakeside Group/Harbour/Docks", ""));

    @Test
    void aBranchIsFoundWithAndWithoutTheHeadOfTheTree() {
        assertThat(branches.find("/Lakeside Group/Harbour")).contains("Lakeside Group/Harbour");
        assertThat(branches.find("Harbour/Docks/")).contains("Lakeside Group/Harbour/Docks");
        assertThat(branches.find("/Lakeside Group")).contains("Lakeside Group");
        assertThat(branches.find("Docks")).isEmpty();
        assertThat(branches.find("/")).isEmpty();
    }

    @Test
    void aPathBelowAKnownBranchIsCompleted() {
        assertThat(branches.findBelow("/Harbour/Docks/pier 3")).contains("Lakeside Group/Harbour/Docks/pier 3");
        assertThat(branches.findBelow("/Lakeside Group/inland")).contains("Lakeside Group/inland");
        assertThat(branches.findBelow("inland")).contains("Lakeside Group/inland");
    }

    @Test
    void aTypingErrorIsToldWithWhatWasMeant() {
        assertThat(branches.missing("/Harbuor").en())
                .isEqualTo("There is no branch /Harbuor (did you mean /Harbour?); there are /Lakeside Group,"
                        + " /Lakeside Group/Harbour, /Lakeside Group/Harbour/Docks.");
        assertThat(new Branches(List.of("")).missing("x").en())
                .isEqualTo("There is no branch /x; there are none here.");
    }
}
