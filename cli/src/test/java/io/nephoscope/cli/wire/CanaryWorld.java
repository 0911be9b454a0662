package io.nephoscope.cli.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A secret in every place where the emulator lets one. */
final class CanaryWorld implements World {
    private static final String REGION = "us-east-1";

    private final Canaries canaries;

    CanaryWorld(Canaries canaries) {
        this.canaries = canaries;
    }

    @Override
    public List<Expected> expected() {
        return List.of();
    }

    @Override
    public void seed(Moto moto) {
        machines(moto.client(Ec2Client.builder(), REGION));
        databases(moto.client(RdsClient.builder(), REGION));
        identities(moto.client(IamClient.builder(), REGION));
        messages(moto.client(SqsClient.builder(), REGION), moto.client(SnsClient.builder(), REGION));
        S3Client s3 = moto.client(S3Client.builder(), REGION);
        s3.createBucket(it -> it.bucket("canary-bucket"));
        s3.putBucketPolicy(
                it -> it.bucket("canary-bucket").policy(policy("bucket policy", "arn:aws:s3:::canary-bucket/*")));
        KmsClient kms = moto.client(KmsClient.builder(), REGION);
        kms.createKey(it -> it.description(canaries.shaped("kms description")).policy(policy("kms policy", "*")));
        moto.client(CloudTrailClient.builder(), REGION)
                .createTrail(it -> it.name(canaries.shaped("trail name", "ghp_%s00000000000000000000")
                                .replace("by hand ", ""))
                        .s3BucketName("canary-bucket")
                        .s3KeyPrefix(canaries.shaped("trail prefix", "glpat-%s0000")));
        functions(moto);
    }

    private String policy(String place, String resource) {
        String sid = canaries.shaped(place + " sid", "AKIA%s").replace(" ", ":");
        String value = canaries.shaped(place + " condition", "https://a.example/c?sv=1&sig=%s&se=2");
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"" + sid
                + "\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"123456789012\"},\"Action\":\"*\",\"Resource\":\""
                + resource
                + "\",\"Condition\":{\"StringEquals\":{\"aws:Referer\":\"" + value
                + "\",\"aws:PrincipalTag/password\":\""
                + canaries.opaque(place + " condition on a password") + "\"}}}]}";
    }

    private List<Tag> tags(String place) {
        List<Tag> tags = new java.util.ArrayList<>(IntStream.range(0, Canaries.SHAPES.size())
                .mapToObj(i -> Tag.builder()
                        .key("shape" + i)
                        .value(canaries.shaped(place + " tag", Canaries.SHAPES.get(i)))
                        .build())
                .toList());
        tags.add(Tag.builder()
                .key("password")
                .value(canaries.opaque(place + " tag named password"))
                .build());
        tags.add(Tag.builder()
                .key(canaries.shaped(place + " tag key", "token=%s"))
                .value("x")
                .build());
        tags.add(Tag.builder()
                .key("note")
                .value(canaries.shown(place + " tag note"))
                .build());
        return tags;
    }

    private void machines(Ec2Client ec2) {
        String userData =
                Base64.getEncoder().encodeToString(canaries.opaque("user data").getBytes(StandardCharsets.UTF_8));
        List<Tag> tags = new java.util.ArrayList<>(tags("instance"));
        tags.add(Tag.builder()
                .key("Name")
                .value(canaries.shaped("instance name"))
                .build());
        ec2.runInstances(it -> it.imageId("ami-12c6146b")
                .minCount(1)
                .maxCount(1)
                .userData(userData)
                .tagSpecifications(TagSpecification.builder()
                        .resourceType(ResourceType.INSTANCE)
                        .tags(tags)
                        .build()));
        String group = ec2.createSecurityGroup(it -> it.groupName("canary " + canaries.shown("group name"))
                        .description(canaries.shaped("group description", "postgres://app:%s@db.example/app")))
                .groupId();
        String described = canaries.shaped("group rule description", "password=%s");
        ec2.authorizeSecurityGroupIngress(it -> it.groupId(group)
                .ipPermissions(List.of(software.amazon.awssdk.services.ec2.model.IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(22)
                        .toPort(22)
                        .ipRanges(List.of(software.amazon.awssdk.services.ec2.model.IpRange.builder()
                                .cidrIp("0.0.0.0/0")
                                .description(described)
                                .build()))
                        .build())));
        String volume = ec2.createVolume(it -> it.availabilityZone(REGION + "a")
                        .size(1)
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType(ResourceType.VOLUME)
                                .tags(tags("volume"))
                                .build()))
                .volumeId();
        ec2.createSnapshot(it -> it.volumeId(volume).description(canaries.shaped("snapshot description")));
        String vpc = ec2.createVpc(it -> it.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        ec2.createTags(it -> it.resources(vpc).tags(tags("vpc")));
    }

    private void databases(RdsClient rds) {
        rds.createDBInstance(it -> it.dbInstanceIdentifier("canary-db")
                .engine("postgres")
                .dbInstanceClass("db.m5.large")
                .allocatedStorage(20)
                .masterUsername("admin1")
                .masterUserPassword(canaries.opaque("master password"))
                .tags(List.of(software.amazon.awssdk.services.rds.model.Tag.builder()
                        .key("shape")
                        .value(canaries.shaped("database tag"))
                        .build())));
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier("canary-db").dbSnapshotIdentifier("canary-db-snapshot"));
    }

    private void identities(IamClient iam) {
        iam.createUser(it -> it.userName("canary-user")
                .tags(List.of(software.amazon.awssdk.services.iam.model.Tag.builder()
                        .key("shape")
                        .value(canaries.shaped("user tag", "glpat-%s0000"))
                        .build())));
        iam.createLoginProfile(it -> it.userName("canary-user").password(canaries.opaque("login password")));
        iam.putUserPolicy(it -> it.userName("canary-user")
                .policyName("inline")
                .policyDocument(policy("user policy", "*").replaceAll("\"Principal\":\\{[^}]*},", "")));
        iam.createGroup(it -> it.groupName("canary-group"));
        iam.putGroupPolicy(it -> it.groupName("canary-group")
                .policyName("inline")
                .policyDocument(policy("group policy", "*").replaceAll("\"Principal\":\\{[^}]*},", "")));
        iam.createRole(it -> it.roleName("canary-role")
                .description(canaries.shaped("role description", "AKIA%s"))
                .assumeRolePolicyDocument(policy("trust policy", "*").replaceAll("\"Resource\":\"[^\"]*\",", "")));
        iam.createPolicy(it -> it.policyName("canary-policy")
                .description(canaries.shaped("policy description", "AKIA%s"))
                .policyDocument(policy("managed policy", "*").replaceAll("\"Principal\":\\{[^}]*},", "")));
    }

    private void messages(SqsClient sqs, SnsClient sns) {
        String url = sqs.createQueue(it -> it.queueName("canary-queue")).queueUrl();
        sqs.setQueueAttributes(it -> it.queueUrl(url)
                .attributes(Map.of(
                        QueueAttributeName.POLICY,
                        policy("queue policy", "arn:aws:sqs:us-east-1:123456789012:canary-queue"))));
        String topic = sns.createTopic(it -> it.name("canary-topic")).topicArn();
        sns.setTopicAttributes(it ->
                it.topicArn(topic).attributeName("DisplayName").attributeValue(canaries.shaped("topic display name")));
        sns.setTopicAttributes(
                it -> it.topicArn(topic).attributeName("Policy").attributeValue(policy("topic policy", topic)));
    }

    private void functions(Moto moto) {
        String role = moto.client(IamClient.builder(), REGION)
                .getRole(it -> it.roleName("canary-role"))
                .role()
                .arn();
        moto.client(LambdaClient.builder(), REGION)
                .createFunction(it -> it.functionName("canary-function")
                        .role(role)
                        .runtime(Runtime.PYTHON3_13)
                        .handler("a.b")
                        .description(canaries.shaped("function description"))
                        .environment(env -> env.variables(
                                Map.of("PLAIN", canaries.opaque("environment"), "URL", canaries.shaped("environment"))))
                        .code(code -> code.zipFile(SdkBytes.fromString("no archive", StandardCharsets.UTF_8))));
    }
}
