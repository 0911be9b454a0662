package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
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
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What may go wrong on the wire with buckets, queues, topics, functions and keys. */
class StorageWireIT {
    private static final String CLOSED = "storage-organisation";
    private static final String OPEN = "policy statement Open lets anyone on the Internet s3:GetObject";

    private static Moto moto;
    private static FaultProxy proxy;

    @BeforeAll
    static void seed() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        World world = new StorageWorld();
        world.seed(moto);
        world.correct(proxy);
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

    /** Buckets without ownership controls, whose ACLs work. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?s)<Permission>[^<]*</Permission>",
                "(?s)<Grantee.*?</Grantee>",
                "(?s)<AccessControlList>.*</AccessControlList>"
            })
    void anAclThatDoesNotSayToWhomOrWhatMayOpenTheBucket(String left) throws Exception {
        assertThat(publicWithAcl(left, "")).isInstanceOf(Unknown.class);
    }

    @Test
    void anAclThatGrantsNothingOpensNothing() throws Exception {
        assertThat(publicWithAcl("(?s)<AccessControlList>.*</AccessControlList>", "<AccessControlList/>"))
                .isEqualTo(false);
    }

    /** What is said of a closed bucket where a part of its access control list is another. */
    private static Object publicWithAcl(String part, String instead) throws Exception {
        try (FaultProxy before = FaultProxy.before(moto)) {
            before.correct("s3:GetBucketAcl", (key, own) -> own.replaceAll(part, instead));
            return Collected.from(before.endpoint(), List.of("us-east-1", "eu-west-1"), "aws.s3.bucket")
                    .facets(CLOSED)
                    .get("public");
        }
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
                request ->
                        "{\"Attributes\":{\"QueueArn\":\"arn:aws:sqs:us-east-1:1:q\",\"Policy\":\"gone\",\"SqsManagedSseEnabled\":\"true\"}}");
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
                .isEqualTo(DocList.of("URL of the function for anyone on the Internet:"
                        + " policy statement Url lets anyone with an AWS account"
                        + " (and on the Internet where a function URL asks for no authentication)"
                        + " lambda:InvokeFunctionUrl"));
    }

    private static String topic(String name) {
        return "arn:aws:sns:eu-west-1:" + Moto.FIRST_ACCOUNT + ":" + name;
    }

    @Test
    void anAliasAndAVersionAreOpenByPoliciesOfTheirOwn() throws Exception {
        Collected collected = collect("aws.lambda.function");

        assertThat(collected.facets("storage-live").get("publicBy"))
                .asString()
                .startsWith("[alias live: policy statement Open lets ");
        assertThat(collected.facets("storage-pinned").get("publicBy"))
                .asString()
                .startsWith("[version 1: policy statement Open lets ");
        assertThat(collected.facets("storage-tides").get("publicBy"))
                .asString()
                .startsWith("[URL of the function for anyone on the Internet: ");
        assertThat(collected.facets("storage-dormant").get("public")).isEqualTo(false);
        assertThat(proxy.requests().stream()
                        .filter(request -> request.mentions("/storage-mail/"))
                        .map(AwsRequest::call))
                .containsExactlyInAnyOrder("lambda:GetPolicy", "lambda:ListAliases", "lambda:ListFunctionUrlConfigs");
    }

    @ParameterizedTest
    @CsvSource({"NONE, on the Internet", "AWS_IAM, with an AWS account"})
    void whoMayUseTheUrlOfAnAliasIsSaidByItsAuthentication(String type, String who) throws Exception {
        String arn = "arn:aws:lambda:us-east-1:" + Moto.FIRST_ACCOUNT + ":function:storage-live:live";
        proxy.answer(
                "lambda:ListFunctionUrlConfigs",
                request -> request.mentions("/storage-live/")
                        ? "{\"FunctionUrlConfigs\":[{\"FunctionArn\":\"" + arn + "\",\"AuthType\":\"" + type + "\"}]}"
                        : "{\"FunctionUrlConfigs\":[]}");
        String policy = "{\"Statement\":[{\"Sid\":\"Url\",\"Effect\":\"Allow\",\"Principal\":\"*\","
                + "\"Action\":\"lambda:InvokeFunctionUrl\",\"Resource\":\"" + arn + "\",\"Condition\":"
                + "{\"StringEquals\":{\"lambda:FunctionUrlAuthType\":\"" + type + "\"}}}]}";
        String forOneself = policy.replace("\"*\"", "{\"AWS\":\"" + Moto.FIRST_ACCOUNT + "\"}");
        proxy.answer("lambda:GetPolicy", request -> {
            boolean isLive = request.mentions("/storage-live/") && request.mentions("Qualifier=live");
            return "{\"Policy\":\"" + (isLive ? policy : forOneself).replace("\"", "\\\"") + "\"}";
        });
        Collected collected = collect("aws.lambda.function");

        assertThat(collected.facets("storage-live").get("publicBy"))
                .asString()
                .startsWith("[URL of alias live for anyone " + who + ": policy statement Url lets ");
        assertThat(collected.facets("storage-tides").get("public")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"lambda:ListAliases, '', storage-live", "lambda:ListFunctions, FunctionVersion=ALL, storage-pinned"})
    void qualifiersThatNobodyListsMayBeOpen(String call, String asked, String open) throws Exception {
        proxy.fail(request -> request.call().equals(call) && request.mentions(asked), Fault.DENIED);
        Collected collected = collect("aws.lambda.function");

        assertUnread(collected.facets(open).get("public"), call, Status.DENIED);
        assertUnread(collected.facets("storage-mail").get("public"), call, Status.DENIED);
        assertThat(collected.facets("storage-tides").get("public")).isEqualTo(true);
    }

    @Test
    void urlsThatNobodyListsMatterWhereAPermissionLeadsThroughThem() throws Exception {
        proxy.fail("lambda:ListFunctionUrlConfigs", Fault.DENIED);
        Collected collected = collect("aws.lambda.function");

        assertUnread(collected.facets("storage-dormant").get("public"), "lambda:ListFunctionUrlConfigs", Status.DENIED);
        assertThat(collected.facets("storage-mail").get("public")).isEqualTo(false);
    }

    @Test
    void aPolicyOfOneQualifierThatIsDeniedCostsNoOther() throws Exception {
        proxy.fail(
                request -> request.mentions("/storage-live/policy") && request.mentions("Qualifier=1"), Fault.DENIED);
        Collected collected = collect("aws.lambda.function");

        DocList ways = (DocList) collected.facets("storage-live").get("publicBy");
        assertThat(ways.get(0)).asString().startsWith("alias live: ");
        assertUnread(ways.get(1), "lambda:GetPolicy", Status.DENIED);
    }

    @Test
    void everyPageOfAliasesIsAskedFor() throws Exception {
        proxy.answer("lambda:ListAliases", request -> {
            if (!request.mentions("/storage-live/")) {
                return "{\"Aliases\":[]}";
            }
            return request.mentions("Marker=onwards")
                    ? "{\"Aliases\":[{\"Name\":\"live\"}]}"
                    : "{\"Aliases\":[],\"NextMarker\":\"onwards\"}";
        });
        assertThat(collect("aws.lambda.function").facets("storage-live").get("public"))
                .isEqualTo(true);
    }

    @Test
    void accessPointsAreListedOnceARegionAndAskedOnlyWhereTheyLeadIn() throws Exception {
        Collected collected = collect("aws.s3.bucket");

        assertThat(collected.facets("storage-left").get("publicBy"))
                .asString()
                .startsWith("[access point storage-left-point: policy statement Open lets ");
        assertThat(collected.facets("storage-many").get("publicBy"))
                .asString()
                .startsWith("[access point storage-many: policy statement Open lets ");
        assertThat(collected.facets("storage-left-shut").get("public")).isEqualTo(false);
        assertThat(collected.facets("storage-left-inside").get("public")).isEqualTo(false);
        assertThat(proxy.calls().stream().filter("s3control:ListAccessPoints"::equals))
                .hasSize(2);
        assertThat(proxy.calls().stream().filter("s3control:ListMultiRegionAccessPoints"::equals))
                .hasSize(1);
        assertThat(proxy.calls().stream().filter("s3control:GetAccessPointPolicy"::equals))
                .hasSize(2);
        assertThat(proxy.calls().stream().filter("s3control:GetMultiRegionAccessPointPolicy"::equals))
                .hasSize(1);
        assertThat(proxy.requests())
                .filteredOn(request -> request.call().contains("MultiRegion"))
                .allMatch(request -> request.region().equals("us-west-2"));
        assertThat(proxy.requests()).noneMatch(request -> request.mentions("storage-left-inside-point"));
    }

    @ParameterizedTest
    @CsvSource({
        "s3control:ListAccessPoints, storage-left",
        "s3control:GetAccessPointPolicy, storage-left",
        "s3control:GetAccessPoint, storage-left",
        "s3control:ListMultiRegionAccessPoints, storage-many",
        "s3control:GetMultiRegionAccessPointPolicy, storage-many",
    })
    void anAccessPointThatNobodyReadsLeavesOpenWhatItMayOpen(String call, String bucket) throws Exception {
        proxy.fail(call, Fault.DENIED);
        Collected collected = collect("aws.s3.bucket");

        assertUnread(collected.facets(bucket).get("public"), call, Status.DENIED);
        assertThat(collected.facets("storage-logs").get("public")).isEqualTo(false);
        assertThat(collected.facets("storage-kept").get("public")).isEqualTo(false);
        assertThat(collected.facets("storage-open").get("public")).isEqualTo(true);
    }

    @Test
    void accessPointsOfABucketThatNobodyKnowsWhereToFindAreUnknown() throws Exception {
        proxy.fail("s3:GetBucketLocation", Fault.DENIED);
        Collected collected = collect("aws.s3.bucket");

        assertUnread(collected.facets("storage-left").get("public"), "s3:GetBucketLocation", Status.DENIED);
        assertThat(collected.facets("storage-logs").get("public")).isEqualTo(false);
    }

    @Test
    void accessPointsOfOtherAccountsAreUnknownWhereTheBucketLeavesItToThem() throws Exception {
        Collected collected = collect("aws.s3.bucket");

        assertThat(collected.facets("storage-left-to-others").get("public"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .extracting(Cause::outcome)
                                .containsExactly(Status.NO_API));
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
