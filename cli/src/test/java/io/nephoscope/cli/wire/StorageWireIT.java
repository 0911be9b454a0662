package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What may go wrong on the wire with buckets, queues, topics, functions and keys. */
class StorageWireIT {
    private static final String OPEN = "policy statement Open lets anyone on the Internet s3:GetObject";

    private static Moto moto;
    private static FaultProxy proxy;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        new StorageWorld().seed(moto);
        moto.client(SqsClient.builder(), "eu-west-1").createQueue(it -> it.queueName("storage-second-page"));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        moto.close();
    }

    @BeforeEach
    void heal() {
        proxy.heal();
    }

    private static Collected collect(String... types) throws Exception {
        return Collected.from(proxy.endpoint(), List.of("us-east-1", "eu-west-1"), types);
    }

    private static void assertUnread(Object field, String call, Status how) {
        assertThat(field)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .anySatisfy(cause -> assertThat(cause.call() + " " + cause.outcome())
                                        .isEqualTo(call + " " + how)));
    }

    @Test
    void theAccountIsAskedOnceWhatItBlocksForAllItsBuckets() throws Exception {
        Collected collected = collect("aws.s3.bucket");

        assertThat(collected.assets()).hasSizeGreaterThan(5);
        assertThat(Collections.frequency(proxy.calls(), "s3control:GetPublicAccessBlock"))
                .isEqualTo(1);
        assertThat(collected.asset("storage-open").attributes().get("AccountPublicAccessBlockConfiguration"))
                .isEqualTo(Absent.ABSENT);
    }

    @Test
    void anUnreadBlockOfTheAccountLeavesOpenWhatItMayClose() throws Exception {
        proxy.fail("s3control:GetPublicAccessBlock", Fault.DENIED);
        Collected collected = collect("aws.s3.bucket");

        assertUnread(collected.facets("storage-open").get("public"), "s3control:GetPublicAccessBlock", Status.DENIED);
        assertThat(collected.facets("storage-restricted").get("public")).isEqualTo(false);
        assertThat(collected.facets("storage-logs").get("public")).isEqualTo(false);
    }

    @Test
    void aBucketThatIsOpenByItsPolicyIsOpenWhateverItsAclSays() throws Exception {
        proxy.fail("s3:GetBucketAcl", Fault.DENIED);
        Collected collected = collect("aws.s3.bucket");

        assertThat(collected.facets("storage-open").get("public")).isEqualTo(true);
        DocList ways = (DocList) collected.facets("storage-open").get("publicBy");
        assertThat(ways.get(0)).isEqualTo(OPEN);
        assertUnread(ways.get(1), "s3:GetBucketAcl", Status.DENIED);
        assertThat(collected.facets("storage-owned").get("public")).isEqualTo(false);
        assertUnread(collected.facets("storage-logs").get("public"), "s3:GetBucketAcl", Status.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetBucketPolicy, aws.s3.bucket, storage-logs, public",
        "s3:GetBucketPolicy, aws.s3.bucket, storage-kept, insecureTransportDenied",
        "s3:GetBucketAcl, aws.s3.bucket, storage-logs, public",
        "s3:GetBucketLogging, aws.s3.bucket, storage-kept, accessLogged",
        "s3:GetBucketVersioning, aws.s3.bucket, storage-kept, versioned",
        "sqs:GetQueueAttributes, aws.sqs.queue, storage-orders, encrypted",
        "sqs:GetQueueAttributes, aws.sqs.queue, storage-orders, public",
        "lambda:GetPolicy, aws.lambda.function, storage-mail, public",
    })
    void aPageOfAProxyIsNoAnswer(String call, String type, String asset, String facet) throws Exception {
        proxy.fail(call, Fault.HTML);

        assertUnread(collect(type).facets(asset).get(facet), call, Status.FAILED);
    }

    @Test
    void aPolicyThatIsNotJsonCostsThePolicyOnly() throws Exception {
        proxy.answer("s3:GetBucketPolicy", request -> "{\"Statement\": [");
        proxy.answer(
                "sqs:GetQueueAttributes",
                request -> "{\"Attributes\":{\"Policy\":\"gone\",\"SqsManagedSseEnabled\":\"true\"}}");
        Collected collected = collect("aws.s3.bucket", "aws.sqs.queue");

        assertUnread(collected.facets("storage-organisation").get("public"), "s3:GetBucketPolicy", Status.FAILED);
        assertThat(collected.facets("storage-kept").get("versioned")).isEqualTo(true);
        assertUnread(collected.facets("storage-orders").get("public"), "sqs:GetQueueAttributes", Status.FAILED);
        assertThat(collected.facets("storage-orders").get("encrypted")).isEqualTo(true);
    }

    @Test
    void aPolicyThatIsNullOrSaysSomethingTwiceIsNoPolicyThatLetsNobodyIn() throws Exception {
        proxy.answer("s3:GetBucketPolicy", request -> "null");
        proxy.answer(
                "sqs:GetQueueAttributes",
                request -> "{\"Attributes\":{\"QueueArn\":\"arn:aws:sqs:us-east-1:1:q\",\"Policy\":\"\"}}");
        proxy.answer(
                "lambda:GetPolicy",
                request ->
                        "{\"Policy\":\"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Effect\\\":\\\"Deny\\\"}]}\"}");
        Collected collected = collect("aws.s3.bucket", "aws.sqs.queue", "aws.lambda.function");

        assertUnread(collected.facets("storage-logs").get("public"), "s3:GetBucketPolicy", Status.FAILED);
        assertUnread(
                collected.facets("storage-kept").get("insecureTransportDenied"), "s3:GetBucketPolicy", Status.FAILED);
        assertUnread(collected.facets("storage-orders").get("public"), "sqs:GetQueueAttributes", Status.FAILED);
        assertUnread(collected.facets("storage-mail").get("public"), "lambda:GetPolicy", Status.FAILED);
    }

    @Test
    void policiesLetInThoseWhomTheyDoNotPin() throws Exception {
        Collected collected = collect("aws.sqs.queue", "aws.sns.topic", "aws.lambda.function");

        assertThat(collected.facets("storage-halves").get("publicBy"))
                .isEqualTo(DocList.of("policy statement Open lets anyone on the Internet sqs:*"
                        + " (its conditions on aws:SourceIp pin nobody)"));
        assertThat(collected.facets(topic("storage-alarms")).get("public")).isEqualTo(false);
        assertThat(collected.facets(topic("storage-gossip")).get("public")).isEqualTo(true);
        assertThat(collected.facets("storage-mail").get("public")).isEqualTo(false);
        assertThat(collected.facets("storage-image").get("publicBy"))
                .isEqualTo(DocList.of("policy statement Buckets lets s3.amazonaws.com on behalf of any AWS account"
                        + " lambda:InvokeFunction"));
        assertThat(collected.facets("storage-tides").get("publicBy"))
                .isEqualTo(DocList.of("policy statement Url lets anyone with an AWS account"
                        + " (and on the Internet where a function URL asks for no authentication)"
                        + " lambda:InvokeFunctionUrl"));
    }

    private static String topic(String name) {
        return "arn:aws:sns:eu-west-1:" + Moto.FIRST_ACCOUNT + ":" + name;
    }

    @Test
    void everyPageOfQueuesIsAskedFor() throws Exception {
        String url = moto.endpoint() + "/" + Moto.FIRST_ACCOUNT + "/";
        proxy.answer("sqs:ListQueues", request -> {
            if (request.region().equals("us-east-1")) {
                return "{}";
            }
            return request.mentions("onwards")
                    ? "{\"QueueUrls\":[\"" + url + "storage-second-page\"]}"
                    : "{\"QueueUrls\":[],\"NextToken\":\"onwards\"}";
        });
        Collected collected = collect("aws.sqs.queue");

        assertThat(collected.assets()).extracting(asset -> asset.nativeId()).containsExactly("storage-second-page");
        assertThat(collected.asset("storage-second-page").scope().region()).isEqualTo("eu-west-1");
    }

    @Test
    void theEnvironmentOfAFunctionIsNotKept() throws Exception {
        assertThat(collect("aws.lambda.function")
                        .asset("storage-mail")
                        .attributes()
                        .toString())
                .contains("DATABASE_PASSWORD")
                .doesNotContain(World.CANARY);
    }
}
