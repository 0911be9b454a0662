package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.KMS;
import static io.nephoscope.aws.sdk.AwsStub.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;

class AwsDetailTest {
    private static final String JSON = "application/x-amz-json-1.1";
    private static final AwsCall<KmsClient, String, GetKeyPolicyResponse> POLICY =
            KMS.read("GetKeyPolicy", (kms, key) -> kms.getKeyPolicy(get -> get.keyId(key)));
    private static final AwsCall<KmsClient, String, GetKeyRotationStatusResponse> ROTATION =
            KMS.read("GetKeyRotationStatus", (kms, key) -> kms.getKeyRotationStatus(get -> get.keyId(key)));
    private static final Doc KEY = Doc.of("KeyId", "k-1");

    private static Object fetch(Detail detail, Doc asset, String body) throws IOException {
        try (AwsStub stub = answering(200, JSON, body)) {
            return detail.fetch().fetch(stub.site(), asset).toField();
        }
    }

    @Test
    void theWholeAnswerFillsTheAttribute() throws IOException {
        Detail rotation = AwsDetail.of("Rotation", ROTATION, GetKeyRotationStatusResponse::builder, "KeyId");

        assertThat(fetch(rotation, KEY, "{\"KeyRotationEnabled\":true,\"RotationPeriodInDays\":365}"))
                .isEqualTo(Doc.of("KeyRotationEnabled", true, "RotationPeriodInDays", 365L));
    }

    @Test
    void aPartOfTheAnswerBecomesAFieldWhateverItsType() throws IOException {
        Detail days =
                AwsDetail.of("Days", ROTATION, Scalar.INT, "KeyId", GetKeyRotationStatusResponse::rotationPeriodInDays);

        assertThat(fetch(days, KEY, "{\"RotationPeriodInDays\":365}")).isEqualTo(365L);
        assertThat(fetch(days, KEY, "{}")).isEqualTo(Absent.ABSENT);
    }

    @Test
    void aTextThatIsJsonIsReadAsADocument() throws IOException {
        Detail policy = AwsDetail.ofPolicy("Policy", POLICY, "KeyId", GetKeyPolicyResponse::policy);

        assertThat(fetch(policy, KEY, "{\"Policy\":\"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\"}]}\"}"))
                .isEqualTo(Doc.of("Statement", DocList.of(Doc.of("Effect", "Allow"))));
    }

    /** Each of them as absent would say that there is no policy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Policy\":null}",
                "{\"Policy\":\"\"}",
                "{\"Policy\":\"{\"}",
                "{\"Policy\":\"<html>\"}",
                "{\"Policy\":\"{} {}\"}",
                "{\"Policy\":\"null\"}",
                "{\"Policy\":\"[]\"}",
                "{\"Policy\":\"{}\"}",
                "{\"Policy\":\"{\\\"message\\\":\\\"Service Unavailable\\\"}\"}",
                "{\"Policy\":\"{\\\"Statement\\\":[],\\\"Statement\\\":[]}\"}"
            })
    void aTextThatIsLeftOutOrIsNotJsonIsUnknown(String body) throws IOException {
        Detail policy = AwsDetail.ofPolicy("Policy", POLICY, "KeyId", GetKeyPolicyResponse::policy);

        assertThat(fetch(policy, KEY, body))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes()).singleElement().satisfies(cause -> {
                            assertThat(cause.call()).isEqualTo("kms:GetKeyPolicy");
                            assertThat(cause.outcome()).isEqualTo(Status.FAILED);
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'', the answer leaves out the text that was asked for",
                "null, the answer holds a text that is no JSON object",
                "'{\"Sid\":{\"A\":1;\"A\":2}}', the answer holds a text in which the key A stands twice",
            })
    void aPolicyThatNobodyCanTellIsUnknownForAReasonThatIsTrue(String text, String why) throws IOException {
        Detail attributes = AwsDetail.ofTexts(
                "Attributes",
                POLICY,
                Schema.struct("Attributes", "Policy", Scalar.DYN, "Note", Scalar.DYN),
                "KeyId",
                answer -> Map.of("Policy", text.replace("'", "").replace(';', ','), "Note", ""));

        Doc read = (Doc) fetch(attributes, KEY, "{}");
        assertThat(read.get("Note")).isEqualTo(Absent.ABSENT);
        assertThat(read.get("Policy"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .singleElement()
                                .extracting(cause -> cause.message().en())
                                .isEqualTo(why));
    }

    @Test
    void aCallWhoseAnswerIsNotTheTextThatWasAskedForIsJournalledAsFailed() throws IOException {
        Detail policy = AwsDetail.ofPolicy("Policy", POLICY, "KeyId", GetKeyPolicyResponse::policy);
        try (AwsStub stub = answering(200, JSON, "{\"Policy\":\"<html>\"}")) {
            policy.fetch().fetch(stub.site(), KEY);

            assertThat(stub.ledger()).singleElement().satisfies(row -> {
                assertThat(row.outcome()).isEqualTo(Status.FAILED);
                assertThat(row.message().en()).isEqualTo("UnusableAnswer: the answer holds a text that is not JSON");
            });
        }
    }

    @Test
    void aPolicyThatIsNestedWithoutEndIsUnknown() throws IOException {
        Detail policy = AwsDetail.ofPolicy("Policy", POLICY, "KeyId", GetKeyPolicyResponse::policy);

        assertThat(fetch(policy, KEY, "{\"Policy\":\"" + "[".repeat(100_000) + "\"}"))
                .isInstanceOf(Unknown.class);
    }

    /** Without a name, some services answer about the caller. */
    @Test
    void nothingIsAskedWithoutSomethingToAskBy() throws IOException {
        Detail rotation = AwsDetail.of("Rotation", ROTATION, GetKeyRotationStatusResponse::builder, "KeyId");
        Unknown unread = Unknown.because(Cause.notCollected("kms:ListKeys", ""));
        try (AwsStub stub = answering(200, JSON, "{\"KeyRotationEnabled\":true}")) {
            for (Doc nameless : List.of(Doc.empty(), Doc.of("KeyId", ""), Doc.of("KeyId", unread))) {
                Outcome<?> outcome = rotation.fetch().fetch(stub.site(), nameless);

                assertThat(outcome.cause("", "").message().en())
                        .isEqualTo("not sent, since the listing brought no KeyId");
                assertThat(outcome.toField()).isInstanceOf(Unknown.class);
            }
            assertThat(stub.signers()).isEmpty();
        }
    }
}
