package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
    private static final AwsCall<?, ?, ?> CALL = Services.IAM.read("ListRoles", (iam, page) -> iam.listRoles());

    @Test
    void aPolicyIsDecodedAndAPlusStaysAPlus() {
        assertThat(PolicyText.decoded(CALL, "%7B%22Id%22%3A%20%22a%20b+c%2Bd%22%2C%22Statement%22%3A%5B%5D%7D"))
                .isEqualTo(Outcome.value(Doc.of("Id", "a b+c+d", "Statement", DocList.empty())));
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
        assertThat(PolicyText.decoded(CALL, text))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause())
                                .extracting("call", "permission")
                                .containsExactly("iam:ListRoles", "iam:ListRoles"));
    }
}
