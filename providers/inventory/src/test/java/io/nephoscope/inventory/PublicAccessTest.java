package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;

class PublicAccessTest {
    private static final Unknown DENIED = Unknown.because(
            new Cause("s3:GetBucketPolicy", Status.DENIED, "s3:GetBucketPolicy", Text.quoted("AccessDenied")));
    private static final Unknown THROTTLED =
            Unknown.because(new Cause("s3:GetBucketAcl", Status.THROTTLED, "s3:GetBucketAcl", Text.EMPTY));
    private static final PublicAccess WAY = PublicAccess.by("ACL grants AllUsers READ");

    @Test
    void oneCertainWayIsEnough() {
        assertThat(WAY.and(PublicAccess.unread(DENIED)).isPublic()).isEqualTo(true);
        assertThat(PublicAccess.unread(DENIED).and(WAY).ways())
                .isEqualTo(DocList.of("ACL grants AllUsers READ", DENIED));
    }

    @Test
    void noWayIsCertainOnlyWhereAllWasRead() {
        assertThat(PublicAccess.NONE.isPublic()).isEqualTo(false);
        assertThat(PublicAccess.NONE.ways()).isEqualTo(DocList.empty());
        assertThat(PublicAccess.NONE.and(PublicAccess.unread(DENIED)).isPublic())
                .isEqualTo(DENIED);
        assertThat(PublicAccess.unread(THROTTLED)
                        .and(PublicAccess.unread(DENIED))
                        .isPublic())
                .isEqualTo(DENIED.and(THROTTLED));
    }

    @Test
    void whatClosesEveryWayMakesTheWaysWorthless() {
        assertThat(WAY.unless(Tri.TRUE).isPublic()).isEqualTo(false);
        assertThat(PublicAccess.unread(DENIED).unless(Tri.TRUE).isPublic()).isEqualTo(false);
        assertThat(WAY.unless(Tri.FALSE).isPublic()).isEqualTo(true);
    }

    @Test
    void aWayThatIsPerhapsClosedIsUnknown() {
        assertThat(WAY.unless(Tri.unknown(DENIED)).isPublic()).isEqualTo(DENIED);
        assertThat(PublicAccess.unread(THROTTLED).unless(Tri.unknown(DENIED)).isPublic())
                .isEqualTo(DENIED.and(THROTTLED));
        assertThat(PublicAccess.NONE.unless(Tri.unknown(DENIED)).isPublic()).isEqualTo(false);
    }
}
