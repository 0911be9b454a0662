package io.nephoscope.aws;

import static io.nephoscope.aws.Services.SNS;
import static io.nephoscope.inventory.Proof.holding;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Paths;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;

/** Topics of SNS. */
final class SnsTopic {
    /** A page holds 100 topics, always. */
    private static final AwsCall<SnsClient, Page, ListTopicsResponse> LIST = SNS.list(
            "ListTopics",
            holding("Topics").each("TopicArn"),
            Defaults.NARROW_NOTHING,
            (sns, page) -> sns.listTopics(list -> list.nextToken(page.token())));

    private static final AwsCall<SnsClient, String, GetTopicAttributesResponse> ATTRIBUTES = SNS.read(
                    "GetTopicAttributes",
                    holding("Attributes.TopicArn", "Attributes.Owner", "Attributes.Policy"),
                    (SnsClient sns, String topic) -> sns.getTopicAttributes(get -> get.topicArn(topic)))
            .echoing(answer -> answer.attributes().getOrDefault("TopicArn", ""));

    private static final AwsCall<SnsClient, String, ListTagsForResourceResponse> TAGS = SNS.read(
            "ListTagsForResource",
            holding("Tags"),
            (sns, topic) -> sns.listTagsForResource(list -> list.resourceArn(topic)));

    private static final Struct SCHEMA = struct(
            "Attributes",
            "ArchivePolicy",
            DYN,
            "BeginningArchiveTime",
            STRING,
            "ContentBasedDeduplication",
            STRING,
            "DeliveryPolicy",
            DYN,
            "DisplayName",
            STRING,
            "EffectiveDeliveryPolicy",
            DYN,
            "FifoThroughputScope",
            STRING,
            "FifoTopic",
            STRING,
            "KmsMasterKeyId",
            STRING,
            "Owner",
            STRING,
            "Policy",
            DYN,
            "SignatureVersion",
            STRING,
            "SubscriptionsConfirmed",
            STRING,
            "SubscriptionsDeleted",
            STRING,
            "SubscriptionsPending",
            STRING,
            "TopicArn",
            STRING,
            "TracingConfig",
            STRING);

    static final AssetType TYPE = AssetType.named("aws.sns.topic", "SNS topic", Kinds.TOPIC)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.sns.topic", Topic::builder),
                    ListTopicsResponse::topics,
                    ListTopicsResponse::nextToken))
            .nativeId("TopicArn")
            .name(
                    topic -> topic.get("TopicArn") instanceof String arn
                            ? arn.substring(arn.lastIndexOf(':') + 1)
                            : topic.get("TopicArn"),
                    "TopicArn")
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .detail(Tags.detail(
                    Tags.TAGS,
                    TAGS,
                    listOf(SdkDocs.schema(Tags.TAGS, Tag::builder)),
                    "TopicArn",
                    ListTagsForResourceResponse::tags))
            .detail(AwsDetail.ofTexts(
                    "Attributes", ATTRIBUTES, SCHEMA, "TopicArn", GetTopicAttributesResponse::attributes))
            .door("topic policy", "Attributes")
            .facet("public", topic -> publicAccess(topic).isPublic(), "TopicArn", "Attributes")
            .facet("publicBy", topic -> publicAccess(topic).ways(), "TopicArn", "Attributes")
            .build();

    private SnsTopic() {}

    private static PublicAccess publicAccess(Attributes topic) {
        return PublicGrants.of(Paths.get(topic.get("Attributes"), "Policy"), topic.get("TopicArn"));
    }
}
