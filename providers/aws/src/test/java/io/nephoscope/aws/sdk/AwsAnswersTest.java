package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.EC2;
import static io.nephoscope.aws.sdk.AwsStub.IAM;
import static io.nephoscope.aws.sdk.AwsStub.KMS;
import static io.nephoscope.aws.sdk.AwsStub.LAMBDA;
import static io.nephoscope.aws.sdk.AwsStub.REQUEST_ID;
import static io.nephoscope.aws.sdk.AwsStub.S3;
import static io.nephoscope.aws.sdk.AwsStub.answer;
import static io.nephoscope.aws.sdk.AwsStub.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Proof;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** What servers send, and what the gateway makes of it: one call for each of the ways in which AWS writes its answers. */
class AwsAnswersTest {
    private static final AwsCall<?, String, ?> BUCKETS =
            S3.read("ListBuckets", Proof.named("ListAllMyBucketsResult"), (s3, nothing) -> s3.listBuckets());
    private static final AwsCall<?, String, ?> POLICY =
            S3.read("GetBucketPolicy", (s3, name) -> s3.getBucketPolicy(get -> get.bucket(name)));
    private static final AwsCall<?, String, ?> REGIONS =
            EC2.read("DescribeRegions", (ec2, nothing) -> ec2.describeRegions());
    private static final AwsCall<?, String, ?> USERS = IAM.read("ListUsers", (iam, nothing) -> iam.listUsers());
    private static final AwsCall<?, String, ?> KEYS = KMS.read("ListKeys", (kms, nothing) -> kms.listKeys());
    private static final AwsCall<?, String, ?> FUNCTIONS =
            LAMBDA.read("ListFunctions", (lambda, nothing) -> lambda.listFunctions());
    private static final AwsCall<?, String, ?> HEAD =
            S3.read("HeadBucket", (s3, name) -> s3.headBucket(head -> head.bucket(name)));
    private static final List<AwsCall<?, String, ?>> ALL = List.of(BUCKETS, POLICY, REGIONS, USERS, KEYS, FUNCTIONS);

    @Test
    void realAnswersAreValues() throws IOException {
        try (AwsStub xml = answering(
                        200,
                        "application/xml",
                        "\ufeff<?xml version=\"1.0\"?>\n<!-- a --><ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");
                AwsStub query =
                        answering(200, "text/xml", "<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>");
                AwsStub json = answering(200, "application/x-amz-json-1.1", "{}")) {
            assertThat(xml.ending(BUCKETS)).isEqualTo("value");
            assertThat(query.ending(REGIONS)).isEqualTo("value");
            assertThat(json.ending(KEYS)).isEqualTo("value");
            assertThat(json.ending(FUNCTIONS)).isEqualTo("value");
        }
    }

    @Test
    void anAnswerWithoutABodyIsOneWhereNoneBelongs() throws IOException {
        try (AwsStub stub = answering(200, "application/xml", "")) {
            assertThat(stub.ending(HEAD)).isEqualTo("value");
        }
    }

    /** The SDK reads each of these as an answer that holds nothing: no buckets, no regions, no users. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "<html><body>Please log in</body></html>",
                "<!DOCTYPE html>\n<html><head/><body/></html>",
                "<?xml version=\"1.0\"?>\n<!doctype HTML PUBLIC \"-//W3C//DTD XHTML 1.0\">\n<HTML></HTML>",
                "<!-- proxy --> <html lang=\"en\"/>",
                "<Error><Code>InternalError</Code></Error>",
                "<ErrorResponse><Error/></ErrorResponse>",
                "<Response><Errors/></Response>"
            })
    void whatComesInPlaceOfAnAnswerIsAFailureAndNotAnEmptyAnswer(String body) throws IOException {
        String why = body.isBlank() ? "it is empty" : "a page or an error came in place of it";
        try (AwsStub stub = answering(200, "text/xml", body)) {
            for (AwsCall<?, String, ?> call : ALL) {
                assertThat(stub.ending(call)).as(call.operation().call()).isEqualTo("failed UnusableAnswer: " + why);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<nothing/>", "<?xml version=\"1.0\"?><ListUsersResult/>", "<DescribeVpcsResponse/>"})
    void whatIsNoAnswerToTheOperationIsAFailureAndNotAnEmptyAnswer(String body) throws IOException {
        try (AwsStub stub = answering(200, "text/xml", body)) {
            assertThat(stub.ending(USERS)).isEqualTo("failed UnusableAnswer: it is no answer to ListUsers");
            assertThat(stub.ending(REGIONS)).isEqualTo("failed UnusableAnswer: it is no answer to DescribeRegions");
        }
    }

    /** As many as there are connections, and some more. */
    @ParameterizedTest
    @ValueSource(strings = {"<html><body>", "<ListAllMyBucketsResult><Buckets><<"})
    void answersThatAreNotReadToTheirEndGiveTheirConnectionsBack(String start) throws IOException {
        try (AwsStub stub = answering(200, "text/html", start + "log in ".repeat(100_000))) {
            for (int i = 0; i < 300; i++) {
                assertThat(stub.ending(BUCKETS)).startsWith("failed ").doesNotContain("pool");
            }
        }
    }

    @Test
    void aNoContentIsAFailure() throws IOException {
        try (AwsStub stub = new AwsStub(request -> request.sendResponseHeaders(204, -1))) {
            for (AwsCall<?, String, ?> call : ALL) {
                assertThat(stub.ending(call)).isEqualTo("failed UnusableAnswer: it is empty");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a><b>", "<a", "not xml", "{\"Keys\":[", "\u0000"})
    void anAnswerThatCannotBeReadIsAFailure(String body) throws IOException {
        try (AwsStub stub = answering(200, "text/xml", body)) {
            for (AwsCall<?, String, ?> call : List.of(BUCKETS, REGIONS, USERS, KEYS, FUNCTIONS)) {
                assertThat(stub.ending(call)).as(call.operation().call()).startsWith("failed ");
            }
        }
    }

    @Test
    void aBodyThatIsCutOffIsAFailureInEveryFormat() throws IOException {
        for (String body :
                List.of("<R><Buckets><Bucket><Name>a</Name></Bucket>", "{\"Keys\":[{\"KeyId\":\"a\"}", "{}")) {
            try (AwsStub stub = new AwsStub(request -> {
                request.sendResponseHeaders(200, 10_000);
                request.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
                request.getResponseBody().flush();
            })) {
                for (AwsCall<?, String, ?> call : ALL) {
                    assertThat(stub.ending(call))
                            .as(call.operation().call())
                            .startsWith("failed ConnectionClosedException: Premature end of Content-Length");
                }
            }
        }
    }

    @Test
    void entitiesAreNotFollowed() throws IOException {
        String body = "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                + "<R><Buckets><Bucket><Name>&c;</Name></Bucket></Buckets></R>";
        try (AwsStub stub = answering(200, "text/xml", body)) {
            assertThat(stub.ending(BUCKETS)).isEqualTo("failed SdkClientException: Could not parse XML response.");
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (AwsStub elsewhere = answering(200, "text/xml", "<R/>");
                AwsStub stub = new AwsStub(request -> {
                    request.getResponseHeaders()
                            .set("Location", elsewhere.endpoint().toString());
                    request.sendResponseHeaders(302, -1);
                })) {
            assertThat(stub.ending(BUCKETS)).isEqualTo("failed HTTP 302");
            assertThat(elsewhere.signers()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereIsAFailureThatNamesIt() throws IOException {
        AwsEndpoint gone;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = new AwsEndpoint("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (AwsStub stub = answering(200, "text/xml", "<R/>");
                AwsClients clients =
                        new AwsClients(Optional.of(gone), Apache5HttpClient.create(), Duration.ofSeconds(60))) {
            AwsAccount account =
                    new AwsAccount(clients, AwsStub.credentials("AKIDFIRST"), "us-east-1", "aws", List.of());

            assertThat(stub.ending(BUCKETS, account)).matches("failed .*Connect.*: .*refused.*");
        }
    }

    @Test
    void aConnectionThatIsResetIsAFailure() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                AwsStub stub = answering(200, "text/xml", "<R/>");
                AwsClients clients = new AwsClients(
                        Optional.of(new AwsEndpoint("http://127.0.0.1:" + socket.getLocalPort())),
                        Apache5HttpClient.create(),
                        Duration.ofSeconds(60))) {
            Thread resets = new Thread(() -> resetEveryone(socket));
            resets.start();
            AwsAccount account =
                    new AwsAccount(clients, AwsStub.credentials("AKIDFIRST"), "us-east-1", "aws", List.of());

            assertThat(stub.ending(BUCKETS, account)).matches("failed (SocketException|NoHttpResponseException): .*");
        }
    }

    private static void resetEveryone(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    client.setSoLinger(true, 0);
                }
            }
        } catch (IOException closed) {
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, failed HTTP 500",
        "503, failed HTTP 503",
        "501, failed HTTP 501",
        "404, failed HTTP 404",
        "400, failed HTTP 400",
        "403, denied HTTP 403",
        "401, denied HTTP 401",
        "429, throttled HTTP 429"
    })
    void aStatusWithoutACodeIsToldByItsNumber(int status, String ending) throws IOException {
        for (String body : List.of("", "<html><body>unavailable</body></html>", "{}", "<")) {
            try (AwsStub stub = answering(status, "text/html", body)) {
                for (AwsCall<?, String, ?> call : ALL) {
                    assertThat(stub.ending(call)).as(call.operation().call()).isEqualTo(ending);
                }
            }
        }
    }

    @Test
    void errorsOfEveryFormatAreToldByTheirCodeWithoutRequestIds() throws IOException {
        String s3 = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>"
                + REQUEST_ID + "</RequestId><HostId>" + REQUEST_ID + "</HostId></Error>";
        String ec2 = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to"
                + " perform this operation. Encoded authorization failure message: " + REQUEST_ID
                + "</Message></Error></Errors><RequestID>" + REQUEST_ID + "</RequestID></Response>";
        String iam = "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message>"
                + "</Error><RequestId>" + REQUEST_ID + "</RequestId></ErrorResponse>";
        String json = "{\"__type\":\"com.amazonaws#AccessDeniedException\",\"Message\":\"User x is not authorized"
                + " (RequestId: " + REQUEST_ID + ") to list\"}";

        assertThat(endingOf(403, s3, BUCKETS)).isEqualTo("denied AccessDenied: Access Denied");
        assertThat(endingOf(403, ec2, REGIONS))
                .isEqualTo("denied UnauthorizedOperation: You are not authorized to perform this operation.");
        assertThat(endingOf(400, iam, USERS)).isEqualTo("throttled Throttling: Rate exceeded");
        assertThat(endingOf(400, json, KEYS))
                .isEqualTo("denied AccessDeniedException: User x is not authorized to list");
        assertThat(endingOf(400, json, FUNCTIONS))
                .isEqualTo("denied AccessDeniedException: User x is not authorized to list");
    }

    @Test
    void aSignatureThatIsRefusedDoesNotTellWhatWasSigned() throws IOException {
        String body =
                "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.\n\n"
                        + "The Canonical String should have been\n'POST\n/\nx-amz-security-token:FwoGZXIvYXdz'</Message>"
                        + "</Error></ErrorResponse>";

        assertThat(endingOf(403, body, USERS))
                .isEqualTo("signed_out SignatureDoesNotMatch: The signature does not match.");
    }

    private static String endingOf(int status, String body, AwsCall<?, String, ?> call) throws IOException {
        try (AwsStub stub = new AwsStub(request -> answer(request, status, "text/xml", body))) {
            return stub.ending(call);
        }
    }
}
