package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.IAM;
import static io.nephoscope.aws.sdk.AwsStub.S3;
import static io.nephoscope.aws.sdk.AwsStub.answer;
import static io.nephoscope.aws.sdk.AwsStub.answering;
import static io.nephoscope.aws.sdk.AwsStub.credentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class AwsClientsTest {
    private static final String NO_BUCKETS = "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>";
    private static final AwsCall<S3Client, String, ListBucketsResponse> BUCKETS =
            S3.read("ListBuckets", Proof.named("ListAllMyBucketsResult"), (s3, nothing) -> s3.listBuckets());
    /** The server answers with the one who signed. */
    private static final AwsCall<IamClient, String, GetUserResponse> WHO =
            IAM.read("GetUser", (iam, nothing) -> iam.getUser());

    @Test
    void theDeclaredOperationIsSentAndSigned() throws IOException {
        try (AwsStub stub = answering(200, "application/xml", NO_BUCKETS)) {
            assertThat(stub.ending(BUCKETS)).isEqualTo("value");
            assertThat(stub.signers()).containsExactly("AKIDFIRST");
        }
    }

    @Test
    void anOperationThatIsNotTheDeclaredOneIsStoppedBeforeItIsSent() throws IOException {
        List<AwsCall<?, String, ?>> liars = List.of(
                S3.read(
                        "ListBuckets",
                        Proof.named("ListAllMyBucketsResult"),
                        (s3, name) -> s3.deleteBucket(delete -> delete.bucket(name))),
                S3.read(
                        "ListBuckets",
                        Proof.named("ListAllMyBucketsResult"),
                        (s3, name) -> s3.getBucketPolicy(get -> get.bucket(name))),
                S3.read("ListBuckets", Proof.named("ListAllMyBucketsResult"), (s3, name) -> {
                    s3.listBuckets();
                    return s3.deleteBucket(delete -> delete.bucket(name));
                }),
                IAM.read("ListUsers", (iam, name) -> iam.createUser(create -> create.userName(name))),
                IAM.read("ListUsers", (iam, name) -> iam.createAccessKey()));
        try (AwsStub stub = answering(200, "application/xml", NO_BUCKETS)) {
            for (AwsCall<?, String, ?> liar : liars) {
                assertThat(stub.ending(liar)).startsWith("failed IllegalStateException: the operation ");
            }
            assertThat(stub.signers()).containsExactly("AKIDFIRST");
        }
    }

    @Test
    void aClientThatWasKeptSendsNothingOutsideItsCall() throws IOException {
        List<S3Client> kept = new ArrayList<>();
        AwsCall<S3Client, String, Integer> keeping =
                S3.read("ListBuckets", Proof.named("ListAllMyBucketsResult"), (s3, nothing) -> {
                    kept.add(s3);
                    return 1;
                });
        try (AwsStub stub = answering(200, "application/xml", NO_BUCKETS)) {
            assertThat(stub.ending(keeping)).isEqualTo("value");
            assertThat(catchThrowable(() -> kept.get(0).listBuckets())).isInstanceOf(IllegalStateException.class);
            assertThat(stub.signers()).isEmpty();
        }
    }

    @Test
    void accountsThatShareAClientAtTheSameTimeEachSignWithTheirOwnCredentials() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (AwsStub stub = new AwsStub(request -> {
            String signer =
                    request.getRequestHeaders().getFirst("Authorization").replaceAll(".*Credential=([^/]*)/.*", "$1");
            answer(
                    request,
                    200,
                    "text/xml",
                    "<GetUserResponse><GetUserResult><User><UserName>" + signer
                            + "</UserName></User></GetUserResult></GetUserResponse>");
        })) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String account = "AKID" + i % 7;
                Site site = stub.site(account, credentials(account));
                answers.add(threads.submit(() -> WHO.at(site, "")
                        .map(GetUserResponse::user)
                        .map(user -> user.userName().equals(account))
                        .equals(Outcome.value(true))));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void credentialsThatCannotBeHadAreAFailedCallThatIsNotSent() throws IOException {
        AwsCredentialsProvider none = () -> {
            throw new IllegalStateException("no secret for you");
        };
        try (AwsStub stub = answering(200, "application/xml", NO_BUCKETS)) {
            assertThat(BUCKETS.at(stub.site("1", none), "")
                            .cause("", "")
                            .message()
                            .en())
                    .contains("no secret for you");
            assertThat(stub.signers()).isEmpty();
        }
    }

    @Test
    void whatIsAskedOnceIsAskedOnceForEachCallAndInput() throws IOException {
        AwsCall<S3Client, String, String> names =
                S3.read("ListBuckets", Proof.named("ListAllMyBucketsResult"), (s3, nothing) -> {
                    s3.listBuckets();
                    return "names";
                });
        try (AwsStub stub = answering(200, "application/xml", NO_BUCKETS)) {
            Site site = stub.site();
            for (int i = 0; i < 2; i++) {
                assertThat(BUCKETS.onceAt(site, "")).isInstanceOf(Outcome.Value.class);
                assertThat(names.onceAt(site, "")).isEqualTo(Outcome.value("names"));
                assertThat(names.onceAt(site, "other")).isEqualTo(Outcome.value("names"));
            }
            assertThat(stub.signers()).hasSize(3);
        }
    }

    @Test
    @Timeout(120)
    void aCallThatGetsNoAnswerGivesItsThreadBack() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (AwsStub stub = new AwsStub(behindTheFirst(request -> await(ended)))) {
            assertThat(endingOfCallThatIsCut(stub, ended)).startsWith("failed ");
        }
    }

    /** A server that sends a byte now and then keeps every time-out of the socket waiting for ever. */
    @Test
    @Timeout(120)
    void aCallThatIsAnsweredDropByDropGivesItsThreadAndItsConnectionBack() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch cut = new CountDownLatch(1);
        try (AwsStub stub = new AwsStub(behindTheFirst(request -> {
            request.sendResponseHeaders(200, 0);
            try {
                while (!cut.await(20, TimeUnit.MILLISECONDS)) {
                    request.getResponseBody().write(' ');
                    request.getResponseBody().flush();
                }
            } catch (IOException e) {
                cut.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }))) {
            assertThat(endingOfCallThatIsCut(stub, ended)).startsWith("failed ");
            await(cut);
        }
    }

    /** The first answer is a good one: the SDK takes its time over a first call. */
    private static AwsStub.Answer behindTheFirst(AwsStub.Answer others) {
        AtomicBoolean first = new AtomicBoolean(true);
        return request -> {
            if (first.getAndSet(false)) {
                answer(request, 200, "application/json", "{}");
            } else {
                others.to(request);
            }
        };
    }

    private static String endingOfCallThatIsCut(AwsStub stub, CountDownLatch ended) throws IOException {
        AwsCall<S3Client, String, String> first = S3.read(
                "GetBucketPolicy",
                (s3, name) -> s3.getBucketPolicy(get -> get.bucket(name)).policy());
        AwsCall<S3Client, String, String> policy = S3.read("GetBucketPolicy", (s3, name) -> {
            try {
                return first.send().apply(s3, name);
            } finally {
                ended.countDown();
            }
        });
        try (AwsClients clients = new AwsClients(
                Optional.of(new AwsEndpoint(stub.endpoint().toString())),
                Apache5HttpClient.create(),
                Duration.ofSeconds(2))) {
            AwsAccount account = new AwsAccount(clients, credentials("AKIDFIRST"), "us-east-1", "aws", List.of());
            assertThat(stub.ending(first, account)).isEqualTo("value");
            String ending = stub.ending(policy, account);
            await(ended);
            return ending;
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
