package io.nephoscope.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of AWS by its name, whatever permission stands beside it. */
class AwsReadsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:ListBuckets",
                "s3:HeadBucket",
                "ec2:DescribeInstances",
                "cloudtrail:LookupEvents",
                "codebuild:BatchGetProjects",
                "iam:GetCredentialReport",
                "iam:GenerateCredentialReport",
                "sts:AssumeRole"
            })
    void whatReadsCanBeDeclared(String call) {
        assertThat(declared(call)).isEqualTo(call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:PutBucketPolicy",
                "s3:DeleteBucket",
                "s3:GenerateCredentialReport",
                "iam:CreateUser",
                "iam:GenerateServiceLastAccessedDetails",
                "ec2:AuthorizeSecurityGroupIngress",
                "ec2:RunInstances",
                "ec2:AssumeRole",
                "lambda:InvokeFunction",
                "kms:Decrypt",
                "kms:GenerateDataKey",
                "sqs:ReceiveMessage",
                "ecr:BatchDeleteImage",
                "s3:Get",
                "s3:Getaway",
                "s3:PutGetX",
                "s3:getBucketPolicy",
                "s3: GetBucketPolicy",
                "s3:"
            })
    void whatDoesNotReadCannotBeDeclared(String call) {
        assertThatIllegalArgumentException().isThrownBy(() -> declared(call)).withMessage(call + " is not a read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apigateway:GetApiKeys",
                "cognito-idp:DescribeUserPoolClient",
                "dynamodb:GetItem",
                "ebs:GetSnapshotBlock",
                "ec2:DescribeInstanceAttribute",
                "ecr:GetDownloadUrlForLayer",
                "lambda:GetFunction",
                "s3:SelectObjectContent",
                "ssm:GetParameters"
            })
    void whatHandsOutSecretsCannotBeDeclared(String call) {
        assertThatIllegalArgumentException().isThrownBy(() -> declared(call)).withMessage(call + " hands out secrets");
    }

    private static String declared(String call) {
        String[] parts = call.split(":", 2);
        return AwsReads.declare(parts[0], parts[1], "s3:GetBucketPolicy").call();
    }
}
