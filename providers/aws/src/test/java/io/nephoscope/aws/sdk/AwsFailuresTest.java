package io.nephoscope.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Text;
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
        "400, ExpiredToken, SIGNED_OUT",
        "400, ExpiredTokenException, SIGNED_OUT",
        "400, InvalidToken, SIGNED_OUT",
        "400, InvalidSignatureException, SIGNED_OUT",
        "400, RequestExpired, SIGNED_OUT",
        "403, InvalidClientTokenId, SIGNED_OUT",
        "403, InvalidAccessKeyId, SIGNED_OUT",
        "403, SignatureDoesNotMatch, SIGNED_OUT",
        "400, UnrecognizedClientException, SIGNED_OUT",
        "400, TokenRefreshRequired, SIGNED_OUT",
        "400, IncompleteSignature, SIGNED_OUT",
        "403, AllAccessDisabled, BARRED",
        "404, NoSuchBucket, GONE",
        "400, InvalidSnapshot.NotFound, GONE",
        "404, DBSnapshotNotFound, GONE",
        "400, AWS.SimpleQueueService.NonExistentQueue, GONE",
        "400, QueueDoesNotExist, GONE",
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
        assertThat(failures.read(refused(status, code, "words")))
                .isEqualTo(new Failure(sort, code, Text.quoted("words")));
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
        assertThat(failures.read(refused(400, "Code", message)).message().en()).isEqualTo(words);
    }

    /** The words are those of the IAM User Guide on access denied messages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            because no identity-based policy allows the s3:GetBucketAcl action         | DENIED
            with an explicit deny in an identity-based policy                         | BARRED
            with an explicit deny in a service control policy                         | BARRED
            with an explicit deny in a resource control policy                        | BARRED
            with an explicit deny in a permissions boundary                           | BARRED
            with an explicit deny in a session policy                                 | BARRED
            with an explicit deny in a VPC endpoint policy                            | BARRED
            with an explicit deny in a resource-based policy                          | BARRED
            because no service control policy allows the s3:GetBucketAcl action        | BARRED
            because no permissions boundary allows the s3:GetBucketAcl action          | BARRED
            because no session policy allows the s3:GetBucketAcl action                | BARRED
            because no VPC endpoint policy allows the s3:GetBucketAcl action           | BARRED
            because no resource-based policy allows the kms:GetKeyPolicy action        | BARRED
            """)
    void whatNoGrantMendsSaysWhatStandsInTheWay(String words, Sort sort) {
        String message =
                "User: arn:aws:iam::123456789012:user/a is not authorized to perform: s3:GetBucketAcl " + words;

        Failure failure = failures.read(refused(403, "AccessDenied", message));

        assertThat(failure).isEqualTo(new Failure(sort, "AccessDenied", Text.quoted(message)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RequestTimeTooSkewed      | The difference between the request time and the current time is too large.
            SignatureDoesNotMatch     | Signature expired: 20260101T000000Z is now earlier than 20260101T001500Z
            InvalidSignatureException | Signature not yet current: 20260101T003000Z is still later than 20260101T001500Z
            """)
    void aSignatureOfAnotherTimeBlamesTheClock(String code, String message) {
        assertThat(failures.read(refused(403, code, message)))
                .isEqualTo(new Failure(
                        Sort.SIGNED_OUT,
                        code,
                        new Text(
                                "the clock here and the provider's differ: " + message, "本机时钟与云服务商的时钟不一致：" + message)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWS was not able to validate the provided access credentials | SIGNED_OUT
            Not authorized for images: [ami-1]                           | DENIED
            """)
    void oneCodeOfEc2SaysTwoThings(String message, Sort sort) {
        assertThat(failures.read(refused(401, "AuthFailure", message)).sort()).isEqualTo(sort);
    }

    /** One code for what was asked about and for a part of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NoSuchEntity              | The user with name a cannot be found.                    | GONE
            NoSuchEntity              | The Password Policy with domain name 1 cannot be found.  | PERMANENT
            ResourceNotFoundException | Function not found: arn:aws:lambda:us-east-1:1:function:f | GONE
            ResourceNotFoundException | The resource you requested does not exist.               | PERMANENT
            NotFoundException         | Key 'arn:aws:kms:us-east-1:1:key/k' does not exist        | GONE
            NoSuchBucketPolicy        | The bucket policy does not exist                         | PERMANENT
            """)
    void goneIsWhatWasAskedAboutAndNotAPartOfIt(String code, String message, Sort sort) {
        assertThat(failures.read(refused(404, code, message)).sort()).isEqualTo(sort);
    }

    @Test
    void credentialsThatCannotBeRenewedAreNotOurError() {
        RuntimeException ended = SdkClientException.create("The SSO session has expired");

        assertThat(failures.read(new NoCredentials("The SSO session has expired", ended)))
                .isEqualTo(new Failure(Sort.SIGNED_OUT, "", Text.quoted("The SSO session has expired")));
    }

    @Test
    void anErrorOfTheNetworkIsToldByItsRoot() {
        SdkClientException lost = SdkClientException.create(
                "Unable to execute HTTP request: x (SDK Attempt Count: 1)",
                new RuntimeException(new UnknownHostException("s3.mars-1.amazonaws.com")));

        assertThat(failures.read(lost))
                .isEqualTo(
                        new Failure(Sort.UNANSWERED, "UnknownHostException", Text.quoted("s3.mars-1.amazonaws.com")));
        assertThat(failures.read(new SocketTimeoutException()))
                .isEqualTo(new Failure(Sort.UNANSWERED, "SocketTimeoutException", Text.EMPTY));
    }

    @Test
    void anErrorOfOursIsNotTriedAgain() {
        assertThat(failures.read(new IllegalStateException("oops\nat line 2")))
                .isEqualTo(new Failure(Sort.PERMANENT, "IllegalStateException", Text.quoted("oops")));
        assertThat(failures.read(new NullPointerException()).message().en()).isEmpty();
    }

    @Test
    void anErrorWithoutDetailsIsToldByItsStatus() {
        AwsServiceException bare = AwsServiceException.builder().statusCode(418).build();

        assertThat(failures.read(bare)).isEqualTo(new Failure(Sort.PERMANENT, "HTTP 418", Text.EMPTY));
    }
}
