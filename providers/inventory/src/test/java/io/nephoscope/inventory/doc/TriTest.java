package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriTest {
    private static final Cause POLICY =
            new Cause("s3:GetBucketPolicy", Status.DENIED, "s3:GetBucketPolicy", Text.quoted("no"));
    private static final Cause ACL =
            new Cause("s3:GetBucketAcl", Status.THROTTLED, "s3:GetBucketAcl", Text.quoted("slow"));

    @ParameterizedTest
    @CsvSource({
        "T,T,T,T", "T,F,F,T", "T,U,U,T",
        "F,T,F,T", "F,F,F,F", "F,U,F,U",
        "U,T,U,T", "U,F,F,U", "U,U,U,U"
    })
    void truthIsKleenes(String left, String right, String and, String or) {
        assertThat(letter(tri(left, POLICY).and(() -> tri(right, ACL)))).isEqualTo(and);
        assertThat(letter(tri(left, POLICY).or(() -> tri(right, ACL)))).isEqualTo(or);
    }

    @ParameterizedTest
    @CsvSource({"T,F", "F,T", "U,U"})
    void notTurnsTruthAroundAndLeavesTheUnknown(String of, String not) {
        assertThat(letter(tri(of, POLICY).not())).isEqualTo(not);
        assertThat(tri(of, POLICY).not().not().toField())
                .isEqualTo(tri(of, POLICY).toField());
    }

    @Test
    void whatDecidesAloneIsNotAskedForMore() {
        Supplier<Tri> untouched = () -> {
            throw new AssertionError("was asked");
        };

        assertThat(Tri.FALSE.and(untouched).isFalse()).isTrue();
        assertThat(Tri.TRUE.or(untouched).isTrue()).isTrue();
    }

    @Test
    void theCausesOfBothUnknownsTravelOn() {
        Unknown both = (Unknown) tri("U", POLICY)
                .and(() -> tri("U", ACL))
                .or(() -> tri("U", POLICY))
                .toField();

        assertThat(both.causes()).containsExactly(ACL, POLICY);
    }

    @Test
    void onlyTheCausesThatStandInTheWayTravelOn() {
        assertThat(tri("U", POLICY).and(() -> Tri.TRUE).toField()).isEqualTo(Unknown.because(POLICY));
        assertThat(Tri.TRUE.and(() -> tri("U", ACL)).toField()).isEqualTo(Unknown.because(ACL));
        assertThat(tri("U", POLICY).or(() -> Tri.FALSE).toField()).isEqualTo(Unknown.because(POLICY));
    }

    @Test
    void aQuestionIsNotPutToWhatIsUnknown() {
        Unknown unknown = Unknown.because(POLICY);

        assertThat(Tri.ask(unknown, field -> Tri.TRUE).toField()).isEqualTo(unknown);
        assertThat(Tri.ask(Absent.ABSENT, field -> Tri.of(field == Absent.ABSENT))
                        .isTrue())
                .isTrue();
    }

    @Test
    void onlyTheTruthItselfIsTrue() {
        assertThat(Tri.isTrue(true).isTrue()).isTrue();
        assertThat(Tri.isTrue("true").isFalse()).isTrue();
        assertThat(Tri.isTrue(1L).isFalse()).isTrue();
        assertThat(Tri.isTrue(Absent.ABSENT).isFalse()).isTrue();
        assertThat(Tri.isTrue(Unknown.because(ACL)).isUnknown()).isTrue();
    }

    private static Tri tri(String letter, Cause cause) {
        return switch (letter) {
            case "T" -> Tri.TRUE;
            case "F" -> Tri.FALSE;
            default -> Tri.unknown(Unknown.because(cause));
        };
    }

    private static String letter(Tri tri) {
        return tri.isUnknown() ? "U" : tri.isTrue() ? "T" : "F";
    }
}
