package io.nephoscope.cli.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TenantsTest {
    private final Tenants tenants =
            new Tenants(List.of("Lakeside Group", "Lakeside Group/Harbour", "Lakeside Group/Harbour/Docks", ""));

    @Test
    void aTenantIsFoundWithAndWithoutTheHeadOfTheTree() {
        assertThat(tenants.find("/Lakeside Group/Harbour")).contains("Lakeside Group/Harbour");
        assertThat(tenants.find("Harbour/Docks/")).contains("Lakeside Group/Harbour/Docks");
        assertThat(tenants.find("/Lakeside Group")).contains("Lakeside Group");
        assertThat(tenants.find("Docks")).isEmpty();
        assertThat(tenants.find("/")).isEmpty();
    }

    @Test
    void aPathBelowAKnownTenantIsCompleted() {
        assertThat(tenants.findBelow("/Harbour/Docks/pier 3")).contains("Lakeside Group/Harbour/Docks/pier 3");
        assertThat(tenants.findBelow("/Lakeside Group/inland")).contains("Lakeside Group/inland");
        assertThat(tenants.findBelow("inland")).contains("Lakeside Group/inland");
    }

    @Test
    void aTypingErrorIsToldWithWhatWasMeant() {
        assertThat(tenants.missing("/Harbuor").en())
                .isEqualTo("There is no tenant /Harbuor (did you mean /Harbour?); there are /Lakeside Group,"
                        + " /Lakeside Group/Harbour, /Lakeside Group/Harbour/Docks.");
        assertThat(new Tenants(List.of("")).missing("x").en()).isEqualTo("There is no tenant /x; there are none here.");
    }
}
