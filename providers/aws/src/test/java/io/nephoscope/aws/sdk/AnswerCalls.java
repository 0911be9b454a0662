package io.nephoscope.aws.sdk;

import static io.nephoscope.aws.sdk.AwsStub.EC2;
import static io.nephoscope.aws.sdk.AwsStub.IAM;
import static io.nephoscope.aws.sdk.AwsStub.KMS;
import static io.nephoscope.aws.sdk.AwsStub.S3;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.inventory.Proof;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Calls whose answers are not what they should be. */
final class AnswerCalls {
    static final AwsCall<?, String, ?> BUCKETS =
            S3.read("ListBuckets", holding("Buckets").in("ListAllMyBucketsResult"), (s3, nothing) -> s3.listBuckets());
    static final AwsCall<?, String, ?> ACL = S3.read(
            "GetBucketAcl",
            holding("Owner", "Grants").in("AccessControlPolicy"),
            (s3, name) -> s3.getBucketAcl(get -> get.bucket(name)));
    static final AwsCall<?, String, ?> VERSIONING = S3.read(
            "GetBucketVersioning",
            Proof.named("VersioningConfiguration"),
            (s3, name) -> s3.getBucketVersioning(get -> get.bucket(name)));
    static final AwsCall<?, String, ?> LOCATION = S3.read(
            "GetBucketLocation",
            Proof.named("LocationConstraint"),
            (s3, name) -> s3.getBucketLocation(get -> get.bucket(name)));
    static final AwsCall<?, String, ?> ENCRYPTION = S3.read(
            "GetBucketEncryption",
            holding("ServerSideEncryptionConfiguration.Rules"),
            (s3, name) -> s3.getBucketEncryption(get -> get.bucket(name)));
    static final AwsCall<?, String, ?> POLICY =
            S3.read("GetBucketPolicy", holding("Policy"), (s3, name) -> s3.getBucketPolicy(get -> get.bucket(name)));
    static final AwsCall<?, String, ?> BLOCK = S3.read(
            "GetPublicAccessBlock",
            holding("PublicAccessBlockConfiguration.BlockPublicAcls"),
            (s3, name) -> s3.getPublicAccessBlock(get -> get.bucket(name)));
    static final AwsCall<?, String, ?> REGIONS =
            EC2.read("DescribeRegions", holding("Regions"), (ec2, nothing) -> ec2.describeRegions());
    static final AwsCall<?, String, ?> USERS =
            IAM.read("ListUsers", holding("Users"), (iam, nothing) -> iam.listUsers());
    static final AwsCall<?, String, ?> TOPIC = new AwsService<>("sns", SnsClient::builder)
            .read(
                    "GetTopicAttributes",
                    holding("Attributes.TopicArn"),
                    (sns, topic) -> sns.getTopicAttributes(get -> get.topicArn(topic)));
    static final AwsCall<?, String, ?> KEYS = KMS.read("ListKeys", holding("Keys"), (kms, nothing) -> kms.listKeys());
    static final AwsCall<?, String, ?> ROTATION = KMS.read(
            "GetKeyRotationStatus",
            holding("KeyRotationEnabled"),
            (kms, key) -> kms.getKeyRotationStatus(get -> get.keyId(key)));
    static final AwsCall<?, String, ?> QUEUES = new AwsService<>("sqs", SqsClient::builder)
            .read(
                    "ListQueues",
                    Proof.nothing("a region without queues is answered without QueueUrls"),
                    (sqs, nothing) -> sqs.listQueues());

    static final List<AwsCall<?, String, ?>> ALL = List.of(
            BUCKETS,
            ACL,
            VERSIONING,
            LOCATION,
            ENCRYPTION,
            POLICY,
            BLOCK,
            REGIONS,
            USERS,
            TOPIC,
            KEYS,
            ROTATION,
            QUEUES);

    private AnswerCalls() {}
}
