package io.nephoscope.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void aWordIsToldFromTheOthersInWhateverCase() {
        assertThat(Fields.either("deny", "Deny", "Allow").isTrue()).isTrue();
        assertThat(Fields.either("ALLOW", "Deny", "Allow").isFalse()).isTrue();
        assertThat(Fields.either(Absent.ABSENT, "Deny", "Allow").isFalse()).isTrue();
    }

    @Test
    void aWordThatNobodyKnowsDecidesNothing() {
        assertThatThrownBy(() -> Fields.either("DenyAudit", "Deny", "Allow"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("the answer says \"DenyAudit\" where Deny, Allow was expected");
        assertThatThrownBy(() -> Fields.either(true, "Deny", "Allow")).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatWasNotReadStaysUnknown() {
        Unknown unread = Unknown.because(Cause.notCollected("Microsoft.Storage:StorageAccounts_List", ""));
        assertThat(Fields.either(unread, "Deny", "Allow").toField()).isEqualTo(unread);
    }
}
