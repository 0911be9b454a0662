package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;

/** Developer guide of KMS: which keys rotate (rotate-keys), and which end (importing-keys, deleting-keys). */
class KeyFacetsTest {
    private static final AssetType KEY = Declared.type("aws.kms.key");
    private static final Unknown DENIED = Unknown.because(
            new Cause("kms:GetKeyRotationStatus", Status.DENIED, "kms:GetKeyRotationStatus", Text.quoted("no")));

    private static Doc key(String spec, String origin, Object rotation) {
        return Doc.of("KeyMetadata", Doc.of("KeySpec", spec, "Origin", origin), "KeyRotationStatus", rotation);
    }

    private static Object rotated(Doc key) {
        return KEY.facetsOf(key).get("rotated");
    }

    @Test
    void aSymmetricKeyOfItsOwnMakingIsRotatedWhereThatIsOn() {
        assertThat(rotated(key("SYMMETRIC_DEFAULT", "AWS_KMS", Doc.of("KeyRotationEnabled", true))))
                .isEqualTo(true);
        assertThat(rotated(key("SYMMETRIC_DEFAULT", "AWS_KMS", Doc.of("KeyRotationEnabled", false))))
                .isEqualTo(false);
        assertThat(rotated(key("SYMMETRIC_DEFAULT", "AWS_KMS", DENIED))).isEqualTo(DENIED);
    }

    @Test
    void ofAKeyThatCannotRotateThatIsNoQuestion() {
        assertThat(rotated(key("RSA_2048", "AWS_KMS", DENIED))).isEqualTo(Absent.ABSENT);
        assertThat(rotated(key("SYMMETRIC_DEFAULT", "EXTERNAL", DENIED))).isEqualTo(Absent.ABSENT);
    }

    @Test
    void aKeyEndsWithItsMaterialOrWhenItsDeletionIsPlanned() {
        Doc plain = Doc.of("KeyState", "Enabled");
        assertThat(KEY.facetsOf(Doc.of("KeyMetadata", plain)).get("expires")).isEqualTo(Absent.ABSENT);
        assertThat(KEY.facetsOf(Doc.of("KeyMetadata", plain.with("ValidTo", "2027-01-01T00:00:00Z")))
                        .get("expires"))
                .isEqualTo("2027-01-01T00:00:00Z");
        assertThat(KEY.facetsOf(Doc.of("KeyMetadata", plain.with("DeletionDate", "2026-03-01T00:00:00Z")))
                        .get("expires"))
                .isEqualTo("2026-03-01T00:00:00Z");
        assertThat(KEY.facetsOf(Doc.of("KeyMetadata", DENIED)).get("expires")).isEqualTo(DENIED);
    }
}
