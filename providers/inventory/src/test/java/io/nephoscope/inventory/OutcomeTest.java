package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    private static Cause cause(Status status) {
        return new Cause("s3:GetBucketPolicy", status, "s3:GetBucketPolicy", Text.quoted("words"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DENIED", "THROTTLED", "FAILED", "NOT_COLLECTED"})
    void whatWasNotReadIsAnUnknownFieldWithItsCause(Status status) {
        assertThat(Outcome.without(cause(status)).toField()).isEqualTo(Unknown.because(cause(status)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ABSENT", "UNSUPPORTED"})
    void whatIsNotThereIsAbsent(Status status) {
        assertThat(Outcome.without(cause(status)).toField()).isEqualTo(Absent.ABSENT);
    }

    @Test
    void aValueIsItsOwnField() {
        assertThat(Outcome.value(7L).toField()).isEqualTo(7L);
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.without(cause(Status.VALUE)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"VALUE"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyAValueIsGoneOnWith(Status status) {
        Outcome<String> outcome = Outcome.without(cause(status));

        assertThat(outcome.<String>then(text -> {
                    throw new AssertionError("was gone on with");
                }))
                .isEqualTo(outcome);
    }

    @Test
    void aValueIsChangedOrEndsOtherwise() {
        assertThat(Outcome.value("a").map(String::length)).isEqualTo(Outcome.value(1));
        assertThat(Outcome.value("a").then(text -> Outcome.absent())).isEqualTo(Outcome.absent());
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DENIED", "THROTTLED", "FAILED", "UNSUPPORTED"})
    void theCauseOfWhatHasOneIsItsOwn(Status status) {
        assertThat(Outcome.without(cause(status)).cause("other", "other")).isEqualTo(cause(status));
    }

    @Test
    void aValueAndAnAbsenceAreToldByTheCallThatGaveThem() {
        assertThat(Outcome.value(1).cause("s3:GetObjectLock", "p"))
                .isEqualTo(new Cause("s3:GetObjectLock", Status.VALUE, "p", Text.EMPTY));
        assertThat(Outcome.absent().cause("s3:GetObjectLock", "p"))
                .isEqualTo(new Cause("s3:GetObjectLock", Status.ABSENT, "p", Text.EMPTY));
    }
}
