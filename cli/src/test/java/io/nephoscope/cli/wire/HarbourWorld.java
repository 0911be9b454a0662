package io.nephoscope.cli.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The AWS account of Lakeside Group's branch Harbour, from which the sample is recorded: some things are well kept, some are not. */
final class HarbourWorld {
    private static final String EU = "eu-west-1";
    private static final String US = "us-east-1";
    private static final String EVERYBODY_READS = """
            {"Version":"2012-10-17","Statement":[{"Sid":"PublicRead","Effect":"Allow","Principal":"*",\
            "Action":"s3:GetObject","Resource":"arn:aws:s3:::harbour-timetables/*"}]}""";
    private static final String TLS_ONLY = """
            {"Version":"2012-10-17","Statement":[{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*",\
            "Resource":["arn:aws:s3:::harbour-permits","arn:aws:s3:::harbour-permits/*"],\
            "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},\
            "Action":"sts:AssumeRole"}]}""";

    private final Moto moto;

    HarbourWorld(Moto moto) {
        this.moto = moto;
    }

    void seed() {
        buckets();
        machines();
        databases();
        people();
        String role = functionRole();
        functions(role);
        messages();
        keysAndTrails();
    }

    private void buckets() {
        S3Client s3 = moto.client(S3Client.builder(), EU);
        for (String name : List.of(
                "harbour-permits", "harbour-timetables", "harbour-access-logs", "harbour-backups", "harbour-trail")) {
            s3.createBucket(it -> it.bucket(name).createBucketConfiguration(c -> c.locationConstraint(EU)));
        }
        s3.putBucketVersioning(it ->
                it.bucket("harbour-permits").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        s3.putBucketPolicy(it -> it.bucket("harbour-permits").policy(TLS_ONLY));
        s3.putPublicAccessBlock(it -> it.bucket("harbour-permits")
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)));
        s3.putBucketPolicy(it -> it.bucket("harbour-timetables").policy(EVERYBODY_READS));
    }

    private void machines() {
        Ec2Client ec2 = moto.client(Ec2Client.builder(), EU);
        String vpc = ec2.describeVpcs().vpcs().get(0).vpcId();
        ec2.createFlowLogs(it -> it.resourceIds(vpc)
                .resourceType(FlowLogsResourceType.VPC)
                .trafficType(TrafficType.ALL)
                .logDestinationType("s3")
                .logDestination("arn:aws:s3:::harbour-access-logs"));
        String web = group(ec2, vpc, "web", 443, "0.0.0.0/0");
        String admin = group(ec2, vpc, "admin", 22, "0.0.0.0/0");
        String inner = group(ec2, vpc, "inner", 5432, "10.0.0.0/8");
        machine(ec2, "gate-1", web, HttpTokensState.REQUIRED);
        machine(ec2, "gate-2", admin, HttpTokensState.OPTIONAL);
        machine(ec2, "ledger-1", inner, HttpTokensState.REQUIRED);
        ec2.createVolume(it -> it.availabilityZone(EU + "a").size(100).encrypted(true));
        String plain = ec2.createVolume(
                        it -> it.availabilityZone(EU + "a").size(20).encrypted(false))
                .volumeId();
        ec2.createSnapshot(it -> it.volumeId(plain).description("before the move"));
    }

    private static String group(Ec2Client ec2, String vpc, String name, int port, String from) {
        String id = ec2.createSecurityGroup(it -> it.vpcId(vpc).groupName(name).description("Group of " + name))
                .groupId();
        IpPermission open = IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .ipRanges(range -> range.cidrIp(from))
                .build();
        ec2.authorizeSecurityGroupIngress(it -> it.groupId(id).ipPermissions(open));
        return id;
    }

    private static void machine(Ec2Client ec2, String name, String group, HttpTokensState tokens) {
        ec2.runInstances(it -> it.imageId("ami-12c6146b")
                .minCount(1)
                .maxCount(1)
                .securityGroupIds(group)
                .metadataOptions(options -> options.httpTokens(tokens))
                .tagSpecifications(tags -> tags.resourceType(ResourceType.INSTANCE)
                        .tags(
                                tag -> tag.key("Name").value(name),
                                tag -> tag.key("branch").value("harbour"))));
    }

    private void databases() {
        RdsClient rds = moto.client(RdsClient.builder(), EU);
        database(rds, "permits", true, false, 14);
        database(rds, "berths", false, true, 0);
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier("permits").dbSnapshotIdentifier("permits-before-upgrade"));
    }

    private static void database(RdsClient rds, String name, boolean encrypted, boolean open, int days) {
        rds.createDBInstance(it -> it.dbInstanceIdentifier(name)
                .engine("postgres")
                .dbInstanceClass("db.t3.medium")
                .allocatedStorage(20)
                .masterUsername("harbourmaster")
                .masterUserPassword("not-a-real-password")
                .storageEncrypted(encrypted)
                .publiclyAccessible(open)
                .backupRetentionPeriod(days));
    }

    private void people() {
        IamClient iam = moto.client(IamClient.builder(), US);
        iam.updateAccountPasswordPolicy(it -> it.minimumPasswordLength(14).passwordReusePrevention(5));
        for (String name : List.of("anna", "bert", "deploy")) {
            iam.createUser(it -> it.userName(name));
        }
        iam.createLoginProfile(it -> it.userName("bert").password("not-a-real-password"));
        iam.createAccessKey(it -> it.userName("deploy"));
        iam.createAccessKey(it -> it.userName("deploy"));
        String everything =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
        String policy = iam.createPolicy(
                        it -> it.policyName("deploy-everything").policyDocument(everything))
                .policy()
                .arn();
        iam.attachUserPolicy(it -> it.userName("deploy").policyArn(policy));
    }

    private String functionRole() {
        return moto.client(IamClient.builder(), US)
                .createRole(it -> it.roleName("tide-tables").assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
    }

    private void functions(String role) {
        LambdaClient lambda = moto.client(LambdaClient.builder(), EU);
        SdkBytes code = SdkBytes.fromString("not a real archive", StandardCharsets.UTF_8);
        function(lambda, role, "tide-tables", "python3.12", code);
        function(lambda, role, "berth-mail", "python2.7", code);
        lambda.addPermission(it -> it.functionName("berth-mail")
                .statementId("anyone")
                .action("lambda:InvokeFunction")
                .principal("*"));
    }

    private static void function(LambdaClient lambda, String role, String name, String runtime, SdkBytes code) {
        lambda.createFunction(it -> it.functionName(name)
                .runtime(Runtime.fromValue(runtime))
                .role(role)
                .handler("main.handle")
                .environment(env -> env.variables(Map.of("DATABASE_PASSWORD", "not-a-real-password")))
                .code(FunctionCode.builder().zipFile(code).build()));
    }

    private void messages() {
        SqsClient sqs = moto.client(SqsClient.builder(), EU);
        sqs.createQueue(
                it -> it.queueName("arrivals").attributes(Map.of(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true")));
        String open = sqs.createQueue(it -> it.queueName("departures")).queueUrl();
        sqs.setQueueAttributes(it -> it.queueUrl(open)
                .attributes(Map.of(
                        QueueAttributeName.POLICY,
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Anyone\",\"Effect\":\"Allow\",\"Principal\":\"*\","
                                + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}]}")));
        moto.client(SnsClient.builder(), EU).createTopic(it -> it.name("storm-warnings"));
    }

    private void keysAndTrails() {
        KmsClient kms = moto.client(KmsClient.builder(), EU);
        String kept =
                kms.createKey(it -> it.description("Permits")).keyMetadata().keyId();
        kms.enableKeyRotation(it -> it.keyId(kept));
        kms.createKey(it -> it.description("Berths"));
        CloudTrailClient trails = moto.client(CloudTrailClient.builder(), EU);
        trails.createTrail(
                it -> it.name("harbour").s3BucketName("harbour-trail").isMultiRegionTrail(true));
        trails.startLogging(it -> it.name("harbour"));
    }
}
