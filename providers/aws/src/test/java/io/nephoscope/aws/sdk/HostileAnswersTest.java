package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.EC2;
import static io.nephoscope.aws.sdk.AwsStub.IAM;
import static io.nephoscope.aws.sdk.AwsStub.KMS;
import static io.nephoscope.aws.sdk.AwsStub.S3;
import static io.nephoscope.aws.sdk.AwsStub.answering;
import static io.nephoscope.aws.sdk.AwsStub.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** Answers that are made to do harm: to memory, to the stack, to where the next call goes. */
class HostileAnswersTest {
    private static final AwsCall<S3Client, String, ListBucketsResponse> BUCKETS =
            S3.read("ListBuckets", Proof.named("ListAllMyBucketsResult"), (s3, nothing) -> s3.listBuckets());
    private static final AwsCall<KmsClient, String, ListKeysResponse> KEYS =
            KMS.read("ListKeys", (kms, nothing) -> kms.listKeys());
    private static final List<AwsCall<?, String, ?>> CALLS =
            List.of(BUCKETS, KEYS, IAM.read("ListUsers", (iam, nothing) -> iam.listUsers()));

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 503})
    void anAnswerWithoutEndIsCutOff(int status) throws IOException {
        try (AwsStub stub = new AwsStub(request -> withoutEnd(request, status))) {
            for (AwsCall<?, String, ?> call : CALLS) {
                assertThat(stub.ending(call))
                        .as(call.operation().call())
                        .isIn("failed UnusableAnswer: it is longer than 32 MB", "denied HTTP 403", "failed HTTP 503");
            }
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadOnWhereItsBeginningIsWrongAlready() throws IOException {
        try (AwsStub stub = new AwsStub(request -> {
            request.getRequestHeaders().remove("X-Amz-Target");
            withoutEnd(request, 200);
        })) {
            assertThat(stub.ending(KEYS)).startsWith("failed ").doesNotContain("Deadline");
        }
    }

    private static void withoutEnd(HttpExchange request, int status) throws IOException {
        boolean isJson = request.getRequestHeaders().containsKey("X-Amz-Target");
        String item = isJson ? "{\"KeyId\":\"0123456789\"}," : "<a>0123456789</a>";
        byte[] piece = item.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, 0);
        OutputStream body = request.getResponseBody();
        body.write((isJson ? "{\"Keys\":[" : "<ListUsersResponse>").getBytes(StandardCharsets.UTF_8));
        try {
            while (true) {
                body.write(piece);
            }
        } catch (IOException e) {
            assertThat(e).as("nobody listens any more").isNotNull();
        }
    }

    @Test
    void aSmallAnswerThatUnfoldsIntoALargeOneIsCutOffOrNotUnfolded() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("<R>".getBytes(StandardCharsets.UTF_8));
            byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(blank);
            }
        }
        try (AwsStub stub = new AwsStub(request -> {
            request.getResponseHeaders().set("Content-Encoding", "gzip");
            request.sendResponseHeaders(200, zipped.size());
            request.getResponseBody().write(zipped.toByteArray());
        })) {
            for (AwsCall<?, String, ?> call : CALLS) {
                assertThat(stub.ending(call)).startsWith("failed ");
            }
        }
    }

    @Test
    void anAnswerThatIsNestedWithoutEndIsAFailure() throws IOException {
        for (String body : List.of("<a>".repeat(1_000_000), "{\"Keys\":" + "[".repeat(1_000_000))) {
            try (AwsStub stub = answering(200, "text/xml", body)) {
                for (AwsCall<?, String, ?> call : CALLS) {
                    assertThat(stub.ending(call)).startsWith("failed ");
                }
            }
        }
    }

    @Test
    void entitiesAreNotUnfolded() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        try (AwsStub stub = answering(200, "text/xml", laughs + "]><R><Owner>&a39;</Owner></R>")) {
            assertThat(stub.ending(BUCKETS)).isEqualTo("failed SdkClientException: Could not parse XML response.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/#", "evil.example:8080/", "a@evil.example", "x.evil.example", "", "..", "É"})
    void aRegionThatIsNoNameLeadsNoCallAnywhere(String region) throws IOException {
        try (AwsStub stub = answering(200, "text/xml", "<R/>")) {
            Outcome<?> ending = BUCKETS.at(stub.site().in(region), "");
            assertThat(ending.cause("", "").message().en()).contains("is no region");
            assertThat(stub.signers()).isEmpty();
        }
    }

    /** A name for which the SDK would open a session first, one that is an address, one that is a path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil--use1-az4--x-s3",
                "arn:aws:s3:eu-west-1:123456789012:accesspoint/evil",
                "../../evil",
                "evil.example/x?y#z",
                "evil\r\nHost: evil.example"
            })
    void aBucketsNameLeadsNoCallElsewhereAndSendsNothingUndeclared(String name) throws IOException {
        AwsCall<S3Client, String, GetBucketPolicyResponse> policy =
                S3.read("GetBucketPolicy", (s3, bucket) -> s3.getBucketPolicy(get -> get.bucket(bucket)));
        List<String> asked = Collections.synchronizedList(new java.util.ArrayList<>());
        try (AwsStub stub = new AwsStub(request -> {
            asked.add(request.getRequestMethod() + " " + request.getRequestURI().getRawQuery());
            AwsStub.answer(request, 200, "application/json", "{}");
        })) {
            policy.at(stub.site(), name);
            assertThat(asked).allMatch("GET policy"::equals);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aCallIsSentOnceAndByItsOwnServiceOnly(boolean twice) throws IOException {
        try (AwsStub stub = answering(200, "text/xml", "<ListAllMyBucketsResult/>")) {
            AwsCall<S3Client, String, ?> liar =
                    S3.read("ListBuckets", Proof.named("ListAllMyBucketsResult"), (s3, nothing) -> {
                        s3.listBuckets();
                        return twice
                                ? s3.listBuckets()
                                : s3.listBucketsPaginator().stream().toList();
                    });
            assertThat(stub.ending(liar)).contains("was declared as one call");
            assertThat(stub.signers()).hasSize(1);
        }
    }

    @Test
    void anOperationOfTheSameNameOfAnotherServiceIsNotTheDeclaredOne() throws IOException {
        try (AwsStub stub = answering(200, "text/xml", "<DescribeTagsResponse/>")) {
            AwsAccount account =
                    new AwsAccount(stub.clients(), credentials("AKIDFIRST"), "us-east-1", "aws", List.of());
            AwsCall<software.amazon.awssdk.services.ec2.Ec2Client, String, ?> tags =
                    EC2.read("DescribeTags", (ec2, nothing) -> ec2.describeTags());
            List<KmsClient> kept = new java.util.ArrayList<>();
            stub.ending(KMS.read("ListTags", (kms, nothing) -> kept.add(kms)), account);
            AwsCall<?, String, ?> liar =
                    IAM.read("ListAliases", (iam, nothing) -> kept.get(0).listAliases());
            assertThat(stub.ending(liar, account)).contains("kms:ListAliases is not the declared one, iam:ListAliases");
            assertThat(stub.ending(tags, account)).isEqualTo("value");
        }
    }

    @Test
    void anErrorThatEchoesWhatWasSentTellsNoneOfIt() throws IOException {
        try (AwsStub stub = new AwsStub(request -> {
            StringBuilder echo = new StringBuilder("refused:");
            request.getRequestHeaders()
                    .forEach((name, values) ->
                            echo.append("\n").append(name).append(": ").append(values.get(0)));
            AwsStub.answer(
                    request,
                    403,
                    "text/xml",
                    "<Error><Code>AccessDenied</Code><Message>"
                            + echo.toString().replace("<", "") + "</Message></Error>");
        })) {
            String signature = "Signature=[0-9a-f]{8}";
            assertThat(stub.ending(BUCKETS))
                    .startsWith("denied AccessDenied: refused:")
                    .doesNotContainPattern(signature);
        }
    }
}
