package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsService;
import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The services that the declarations call. */
final class Services {
    static final AwsService<CloudTrailClient> CLOUDTRAIL = new AwsService<>("cloudtrail", CloudTrailClient::builder);
    static final AwsService<Ec2Client> EC2 = new AwsService<>("ec2", Ec2Client::builder);
    static final AwsService<IamClient> IAM = new AwsService<>("iam", IamClient::builder);
    static final AwsService<KmsClient> KMS = new AwsService<>("kms", KmsClient::builder);
    static final AwsService<LambdaClient> LAMBDA = new AwsService<>("lambda", LambdaClient::builder);
    static final AwsService<OrganizationsClient> ORGANIZATIONS =
            new AwsService<>("organizations", OrganizationsClient::builder);
    static final AwsService<RdsClient> RDS = new AwsService<>("rds", RdsClient::builder);
    static final AwsService<S3Client> S3 =
            new AwsService<>("s3", () -> S3Client.builder().endpointProvider(new PathStyleEndpoint()));
    static final AwsService<S3ControlClient> S3_CONTROL = new AwsService<>(
            "s3control", "s3-control", () -> S3ControlClient.builder().endpointProvider(new PlainAddressEndpoint()));
    static final AwsService<SnsClient> SNS = new AwsService<>("sns", SnsClient::builder);
    static final AwsService<SqsClient> SQS = new AwsService<>("sqs", SqsClient::builder);
    static final AwsService<StsClient> STS = new AwsService<>("sts", StsClient::builder);

    /** All of them. */
    static final List<AwsService<?>> ALL =
            List.of(CLOUDTRAIL, EC2, IAM, KMS, LAMBDA, ORGANIZATIONS, RDS, S3, S3_CONTROL, SNS, SQS, STS);

    private Services() {}
}
