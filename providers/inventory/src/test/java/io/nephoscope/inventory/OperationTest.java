package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
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
                "sites",
                "VirtualMachines_Get",
                "BlobServices_GetServiceProperties",
                "Secrets_List"
            })
    void whatSpeaksOfSecretsWithoutHandingThemOutCanBeDeclared(String name) {
        assertThat(Operation.of("s3", name, "s3:" + name).call()).isEqualTo("s3:" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GetSecretValue",
                "BatchGetSecretValue",
                "GetParametersByPath",
                "GetParameterHistory",
                "GetPasswordData",
                "GetSessionToken",
                "GetFederationToken",
                "GetAuthorizationToken",
                "GetClusterCredentials",
                "GetRoleCredentials",
                "GetObject",
                "GetConsoleOutput",
                "GetConsoleScreenshot",
                "GetClusterCredentialsWithIAM",
                "GetCredentialsForIdentity",
                "GetOpenIdTokenForDeveloperIdentity",
                "GetRandomPassword",
                "GetInstanceAccessDetails",
                "GetRelationalDatabaseMasterUserPassword",
                "GetVpnConnectionDeviceSampleConfiguration",
                "GetServiceBearerToken",
                "GetDashboardEmbedUrl",
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

    @Test
    void whatAProviderListsCannotBeDeclaredThere() {
        SecretCalls listed = new SecretCalls(Set.of("lambda:GetFunction", "ListKeys"));
        for (String call :
                List.of("lambda:GetFunction", "Microsoft.Storage:StorageAccounts_ListKeys", "any:listKeys")) {
            String[] parts = call.split(":", 2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> listed.without(Operation.of(parts[0], parts[1], "")))
                    .withMessage(call + " hands out secrets");
        }
        Operation other = Operation.of("functions", "GetFunction", "");
        assertThat(listed.without(other)).isSameAs(other);
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
