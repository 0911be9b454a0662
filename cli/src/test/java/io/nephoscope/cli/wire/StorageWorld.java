package io.nephoscope.cli.wire;

import static io.nephoscope.cli.wire.World.expect;
import static io.nephoscope.rules.Verdict.FAIL;
import static io.nephoscope.rules.Verdict.NOT_APPLICABLE;
import static io.nephoscope.rules.Verdict.PASS;
import static io.nephoscope.rules.Verdict.UNKNOWN;

import io.nephoscope.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What holds data, messages and code, and whom the policies on it let in. The second account blocks public access as a whole. */
final class StorageWorld implements World {
    private static final String US = "us-east-1";
    private static final String EU = "eu-west-1";
    private static final String TOPICS = "arn:aws:sns:" + EU + ":" + Moto.FIRST_ACCOUNT + ":";
    private static final String OF_ORGANISATION =
            ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-abc123\"}}";

    /** The ids that the emulator chose for keys, by what the keys are. */
    private final Map<String, String> keys = new TreeMap<>();

    @Override
    public void seed(Moto moto) {
        buckets(moto.client(S3Client.builder(), US));
        AccessPointWorld.seed(moto);
        openAcls(moto.client(S3Client.builder(), EU));
        S3Client second = moto.secondClient(S3Client.builder(), US);
        bucket(second, "storage-second-open", anyone("s3:GetObject", "arn:aws:s3:::storage-second-open/*", ""));
        queues(moto.client(SqsClient.builder(), US));
        topics(moto.client(SnsClient.builder(), EU));
        functions(moto);
        keys(moto.client(KmsClient.builder(), US));
    }

    static String anyone(String action, String resource, String condition) {
        return policy("{\"Sid\":\"Open\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"" + action
                + "\",\"Resource\":\"" + resource + "\"" + condition + "}");
    }

    private static String policy(String statement) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}";
    }

    private static void buckets(S3Client s3) {
        bucket(s3, "storage-open", anyone("s3:GetObject", "arn:aws:s3:::storage-open/*", ""));
        bucket(
                s3,
                "storage-organisation",
                anyone("s3:GetObject", "arn:aws:s3:::storage-organisation/*", OF_ORGANISATION));
        bucket(s3, "storage-late", anyone("s3:GetObject", "arn:aws:s3:::storage-late/*", ""));
        block(s3, "storage-late", false);
        bucket(s3, "storage-restricted", anyone("s3:GetObject", "arn:aws:s3:::storage-restricted/*", ""));
        block(s3, "storage-restricted", true);
        bucket(s3, "storage-logs", policy("""
                {"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject",\
                "Resource":"arn:aws:s3:::storage-logs/*"}"""));
        bucket(s3, "storage-kept", policy("""
                {"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*",\
                "Resource":["arn:aws:s3:::storage-kept","arn:aws:s3:::storage-kept/*"],\
                "Condition":{"Bool":{"aws:SecureTransport":"false"}}}"""));
        block(s3, "storage-kept", true);
        s3.putBucketVersioning(
                it -> it.bucket("storage-kept").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        s3.putBucketLogging(it -> it.bucket("storage-kept")
                .bucketLoggingStatus(status -> status.loggingEnabled(
                        log -> log.targetBucket("storage-logs").targetPrefix("kept/"))));
        encrypt(s3, "storage-kept", ServerSideEncryption.AWS_KMS);
        encrypt(s3, "storage-open", ServerSideEncryption.AES256);
    }

    private static void bucket(S3Client s3, String name, String policy) {
        s3.createBucket(it -> it.bucket(name));
        s3.putBucketPolicy(it -> it.bucket(name).policy(policy));
    }

    /** Refuses what is new, and undoes what is there as well or not. */
    private static void block(S3Client s3, String name, boolean existing) {
        s3.putPublicAccessBlock(it -> it.bucket(name)
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(existing)
                        .restrictPublicBuckets(existing)));
    }

    private static void encrypt(S3Client s3, String name, ServerSideEncryption algorithm) {
        ServerSideEncryptionConfiguration configuration = ServerSideEncryptionConfiguration.builder()
                .rules(List.of(ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(it -> it.sseAlgorithm(algorithm))
                        .build()))
                .build();
        s3.putBucketEncryption(it -> it.bucket(name).serverSideEncryptionConfiguration(configuration));
    }

    private static void openAcls(S3Client s3) {
        for (String name : List.of("storage-listed", "storage-owned", "storage-ignored")) {
            s3.createBucket(it -> it.bucket(name).createBucketConfiguration(c -> c.locationConstraint(EU)));
            s3.putBucketAcl(it -> it.bucket(name).acl(BucketCannedACL.PUBLIC_READ));
        }
        s3.putBucketOwnershipControls(it -> it.bucket("storage-owned")
                .ownershipControls(c -> c.rules(List.of(OwnershipControlsRule.builder()
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .build()))));
        block(s3, "storage-ignored", true);
    }

    private static void queues(SqsClient sqs) {
        queue(sqs, "storage-orders", Map.of(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true"));
        queue(sqs, "storage-keyed", Map.of(QueueAttributeName.KMS_MASTER_KEY_ID, "alias/aws/sqs"));
        queue(
                sqs,
                "storage-plain",
                Map.of(
                        QueueAttributeName.SQS_MANAGED_SSE_ENABLED,
                        "false",
                        QueueAttributeName.POLICY,
                        anyone(
                                "sqs:SendMessage",
                                "arn:aws:sqs:" + US + ":" + Moto.FIRST_ACCOUNT + ":storage-plain",
                                "")));
        queue(
                sqs,
                "storage-halves",
                Map.of(
                        QueueAttributeName.POLICY,
                        anyone(
                                "sqs:*",
                                "arn:aws:sqs:" + US + ":" + Moto.FIRST_ACCOUNT + ":storage-halves",
                                ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":[\"0.0.0.0/1\",\"128.0.0.0/1\"]}}")));
    }

    private static void queue(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        String url = sqs.createQueue(it -> it.queueName(name)).queueUrl();
        sqs.setQueueAttributes(it -> it.queueUrl(url).attributes(attributes));
    }

    private static void topics(SnsClient sns) {
        sns.createTopic(it -> it.name("storage-news"));
        String alarms = sns.createTopic(it -> it.name("storage-alarms")).topicArn();
        sns.setTopicAttributes(it -> it.topicArn(alarms)
                .attributeName("Policy")
                .attributeValue(anyone(
                        "sns:Publish",
                        alarms,
                        ",\"Condition\":{\"StringLike\":{\"aws:SourceArn\":\"arn:aws:cloudwatch:*:" + Moto.FIRST_ACCOUNT
                                + ":alarm:*\"}}")));
        String open = sns.createTopic(it -> it.name("storage-gossip")).topicArn();
        sns.setTopicAttributes(
                it -> it.topicArn(open).attributeName("Policy").attributeValue(anyone("sns:Subscribe", open, "")));
    }

    private static void functions(Moto moto) {
        String role = moto.client(IamClient.builder(), US)
                .createRole(it -> it.roleName("storage-function")
                        .assumeRolePolicyDocument(
                                policy("{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},"
                                        + "\"Action\":\"sts:AssumeRole\"}")))
                .role()
                .arn();
        LambdaClient lambda = moto.client(LambdaClient.builder(), US);
        function(
                lambda,
                role,
                "storage-mail",
                it -> it.runtime(Runtime.PYTHON3_13).handler("mail.handle"));
        function(lambda, role, "storage-tides", it -> it.runtime("python2.7").handler("tides.handle"));
        for (String name : List.of("storage-dormant", "storage-live", "storage-pinned")) {
            function(lambda, role, name, it -> it.runtime(Runtime.PYTHON3_13).handler("main.handle"));
        }
        function(
                lambda,
                role,
                "storage-image",
                it -> it.packageType(PackageType.IMAGE)
                        .code(code -> code.imageUri(Moto.FIRST_ACCOUNT + ".dkr.ecr.us-east-1.amazonaws.com/image:1")));
        for (String byUrl : List.of("storage-tides", "storage-dormant")) {
            lambda.addPermission(it -> it.functionName(byUrl)
                    .statementId("Url")
                    .action("lambda:InvokeFunctionUrl")
                    .principal("*"));
        }
        qualified(lambda, "storage-live", "live");
        qualified(lambda, "storage-pinned", "1");
        lambda.addPermission(it -> it.functionName("storage-mail")
                .statementId("Events")
                .action("lambda:InvokeFunction")
                .principal("events.amazonaws.com")
                .sourceArn("arn:aws:events:" + US + ":" + Moto.FIRST_ACCOUNT + ":rule/daily"));
        lambda.addPermission(it -> it.functionName("storage-image")
                .statementId("Buckets")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com"));
    }

    /** Lets anyone invoke the alias or the version, and nothing else of the function. */
    private static void qualified(LambdaClient lambda, String function, String qualifier) {
        lambda.publishVersion(it -> it.functionName(function));
        lambda.createAlias(it -> it.functionName(function).name("live").functionVersion("1"));
        lambda.addPermission(it -> it.functionName(function)
                .qualifier(qualifier)
                .statementId("Open")
                .action("lambda:InvokeFunction")
                .principal("*"));
    }

    /** The emulator knows of no list of URLs. */
    @Override
    public void correct(FaultProxy proxy) {
        String arn = "arn:aws:lambda:" + US + ":" + Moto.FIRST_ACCOUNT + ":function:storage-tides";
        proxy.correctEach(
                "lambda:ListFunctionUrlConfigs",
                (request, answer) -> request.mentions("/storage-tides/")
                        ? "{\"FunctionUrlConfigs\":[{\"FunctionUrl\":\"https://tides.lambda-url.us-east-1.on.aws/\",\"FunctionArn\":\""
                                + arn + "\",\"AuthType\":\"NONE\"}]}"
                        : answer);
    }

    private static void function(
            LambdaClient lambda, String role, String name, UnaryOperator<CreateFunctionRequest.Builder> more) {
        lambda.createFunction(more.apply(CreateFunctionRequest.builder()
                        .functionName(name)
                        .role(role)
                        .environment(env -> env.variables(Map.of("DATABASE_PASSWORD", CANARY)))
                        .code(code -> code.zipFile(SdkBytes.fromString("no archive", StandardCharsets.UTF_8))))
                .build());
    }

    private void keys(KmsClient kms) {
        String rotated = key(kms, "rotated", it -> it);
        kms.enableKeyRotation(it -> it.keyId(rotated));
        key(kms, "open", it -> it.policy(anyone("kms:Decrypt", "*", "")));
        key(kms, "asymmetric", it -> it.keySpec(KeySpec.RSA_2048).keyUsage(KeyUsageType.SIGN_VERIFY));
        String leaving = key(kms, "leaving", it -> it);
        kms.scheduleKeyDeletion(it -> it.keyId(leaving).pendingWindowInDays(7));
    }

    private String key(KmsClient kms, String name, UnaryOperator<CreateKeyRequest.Builder> more) {
        String id = kms.createKey(more.apply(CreateKeyRequest.builder()).build())
                .keyMetadata()
                .keyId();
        keys.put(name, id);
        return id;
    }

    private Expected key(String rule, String name, Verdict verdict) {
        return expect(rule, keys.getOrDefault(name, ""), verdict);
    }

    private static Expected second(String rule, String nativeId, Verdict verdict) {
        return new Expected(rule, Moto.SECOND_ACCOUNT, nativeId, verdict);
    }

    @Override
    public List<Expected> expected() {
        return List.of(
                key("aws-kms-key-not-public", "rotated", PASS),
                key("aws-kms-key-not-public", "open", FAIL),
                key("aws-kms-key-rotated", "rotated", PASS),
                key("aws-kms-key-rotated", "open", FAIL),
                key("aws-kms-key-rotated", "asymmetric", NOT_APPLICABLE),
                key("aws-kms-key-rotated", "leaving", NOT_APPLICABLE),
                expect("aws-lambda-runtime-supported", "storage-mail", PASS),
                expect("aws-lambda-runtime-supported", "storage-tides", FAIL),
                expect("aws-lambda-runtime-supported", "storage-image", NOT_APPLICABLE),
                expect("aws-s3-bucket-blocks-public-access", "storage-kept", PASS),
                expect("aws-s3-bucket-blocks-public-access", "storage-late", FAIL),
                expect("aws-s3-bucket-blocks-public-access", "storage-open", FAIL),
                second("aws-s3-bucket-blocks-public-access", "storage-second-open", PASS),
                expect("aws-s3-bucket-encrypted-with-kms", "storage-kept", PASS),
                expect("aws-s3-bucket-encrypted-with-kms", "storage-open", FAIL),
                expect("aws-s3-account-blocks-public-access", Moto.FIRST_ACCOUNT, FAIL),
                second("aws-s3-account-blocks-public-access", Moto.SECOND_ACCOUNT, PASS),
                expect("bucket-access-logged", "storage-kept", PASS),
                expect("bucket-access-logged", "storage-open", FAIL),
                expect("bucket-denies-insecure-transport", "storage-kept", PASS),
                expect("bucket-denies-insecure-transport", "storage-open", FAIL),
                expect("bucket-not-public", "storage-ignored", PASS),
                expect("bucket-not-public", "storage-kept", PASS),
                expect("bucket-not-public", "storage-late", FAIL),
                expect("bucket-not-public", "storage-left", FAIL),
                expect("bucket-not-public", "storage-left-inside", PASS),
                expect("bucket-not-public", "storage-left-shut", PASS),
                expect("bucket-not-public", "storage-left-to-others", UNKNOWN),
                expect("bucket-not-public", "storage-listed", FAIL),
                expect("bucket-not-public", "storage-many", FAIL),
                expect("bucket-not-public", "storage-open", FAIL),
                expect("bucket-not-public", "storage-organisation", PASS),
                expect("bucket-not-public", "storage-owned", PASS),
                expect("bucket-not-public", "storage-restricted", PASS),
                second("bucket-not-public", "storage-second-open", PASS),
                expect("bucket-versioning-enabled", "storage-kept", PASS),
                expect("bucket-versioning-enabled", "storage-open", FAIL),
                expect("function-not-public", "storage-dormant", PASS),
                expect("function-not-public", "storage-live", FAIL),
                expect("function-not-public", "storage-mail", PASS),
                expect("function-not-public", "storage-pinned", FAIL),
                expect("function-not-public", "storage-tides", FAIL),
                expect("queue-encrypted", "storage-keyed", PASS),
                expect("queue-encrypted", "storage-orders", PASS),
                expect("queue-encrypted", "storage-plain", FAIL),
                expect("queue-not-public", "storage-orders", PASS),
                expect("queue-not-public", "storage-plain", FAIL),
                expect("topic-not-public", TOPICS + "storage-gossip", FAIL),
                expect("topic-not-public", TOPICS + "storage-news", PASS));
    }
}
