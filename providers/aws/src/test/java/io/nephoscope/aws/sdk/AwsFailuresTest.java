package io.nephoscope.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsFailuresTest {
    private final AwsFailures failures = new AwsFailures();

    private static AwsServiceException refused(int status, String code, String message) {
        return AwsServiceException.builder()
                .statusCode(status)
                .requestId(AwsStub.REQUEST_ID)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, DENIED",
        "400, AccessDeniedException, DENIED",
        "403, UnauthorizedOperation, DENIED",
        "401, AuthFailure, DENIED",
        "400, ExpiredToken, DENIED",
        "400, ExpiredTokenException, DENIED",
        "400, InvalidToken, DENIED",
        "400, InvalidSignatureException, DENIED",
        "400, RequestExpired, DENIED",
        "403, SomethingNew, DENIED",
        "401, SomethingNew, DENIED",
        "401, OptInRequired, PERMANENT",
        "403, SubscriptionRequiredException, PERMANENT",
        "403, NotSignedUp, PERMANENT",
        "503, SlowDown, THROTTLED",
        "503, RequestLimitExceeded, THROTTLED",
        "400, Throttling, THROTTLED",
        "400, ThrottlingException, THROTTLED",
        "429, TooManyRequestsException, THROTTLED",
        "429, SomethingNew, THROTTLED",
        "500, InternalError, TRANSIENT",
        "503, ServiceUnavailable, TRANSIENT",
        "400, RequestTimeout, TRANSIENT",
        "501, NotImplemented, PERMANENT",
        "404, NoSuchBucketPolicy, PERMANENT",
        "400, ValidationError, PERMANENT"
    })
    void aCodeSaysWhatToDo(int status, String code, Sort sort) {
        assertThat(failures.read(refused(status, code, "words"))).isEqualTo(new Failure(sort, code, "words"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Not found (Request ID: 0a1b-2c/d=)                       | Not found
            Not found (RequestId: 0a1b, Host ID: x+y/z=)             | Not found
            Not found. Request id: 0a1b; try again                   | Not found. try again
            Not found [requestid=0a1b] here                          | Not found here
            Extended Request Id: abc= was refused                    | was refused
            Lost. (SDK Attempt Count: 3)                             | Lost.
            You may not. Encoded authorization failure message: AbC  | You may not.
            Request a grid: 7                                        | Request a grid: 7
            """)
    void aMessageReadsTheSameTwice(String message, String words) {
        assertThat(failures.read(refused(400, "Code", message)).message()).isEqualTo(words);
    }

    @Test
    void anErrorOfTheNetworkIsToldByItsRoot() {
        SdkClientException lost = SdkClientException.create(
                "Unable to execute HTTP request: x (SDK Attempt Count: 1)",
                new RuntimeException(new UnknownHostException("s3.mars-1.amazonaws.com")));

        assertThat(failures.read(lost))
                .isEqualTo(new Failure(Sort.UNANSWERED, "UnknownHostException", "s3.mars-1.amazonaws.com"));
        assertThat(failures.read(new SocketTimeoutException()))
                .isEqualTo(new Failure(Sort.UNANSWERED, "SocketTimeoutException", ""));
    }

    @Test
    void anErrorOfOursIsNotTriedAgain() {
        assertThat(failures.read(new IllegalStateException("oops\nat line 2")))
                .isEqualTo(new Failure(Sort.PERMANENT, "IllegalStateException", "oops"));
        assertThat(failures.read(new NullPointerException()).message()).isEmpty();
    }

    @Test
    void anErrorWithoutDetailsIsToldByItsStatus() {
        AwsServiceException bare = AwsServiceException.builder().statusCode(418).build();

        assertThat(failures.read(bare)).isEqualTo(new Failure(Sort.PERMANENT, "HTTP 418", ""));
    }
}
