package io.nephoscope.cli.report.exchange;

import io.nephoscope.rules.Finding.Subject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Security Hub calls things. */
final class AwsTerms {
    static final String ACCOUNT = "AwsAccount";

    private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):.*", Pattern.DOTALL);

    /** Security Hub names a closed list of types; what is not among them it knows as another. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("aws.account", ACCOUNT),
            Map.entry("aws.cloudtrail.trail", "AwsCloudTrailTrail"),
            Map.entry("aws.ec2.instance", "AwsEc2Instance"),
            Map.entry("aws.ec2.network_acl", "AwsEc2NetworkAcl"),
            Map.entry("aws.ec2.security_group", "AwsEc2SecurityGroup"),
            Map.entry("aws.ec2.volume", "AwsEc2Volume"),
            Map.entry("aws.ec2.vpc", "AwsEc2Vpc"),
            Map.entry("aws.iam.group", "AwsIamGroup"),
            Map.entry("aws.iam.policy", "AwsIamPolicy"),
            Map.entry("aws.iam.role", "AwsIamRole"),
            Map.entry("aws.iam.user", "AwsIamUser"),
            Map.entry("aws.kms.key", "AwsKmsKey"),
            Map.entry("aws.lambda.function", "AwsLambdaFunction"),
            Map.entry("aws.rds.db_cluster", "AwsRdsDbCluster"),
            Map.entry("aws.rds.db_cluster_snapshot", "AwsRdsDbClusterSnapshot"),
            Map.entry("aws.rds.db_instance", "AwsRdsDbInstance"),
            Map.entry("aws.rds.db_snapshot", "AwsRdsDbSnapshot"),
            Map.entry("aws.s3.bucket", "AwsS3Bucket"),
            Map.entry("aws.sns.topic", "AwsSnsTopic"),
            Map.entry("aws.sqs.queue", "AwsSqsQueue"));

    private AwsTerms() {}

    static String resourceType(String type) {
        return TYPES.getOrDefault(type, "Other");
    }

    /** As the asset's ARN says it, and else its region. */
    static String partition(Subject asset) {
        Matcher arn = ARN.matcher(asset.nativeId());
        if (arn.matches()) {
            return arn.group(1);
        }
        String region = asset.scope().region();
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** Where a partition keeps what belongs to an account as a whole. */
    static String homeRegion(String partition) {
        return switch (partition) {
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> "us-east-1";
        };
    }
}
