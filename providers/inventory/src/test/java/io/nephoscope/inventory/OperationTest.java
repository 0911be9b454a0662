package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ListBuckets",
                "GetBucketPolicy",
                "DescribeInstances",
                "HeadBucket",
                "LookupEvents",
                "BatchGetProjects",
                "GetCredentialReport",
                "GetAccountPasswordPolicy",
                "ListSecrets",
                "DescribeSecret"
            })
    void whatReadsCanBeDeclared(String name) {
        assertThat(Operation.of("s3", name, "s3:" + name).call()).isEqualTo("s3:" + name);
    }

    @Test
    void twoReadsByAnotherNameCanBeDeclaredForTheirOwnServices() {
        assertThat(Operation.of("iam", "GenerateCredentialReport", "").call())
                .isEqualTo("iam:GenerateCredentialReport");
        assertThat(Operation.of("sts", "AssumeRole", "").call()).isEqualTo("sts:AssumeRole");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operation.of("s3", "GenerateCredentialReport", ""))
                .withMessage("s3:GenerateCredentialReport is not a read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PutBucketPolicy",
                "DeleteBucket",
                "CreateUser",
                "UpdateAccountPasswordPolicy",
                "AttachRolePolicy",
                "AuthorizeSecurityGroupIngress",
                "ModifyDBInstance",
                "TerminateInstances",
                "StartInstances",
                "RunInstances",
                "TagResource",
                "InvokeFunction",
                "AssumeRole",
                "GenerateDataKey",
                "GenerateServiceLastAccessedDetails",
                "SendMessage",
                "ReceiveMessage",
                "Decrypt",
                "ScheduleKeyDeletion",
                "BatchDeleteImage",
                "Get",
                "Getaway",
                "listBuckets",
                "PutGetX",
                " GetBucketPolicy",
                ""
            })
    void whatDoesNotReadCannotBeDeclared(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operation.of("s3", name, ""))
                .withMessage("s3:" + name + " is not a read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GetSecretValue",
                "BatchGetSecretValue",
                "GetParameter",
                "GetParameters",
                "GetParametersByPath",
                "GetParameterHistory",
                "GetPasswordData",
                "GetSessionToken",
                "GetFederationToken",
                "GetAuthorizationToken",
                "GetClusterCredentials",
                "GetRoleCredentials",
                "GetObject",
                "SelectObjectContent",
                "GetItem",
                "GetConsoleOutput"
            })
    void whatHandsOutSecretsCannotBeDeclared(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operation.of("s3", name, ""))
                .withMessage("s3:" + name + " hands out secrets");
    }

    @Test
    void codesAreAddedToACopy() {
        Operation plain = Operation.of("s3", "GetBucketPolicy", "s3:GetBucketPolicy");
        Operation both = plain.absentOn("NoSuchBucketPolicy").unsupportedOn("NotEnabled");

        assertThat(both.absentOn()).containsExactly("NoSuchBucketPolicy");
        assertThat(both.unsupportedOn()).containsExactly("NotEnabled");
        assertThat(plain.absentOn()).isEmpty();
    }
}
