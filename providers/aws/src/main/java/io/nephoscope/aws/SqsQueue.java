package io.nephoscope.aws;

import static io.nephoscope.aws.Services.SQS;
import static io.nephoscope.inventory.Proof.holding;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.mapOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues of SQS. Their URLs differ by endpoint, so that a queue is known by the name at the end of it. */
final class SqsQueue {
    /** With a page size, ListQueues has pages at all. */
    private static final AwsCall<SqsClient, Page, ListQueuesResponse> LIST = SQS.list(
            "ListQueues",
            Proof.nothing("a region without queues is answered without QueueUrls"),
            Defaults.NARROW_NOTHING,
            (sqs, page) -> sqs.listQueues(list -> list.maxResults(1_000).nextToken(page.token())));

    private static final AwsCall<SqsClient, String, GetQueueAttributesResponse> ATTRIBUTES = SQS.read(
            "GetQueueAttributes",
            holding("Attributes.QueueArn"),
            (sqs, queue) -> sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.ALL)));

    /** The answer leaves the tags out where there are none. */
    private static final AwsCall<SqsClient, String, ListQueueTagsResponse> TAGS = SQS.read(
            "ListQueueTags",
            Proof.nothing("a queue without tags is answered without Tags"),
            (sqs, queue) -> sqs.listQueueTags(list -> list.queueUrl(queue)));

    private static final Struct SCHEMA = struct(
            "Attributes",
            "ContentBasedDeduplication",
            STRING,
            "CreatedTimestamp",
            STRING,
            "DeduplicationScope",
            STRING,
            "DelaySeconds",
            STRING,
            "FifoQueue",
            STRING,
            "FifoThroughputLimit",
            STRING,
            "KmsDataKeyReusePeriodSeconds",
            STRING,
            "KmsMasterKeyId",
            STRING,
            "LastModifiedTimestamp",
            STRING,
            "MaximumMessageSize",
            STRING,
            "MessageRetentionPeriod",
            STRING,
            "Policy",
            DYN,
            "QueueArn",
            STRING,
            "ReceiveMessageWaitTimeSeconds",
            STRING,
            "RedriveAllowPolicy",
            DYN,
            "RedrivePolicy",
            DYN,
            "SqsManagedSseEnabled",
            STRING,
            "VisibilityTimeout",
            STRING);

    static final AssetType TYPE = AssetType.named("aws.sqs.queue", "SQS queue", Kinds.QUEUE)
            .list(AwsListing.ofDocs(
                    LIST,
                    struct("aws.sqs.queue", "QueueUrl", STRING),
                    page -> page.queueUrls().stream()
                            .map(url -> url == null ? Doc.empty() : Doc.of("QueueUrl", url))
                            .toList(),
                    ListQueuesResponse::nextToken))
            .nativeId(queue ->
                    queue.text("QueueUrl").substring(queue.text("QueueUrl").lastIndexOf('/') + 1))
            .tags(Tags.TAGS)
            .detail(AwsDetail.ofTexts(
                    "Attributes", ATTRIBUTES, SCHEMA, "QueueUrl", GetQueueAttributesResponse::attributesAsStrings))
            .detail(AwsDetail.of(Tags.TAGS, TAGS, mapOf(STRING), "QueueUrl", ListQueueTagsResponse::tags))
            .facet("encrypted", SqsQueue::encrypted, "Attributes")
            .door("queue policy", "Attributes")
            .facet("public", queue -> publicAccess(queue).isPublic(), "Attributes")
            .facet("publicBy", queue -> publicAccess(queue).ways(), "Attributes")
            .build();

    private SqsQueue() {}

    /** By a key of KMS, or by the one that SQS itself manages. */
    private static Object encrypted(Attributes queue) {
        return Tri.ask(
                        queue.get("Attributes"),
                        known -> Tri.of(known instanceof Doc attributes
                                && (!attributes.text("KmsMasterKeyId").isEmpty()
                                        || attributes
                                                .text("SqsManagedSseEnabled")
                                                .equalsIgnoreCase("true"))))
                .toField();
    }

    private static PublicAccess publicAccess(Attributes queue) {
        Object attributes = queue.get("Attributes");
        return PublicGrants.of(Paths.get(attributes, "Policy"), Paths.get(attributes, "QueueArn"));
    }
}
