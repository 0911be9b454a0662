package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Doc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
    private static final AwsCall<?, ?, ?> CALL = Services.IAM.read("ListRoles", (iam, page) -> iam.listRoles());

    @Test
    void aPolicyIsDecodedAndAPlusStaysAPlus() {
        assertThat(PolicyText.document(CALL, "%7B%22Sid%22%3A%20%22a%20b+c%2Bd%22%7D"))
                .isEqualTo(Outcome.value(Doc.of("Sid", "a b+c+d")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%7B%22Sid",
                "%zz",
                "%",
                "",
                "%7B%7D%7B%7D",
                "null",
                "[]",
                "%22all%22",
                "%7B%22Sid%22:1,%22Sid%22:1%7D"
            })
    void whatIsNoPolicyIsAnAnswerThatNobodyCouldRead(String text) {
        assertThat(PolicyText.document(CALL, text))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause())
                                .extracting("call", "permission")
                                .containsExactly("iam:ListRoles", "iam:ListRoles"));
    }
}
