package io.nephoscope.cli.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Of every type that can be tagged an asset with an owner, and one without. */
final class TaggedWorld {
    static final String REGION = "us-east-1";
    private static final String OWNER = "owner";
    private static final String ANN = "ann";
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::tagged/*\"}]}";
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final Map<String, String> tagged = new TreeMap<>();
    private final Map<String, String> plain = new TreeMap<>();

    /** The native id, or the name, of the asset of a type that has an owner. */
    String tagged(String type) {
        return tagged.getOrDefault(type, "");
    }

    /** Of the one that has none. */
    String plain(String type) {
        return plain.getOrDefault(type, "");
    }

    private void both(String type, String withOwner, String without) {
        tagged.put(type, withOwner);
        plain.put(type, without);
    }

    void seed(Moto moto) {
        storage(moto.client(S3Client.builder(), REGION));
        messages(moto.client(SqsClient.builder(), REGION), moto.client(SnsClient.builder(), REGION));
        identities(moto.client(IamClient.builder(), REGION));
        functions(moto.client(LambdaClient.builder(), REGION));
        keys(moto.client(KmsClient.builder(), REGION));
        trails(moto.client(CloudTrailClient.builder(), REGION));
        networks(moto.client(Ec2Client.builder(), REGION));
        databases(moto.client(RdsClient.builder(), REGION));
    }

    private void storage(S3Client s3) {
        both("aws.s3.bucket", "tagged-bucket", "plain-bucket");
        s3.createBucket(it -> it.bucket("tagged-bucket"));
        s3.createBucket(it -> it.bucket("plain-bucket"));
        s3.putBucketTagging(it -> it.bucket("tagged-bucket")
                .tagging(tags -> tags.tagSet(tag -> tag.key(OWNER).value(ANN))));
    }

    private void messages(SqsClient sqs, SnsClient sns) {
        both("aws.sqs.queue", "tagged-queue", "plain-queue");
        sqs.createQueue(it -> it.queueName("tagged-queue").tags(Map.of(OWNER, ANN)));
        sqs.createQueue(it -> it.queueName("plain-queue"));
        both("aws.sns.topic", "tagged-topic", "plain-topic");
        sns.createTopic(it -> it.name("tagged-topic").tags(tag -> tag.key(OWNER).value(ANN)));
        sns.createTopic(it -> it.name("plain-topic"));
    }

    private void identities(IamClient iam) {
        both("aws.iam.user", "tagged-user", "plain-user");
        iam.createUser(
                it -> it.userName("tagged-user").tags(tag -> tag.key(OWNER).value(ANN)));
        iam.createUser(it -> it.userName("plain-user"));
        both("aws.iam.role", "tagged-role", "plain-role");
        iam.createRole(it -> it.roleName("tagged-role")
                .assumeRolePolicyDocument(TRUST)
                .tags(tag -> tag.key(OWNER).value(ANN)));
        iam.createRole(it -> it.roleName("plain-role").assumeRolePolicyDocument(TRUST));
        both("aws.iam.policy", "tagged-policy", "plain-policy");
        iam.createPolicy(it -> it.policyName("tagged-policy")
                .policyDocument(POLICY)
                .tags(tag -> tag.key(OWNER).value(ANN)));
        iam.createPolicy(it -> it.policyName("plain-policy").policyDocument(POLICY));
    }

    private void functions(LambdaClient lambda) {
        both("aws.lambda.function", "tagged-function", "plain-function");
        lambda.createFunction(
                function("tagged-function").tags(Map.of(OWNER, ANN)).build());
        lambda.createFunction(function("plain-function").build());
    }

    private static CreateFunctionRequest.Builder function(String name) {
        return CreateFunctionRequest.builder()
                .functionName(name)
                .runtime("python3.13")
                .handler("it.handle")
                .role("arn:aws:iam::" + Moto.FIRST_ACCOUNT + ":role/tagged-role")
                .code(code -> code.zipFile(SdkBytes.fromString("no archive", StandardCharsets.UTF_8)));
    }

    private void keys(KmsClient kms) {
        String withOwner = kms.createKey(it -> it.tags(tag -> tag.tagKey(OWNER).tagValue(ANN)))
                .keyMetadata()
                .keyId();
        both("aws.kms.key", withOwner, kms.createKey().keyMetadata().keyId());
    }

    private void trails(CloudTrailClient trails) {
        both("aws.cloudtrail.trail", "tagged-trail", "plain-trail");
        trails.createTrail(it -> it.name("tagged-trail")
                .s3BucketName("plain-bucket")
                .tagsList(tag -> tag.key(OWNER).value(ANN)));
        trails.createTrail(it -> it.name("plain-trail").s3BucketName("plain-bucket"));
    }

    private void networks(Ec2Client ec2) {
        String withOwner =
                ec2.createVpc(it -> it.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        ec2.createTags(it -> it.resources(withOwner).tags(tag -> tag.key(OWNER).value(ANN)));
        both(
                "aws.ec2.vpc",
                withOwner,
                ec2.createVpc(it -> it.cidrBlock("10.2.0.0/16")).vpc().vpcId());
    }

    private void databases(RdsClient rds) {
        both("aws.rds.db_instance", "tagged-database", "plain-database");
        for (String name : List.of("tagged-database", "plain-database")) {
            rds.createDBInstance(it -> {
                it.dbInstanceIdentifier(name)
                        .engine("mysql")
                        .dbInstanceClass("db.t3.micro")
                        .allocatedStorage(20)
                        .publiclyAccessible(false);
                if (name.startsWith("tagged")) {
                    it.tags(tag -> tag.key(OWNER).value(ANN));
                }
            });
        }
    }
}
