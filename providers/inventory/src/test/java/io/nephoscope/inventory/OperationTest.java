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
                "DescribeSecret",
                "ListAccessKeys",
                "ListKeys",
                "ListSecretVersionIds",
                "GetPublicKey",
                "GetLoginProfile",
                "DescribeParameters",
                "DescribeDBParameters",
                "DescribeUserPoolDomain",
                "ListServiceSpecificCredentials",
                "GetFunction",
                "GetTokenVaultPolicy",
                "describeInstances",
                "listMainCfg",
                "VirtualMachines_Get",
                "BlobServices_GetServiceProperties",
                "Secrets_List"
            })
    void whatReadsCanBeDeclared(String name) {
        assertThat(Operation.of("s3", name, "s3:" + name).call()).isEqualTo("s3:" + name);
    }

    @Test
    void whatItsProtocolShowsToReadMayHaveAnyNameAndHandOutNoSecrets() {
        assertThat(Operation.reading("wallgate", "sites", "").call()).isEqualTo("wallgate:sites");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operation.reading("wallgate", "getSecretValue", ""))
                .withMessage("wallgate:getSecretValue hands out secrets");
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
                "PutGetX",
                "getaway",
                "get",
                "deleteInstance",
                "VirtualMachines_Start",
                "GetMachines_Delete",
                "VirtualMachines_Getaway",
                "_Get",
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
                "GetConsoleOutput",
                "GetConsoleScreenshot",
                "GetClusterCredentialsWithIAM",
                "GetCredentialsForIdentity",
                "GetOpenIdTokenForDeveloperIdentity",
                "GetRandomPassword",
                "GetInstanceAccessDetails",
                "GetRelationalDatabaseMasterUserPassword",
                "GetVpnConnectionDeviceSampleConfiguration",
                "GetDownloadUrlForLayer",
                "GetServiceBearerToken",
                "GetDashboardEmbedUrl",
                "GetSnapshotBlock",
                "ListConnectionStrings",
                "ListClusterAdminCredentials",
                "ListClusterUserCredential",
                "ListPublishingCredentials",
                "ListPublishingProfileXmlWithSecrets",
                "ListFunctionKeys",
                "ListHostKeys",
                "ListAccountSas",
                "ListServiceSAS",
                "ListAdminKeys",
                "ListCallbackUrl",
                "GetSharedKeys",
                "GetSecret",
                "ListApplicationSettings",
                "DescribeInstanceVncUrl",
                "DescribeUserData",
                "DescribeClusterUserKubeconfig",
                "DescribeClusterKubeconfig",
                "GetSecretParameters",
                "GetSSHKeyPairValue",
                "DescribeSecretVersionInfo"
            })
    void whatHandsOutSecretsCannotBeDeclared(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operation.of("s3", name, ""))
                .withMessage("s3:" + name + " hands out secrets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lambda:GetFunction",
                "ec2:DescribeInstanceAttribute",
                "apigateway:GetApiKeys",
                "cognito-idp:DescribeUserPoolClient",
                "Microsoft.ContainerService:ManagedClusters_GetAccessProfile",
                "Microsoft.DocumentDB:DatabaseAccounts_ListReadOnlyKeys",
                "Microsoft.Storage:StorageAccounts_ListKeys",
                "Microsoft.Web:WebApps_ListAuthSettingsV2",
                "Microsoft.Web:WebApps_ListAzureStorageAccountsSlot",
                "tke:DescribeClusterSecurity",
                "iam:describeUserAccessKeys",
                "iam:getSubUserAccessKeys",
                "kubernetes:describeCluster",
                "vm:describeInstancesCustomData"
            })
    void whatHandsOutSecretsInOneServiceCannotBeDeclaredThere(String call) {
        String[] parts = call.split(":", 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operation.of(parts[0], parts[1], ""))
                .withMessage(call + " hands out secrets");
        assertThat(Operation.of("elsewhere", parts[1], "").name()).isEqualTo(parts[1]);
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
