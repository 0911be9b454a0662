package io.nephoscope.cli.wire;

import static io.nephoscope.cli.wire.World.expect;
import static io.nephoscope.rules.Verdict.FAIL;
import static io.nephoscope.rules.Verdict.NOT_APPLICABLE;
import static io.nephoscope.rules.Verdict.PASS;

import io.nephoscope.rules.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** Who may do what in two accounts, and who records it. What is set for an account as a whole is bad in the first, good in the second. */
final class IdentityWorld implements World {
    private static final String US = "us-east-1";
    private static final String EU = "eu-west-1";
    private static final String SUPPORT = "arn:aws:iam::aws:policy/AWSSupportAccess";
    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},\
            "Action":"sts:AssumeRole"}]}""";
    private static final String EVERYBODY_READS = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject",\
            "Resource":"arn:aws:s3:::identity-open-log/*"}]}""";
    private static final String ALL_BUT_BILLING = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","NotAction":"aws-portal:*","Resource":"*"}}""";
    private static final String ALL_BUT_IAM = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["iam:*","organizations:*"],"Resource":"*"}]}""";
    private static final String EVERYTHING = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private static final String OWN = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::%s"}]}""".formatted(CANARY);
    private static final Pattern REPORT = Pattern.compile("(?<=<Content>)[^<]*(?=</Content>)");

    @Override
    public void seed(Moto moto) {
        people(moto.client(IamClient.builder(), US));
        policies(moto.client(IamClient.builder(), US));
        openTrails(moto.client(S3Client.builder(), US), moto.client(CloudTrailClient.builder(), US));
        moto.client(Ec2Client.builder(), US).enableEbsEncryptionByDefault(it -> {});
        kept(moto);
    }

    private static void people(IamClient iam) {
        iam.updateAccountPasswordPolicy(it -> it.minimumPasswordLength(8).passwordReusePrevention(3));
        for (String name : List.of(
                "identity-careful", "identity-careless", "identity-machine", "identity-idle", "identity-stale")) {
            iam.createUser(it -> it.userName(name));
        }
        signsIn(iam, "identity-careful");
        iam.createAccessKey(it -> it.userName("identity-careful"));
        signsInWithMfa(iam, "identity-careful");
        signsIn(iam, "identity-careless");
        iam.createAccessKey(it -> it.userName("identity-careless"));
        iam.createAccessKey(it -> it.userName("identity-careless"));
        iam.attachUserPolicy(it -> it.userName("identity-careless").policyArn(READ_ONLY));
        iam.putUserPolicy(
                it -> it.userName("identity-careless").policyName("own").policyDocument(OWN));
        iam.createAccessKey(it -> it.userName("identity-machine"));
        String retired = iam.createAccessKey(it -> it.userName("identity-machine"))
                .accessKey()
                .accessKeyId();
        iam.updateAccessKey(
                it -> it.userName("identity-machine").accessKeyId(retired).status(StatusType.INACTIVE));
        iam.createAccessKey(it -> it.userName("identity-stale"));
        iam.createGroup(it -> it.groupName("identity-crew"));
        iam.attachGroupPolicy(it -> it.groupName("identity-crew").policyArn(ADMINISTRATOR));
    }

    private static void signsIn(IamClient iam, String user) {
        iam.createLoginProfile(it -> it.userName(user).password(CANARY));
    }

    private static void signsInWithMfa(IamClient iam, String user) {
        String device = iam.createVirtualMFADevice(it -> it.virtualMFADeviceName(user))
                .virtualMFADevice()
                .serialNumber();
        iam.enableMFADevice(it -> it.userName(user)
                .serialNumber(device)
                .authenticationCode1("123456")
                .authenticationCode2("234567"));
    }

    private static void policies(IamClient iam) {
        iam.createRole(it -> it.roleName("identity-ops").assumeRolePolicyDocument(TRUST));
        iam.putRolePolicy(it -> it.roleName("identity-ops").policyName("own").policyDocument(ALL_BUT_BILLING));
        attached(iam, "identity-all-but-billing", ALL_BUT_BILLING);
        attached(iam, "identity-all-but-iam", ALL_BUT_IAM);
        String mended = attached(iam, "identity-mended", EVERYTHING);
        iam.createPolicyVersion(
                it -> it.policyArn(mended).policyDocument(ALL_BUT_IAM).setAsDefault(true));
        iam.createPolicy(it -> it.policyName("identity-spare").policyDocument(EVERYTHING));
    }

    private static String attached(IamClient iam, String name, String document) {
        String arn = iam.createPolicy(it -> it.policyName(name).policyDocument(document))
                .policy()
                .arn();
        iam.attachRolePolicy(it -> it.roleName("identity-ops").policyArn(arn));
        return arn;
    }

    private static void openTrails(S3Client s3, CloudTrailClient trails) {
        s3.createBucket(it -> it.bucket("identity-open-log"));
        s3.putBucketPolicy(it -> it.bucket("identity-open-log").policy(EVERYBODY_READS));
        trails.createTrail(it -> it.name("identity-loose").s3BucketName("identity-open-log"));
        trails.startLogging(it -> it.name("identity-loose"));
        s3.createBucket(it -> it.bucket("identity-listed-log").acl(BucketCannedACL.PUBLIC_READ));
        trails.createTrail(it -> it.name("identity-listed").s3BucketName("identity-listed-log"));
    }

    /** The second account, where everything is as it should be. */
    private static void kept(Moto moto) {
        IamClient iam = moto.secondClient(IamClient.builder(), US);
        iam.updateAccountPasswordPolicy(it -> it.minimumPasswordLength(14).passwordReusePrevention(24));
        iam.createUser(it -> it.userName("identity-keeper"));
        signsIn(iam, "identity-keeper");
        signsInWithMfa(iam, "identity-keeper");
        iam.createRole(it -> it.roleName("identity-support").assumeRolePolicyDocument(TRUST));
        iam.attachRolePolicy(it -> it.roleName("identity-support").policyArn(SUPPORT));
        iam.putRolePolicy(
                it -> it.roleName("identity-support").policyName("own").policyDocument(ALL_BUT_IAM));
        for (String region : List.of(US, EU)) {
            moto.secondClient(Ec2Client.builder(), region).enableEbsEncryptionByDefault(it -> {});
        }
        moto.secondClient(S3ControlClient.builder().endpointProvider(asked -> endpoint(moto)), US)
                .putPublicAccessBlock(it -> it.accountId(Moto.SECOND_ACCOUNT)
                        .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(true)));
        moto.secondClient(S3Client.builder(), US).createBucket(it -> it.bucket("identity-kept-log"));
        String key = moto.secondClient(KmsClient.builder(), EU)
                .createKey(it -> it.description("identity"))
                .keyMetadata()
                .arn();
        CloudTrailClient trails = moto.secondClient(CloudTrailClient.builder(), EU);
        trails.createTrail(it -> it.name("identity-kept")
                .s3BucketName("identity-kept-log")
                .isMultiRegionTrail(true)
                .enableLogFileValidation(true)
                .kmsKeyId(key));
        trails.startLogging(it -> it.name("identity-kept"));
        trails.putEventSelectors(it -> it.trailName("identity-kept")
                .advancedEventSelectors(AdvancedEventSelector.builder()
                        .name("Management")
                        .fieldSelectors(AdvancedFieldSelector.builder()
                                .field("eventCategory")
                                .equalsValue("Management")
                                .build())
                        .build()));
    }

    /** S3 Control would put the account's id before an address. */
    private static CompletableFuture<Endpoint> endpoint(Moto moto) {
        return CompletableFuture.completedFuture(
                Endpoint.builder().url(moto.endpoint()).build());
    }

    /** The emulator knows no root user, and everything in it is new. */
    @Override
    public void correct(FaultProxy proxy) {
        proxy.correct(
                "iam:GetAccountSummary",
                (accessKey, summary) -> accessKey.equals("test")
                        ? with(with(summary, "AccountAccessKeysPresent", 1), "AccountPasswordPresent", 1)
                        : with(with(summary, "AccountMFAEnabled", 1), "AccountPasswordPresent", 1));
        proxy.correct("iam:GetCredentialReport", (accessKey, answer) -> {
            Matcher report = REPORT.matcher(answer);
            return report.replaceFirst(found ->
                    base64(aged(new String(Base64.getMimeDecoder().decode(found.group()), StandardCharsets.UTF_8))));
        });
    }

    private static String with(String summary, String key, int value) {
        String entry = "<entry><key>" + key + "</key><value>";
        return summary.contains(entry)
                ? summary.replaceFirst(entry + "\\d", entry + value)
                : summary.replace("</SummaryMap>", entry + value + "</value></entry></SummaryMap>");
    }

    private static String aged(String report) {
        return report.lines()
                .map(line -> line.startsWith("identity-stale,") ? line.replaceAll(",20\\d\\d-", ",2020-") : line)
                .collect(Collectors.joining("\n"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Expected second(String rule, String nativeId, Verdict verdict) {
        return new Expected(rule, Moto.SECOND_ACCOUNT, nativeId, verdict);
    }

    private static Expected firstAccount(String rule) {
        return expect(rule, Moto.FIRST_ACCOUNT, FAIL);
    }

    private static Expected secondAccount(String rule) {
        return second(rule, Moto.SECOND_ACCOUNT, PASS);
    }

    @Override
    public List<Expected> expected() {
        return List.of(
                firstAccount("aws-account-has-covering-trail"),
                secondAccount("aws-account-has-covering-trail"),
                expect("aws-cloudtrail-bucket-not-public", "identity-loose", FAIL),
                expect("aws-cloudtrail-bucket-not-public", "identity-listed", FAIL),
                second("aws-cloudtrail-bucket-not-public", "identity-kept", PASS),
                firstAccount("aws-ec2-ebs-encrypted-by-default"),
                secondAccount("aws-ec2-ebs-encrypted-by-default"),
                firstAccount("aws-iam-managed-admin-not-attached"),
                secondAccount("aws-iam-managed-admin-not-attached"),
                firstAccount("aws-iam-no-inline-admin"),
                secondAccount("aws-iam-no-inline-admin"),
                firstAccount("aws-iam-password-policy-length"),
                secondAccount("aws-iam-password-policy-length"),
                firstAccount("aws-iam-password-policy-no-reuse"),
                secondAccount("aws-iam-password-policy-no-reuse"),
                expect("aws-iam-policy-has-no-admin-wildcard", "identity-all-but-billing", FAIL),
                expect("aws-iam-policy-has-no-admin-wildcard", "identity-all-but-iam", PASS),
                expect("aws-iam-policy-has-no-admin-wildcard", "identity-mended", PASS),
                expect("aws-iam-policy-has-no-admin-wildcard", "identity-spare", NOT_APPLICABLE),
                firstAccount("aws-iam-root-has-no-access-keys"),
                secondAccount("aws-iam-root-has-no-access-keys"),
                firstAccount("aws-iam-root-mfa-enabled"),
                secondAccount("aws-iam-root-mfa-enabled"),
                firstAccount("aws-iam-support-role-exists"),
                secondAccount("aws-iam-support-role-exists"),
                expect("aws-iam-user-console-mfa-enabled", "identity-careful", PASS),
                expect("aws-iam-user-console-mfa-enabled", "identity-careless", FAIL),
                expect("aws-iam-user-console-mfa-enabled", "identity-machine", NOT_APPLICABLE),
                expect("aws-iam-user-credentials-used", "identity-careful", PASS),
                expect("aws-iam-user-credentials-used", "identity-idle", NOT_APPLICABLE),
                expect("aws-iam-user-credentials-used", "identity-stale", FAIL),
                expect("aws-iam-user-has-no-direct-policies", "identity-careful", PASS),
                expect("aws-iam-user-has-no-direct-policies", "identity-careless", FAIL),
                expect("aws-iam-user-keys-rotated", "identity-machine", PASS),
                expect("aws-iam-user-keys-rotated", "identity-idle", NOT_APPLICABLE),
                expect("aws-iam-user-keys-rotated", "identity-stale", FAIL),
                expect("aws-iam-user-one-active-key", "identity-machine", PASS),
                expect("aws-iam-user-one-active-key", "identity-careless", FAIL),
                expect("trail-covers-all-regions", "identity-loose", FAIL),
                second("trail-covers-all-regions", "identity-kept", PASS),
                expect("trail-encrypted", "identity-loose", FAIL),
                second("trail-encrypted", "identity-kept", PASS),
                expect("trail-log-validation-enabled", "identity-loose", FAIL),
                second("trail-log-validation-enabled", "identity-kept", PASS));
    }
}
