package io.nephoscope.azure.arm;

import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;

/** Tags of what the Resource Manager calls a tracked resource: left out, null or empty where there are none. */
class AzureTagsTest {
    private static final AssetType DISK = type("azure.compute.disk");

    @Test
    void tagsAreThoseOfTheResource() {
        assertThat(DISK.tagsOf(Doc.of("tags", Doc.of("owner", "harbour", "empty", Absent.ABSENT))))
                .isEqualTo(Doc.of("owner", "harbour", "empty", ""));
    }

    @Test
    void aResourceWithoutTagsHasNone() {
        assertThat(DISK.tagsOf(Doc.of("tags", Absent.ABSENT))).isEqualTo(Doc.empty());
        assertThat(DISK.tagsOf(Doc.empty())).isEqualTo(Doc.empty());
    }

    @Test
    void capitalsTellNoKeysApart() {
        assertThat(DISK.tagKeys().plain("Owner")).isEqualTo(DISK.tagKeys().plain("OWNER"));
    }

    @Test
    void tagsThatWereNotReadAreUnknown() {
        Unknown unread = Unknown.because(Cause.notCollected("azure:List", ""));
        assertThat(DISK.tagsOf(Doc.of("tags", unread))).isEqualTo(unread);
    }
}
