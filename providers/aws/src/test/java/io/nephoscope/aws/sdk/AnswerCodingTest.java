package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AnswerCalls.ALL;
import static io.nephoscope.aws.sdk.AnswerCalls.BUCKETS;
import static io.nephoscope.aws.sdk.AnswerCalls.KEYS;
import static io.nephoscope.aws.sdk.AnswerCalls.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers come in codings, and none of them hides what is no answer. */
class AnswerCodingTest {
    private static AwsStub coded(int status, String coding, byte[] body) throws IOException {
        return new AwsStub(request -> {
            request.getResponseHeaders().set("Content-Type", "text/html");
            request.getResponseHeaders().set("Content-Encoding", coding);
            request.sendResponseHeaders(status, body.length);
            request.getResponseBody().write(body);
        });
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(folded)) {
            out.write(body);
        }
        return folded.toByteArray();
    }

    private static byte[] deflate(byte[] body) throws IOException {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(folded)) {
            out.write(body);
        }
        return folded.toByteArray();
    }

    @Test
    void aPageIsNoAnswerInWhateverCodingItComes() throws IOException {
        byte[] page = bytes("<!DOCTYPE html><html><body>Sign in</body></html>");
        try (AwsStub gzip = coded(200, "gzip", gzip(page));
                AwsStub old = coded(200, "x-gzip", gzip(page));
                AwsStub deflate = coded(200, "deflate", deflate(page));
                AwsStub both = coded(200, "deflate, gzip", gzip(deflate(page)))) {
            for (AwsCall<?, String, ?> call : ALL) {
                for (AwsStub stub : List.of(gzip, old, deflate, both)) {
                    assertThat(stub.ending(call))
                            .as(call.operation().call())
                            .isEqualTo("failed UnusableAnswer: a page or an error came in place of it");
                }
            }
        }
    }

    @Test
    void anAnswerIsReadInWhateverCodingItComes() throws IOException {
        byte[] users = bytes("<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>");
        byte[] denied =
                bytes("<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>");
        try (AwsStub gzip = coded(200, "gzip", gzip(users));
                AwsStub both = coded(200, "gzip, deflate", deflate(gzip(users)));
                AwsStub error = coded(403, "gzip", gzip(denied))) {
            assertThat(gzip.ending(USERS)).isEqualTo("value");
            assertThat(both.ending(USERS)).isEqualTo("value");
            assertThat(error.ending(USERS)).isEqualTo("denied AccessDenied: no");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "br, its coding \"br\" is not known",
        "gzip, it is not in the coding that it names (gzip)",
        "deflate, it is not in the coding that it names (deflate)"
    })
    void aCodingThatIsNotKnownOrNotTrueIsAFailure(String coding, String why) throws IOException {
        try (AwsStub stub = coded(200, coding, bytes("{\"Keys\":[]}"))) {
            for (AwsCall<?, String, ?> call : ALL) {
                assertThat(stub.ending(call)).isEqualTo("failed UnusableAnswer: " + why);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 503})
    void whatUnfoldsIntoTooMuchIsCutOffAndItsConnectionGivenBack(int status) throws IOException {
        try (AwsStub stub = coded(status, "gzip", gzip(new byte[(32 << 20) + 1]))) {
            for (AwsCall<?, String, ?> call : List.of(BUCKETS, USERS, KEYS)) {
                assertThat(stub.ending(call)).isEqualTo("failed UnusableAnswer: it is longer than 32 MB");
            }
        }
    }
}
