package io.nephoscope.azure.arm;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.azure.arm.NullDefaults.NullDefault;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullDefaultsTest {
    private static final String STORAGE = "Microsoft.Storage/storageAccounts";
    private static final Unknown DENIED = denied("Microsoft.ResourceGraph:QueryResources");

    @Test
    void whatIsWrittenHolds() {
        assertThat(NullDefaults.inForce(STORAGE, json("{'allowSharedKeyAccess':false}"), "allowSharedKeyAccess"))
                .isEqualTo(false);
        assertThat(NullDefaults.inForce(
                        STORAGE, json("{'networkAcls':{'defaultAction':'Deny'}}"), "networkAcls.defaultAction"))
                .isEqualTo("Deny");
    }

    @Test
    void whatIsNullIsAsGoodAsLeftOut() {
        assertThat(NullDefaults.inForce(STORAGE, json("{'allowSharedKeyAccess':null}"), "allowSharedKeyAccess"))
                .isEqualTo(true);
        assertThat(NullDefaults.inForce(STORAGE, json("{'networkAcls':null}"), "networkAcls.defaultAction"))
                .isEqualTo("Allow");
    }

    @Test
    void whatWasNotReadIsUnknownAndNoDefault() {
        assertThat(NullDefaults.inForce(STORAGE, DENIED, "allowSharedKeyAccess"))
                .isEqualTo(DENIED);
        assertThat(NullDefaults.inForce(STORAGE, json("{}").with("networkAcls", DENIED), "networkAcls.defaultAction"))
                .isEqualTo(DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-14T23:59:59.9999999Z, true",
        "2023-12-15T00:00:00.0000000Z, false",
        "2023-12-15T01:30:00+08:00, true",
        "2026-01-01T00:00:00Z, false"
    })
    void aDefaultThatChangedIsThatOfTheDayOnWhichTheAccountWasMade(String made, boolean expected) {
        assertThat(NullDefaults.inForce(
                        STORAGE, json("{'creationTime':'" + made + "'}"), "allowCrossTenantReplication"))
                .isEqualTo(expected);
    }

    @Test
    void aDefaultThatChangedIsNotGuessedWhereNobodySaysWhenTheAccountWasMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NullDefaults.inForce(STORAGE, json("{}"), "allowCrossTenantReplication"))
                .withMessageContaining("when it was made");
    }

    @Test
    void anAbsenceWithoutAMeaningIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NullDefaults.inForce(STORAGE, json("{}"), "allowEverything"))
                .withMessageContaining("leaves out allowEverything");
    }

    @Test
    void everyPropertyEndsInADefaultThatHoldsForEver() {
        for (NullDefault one : NullDefaults.ALL) {
            List<NullDefault> same = NullDefaults.ALL.stream()
                    .filter(it -> it.resourceType().equals(one.resourceType())
                            && it.property().equals(one.property()))
                    .toList();
            assertThat(same.get(same.size() - 1).madeBefore())
                    .as(one.property())
                    .isEmpty();
            assertThat(same.subList(0, same.size() - 1))
                    .as(one.property())
                    .allSatisfy(it -> assertThat(it.madeBefore()).isPresent());
            assertThat(one.source()).startsWith("https://learn.microsoft.com/");
            assertThat(one.apiVersion()).matches("\\d{4}-\\d{2}-\\d{2}(-preview)?");
        }
    }
}
