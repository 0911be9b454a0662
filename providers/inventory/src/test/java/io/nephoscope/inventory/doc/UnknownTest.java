package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownTest {
    private static final Cause A = new Cause("s3:A", Status.DENIED, "s3:A", Text.EMPTY);
    private static final Cause B = new Cause("s3:B", Status.FAILED, "", Text.quoted("late"));
    private static final Cause C = new Cause("s3:B", Status.FAILED, "", Text.quoted("later"));

    @Test
    void causesAreSortedAndNoneComesTwiceInWhateverOrderTheyMeet() {
        Unknown a = Unknown.because(A);
        Unknown b = Unknown.because(B);
        Unknown c = Unknown.because(C);

        assertThat(c.and(a).and(b).and(c).causes()).containsExactly(A, B, C);
        assertThat(c.and(a).and(b)).isEqualTo(b.and(c.and(a)));
        assertThat(a.and(a)).isEqualTo(a);
    }

    @Test
    void anUnknownThatSaysLessAddsNothing() {
        Unknown both = Unknown.because(A).and(Unknown.because(B));

        assertThat(both.and(Unknown.because(A)).causes()).isEqualTo(List.of(A, B));
        assertThat(Unknown.because(A).and(both)).isEqualTo(both);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aStatusIsReadBackFromItsLabel(Status status) {
        assertThat(Status.of(status.label())).isEqualTo(status);
    }

    @Test
    void aLabelThatIsNoStatusIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Status.of("fine"))
                .withMessage("\"fine\" is no outcome of a call");
    }
}
