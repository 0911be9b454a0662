package io.nephoscope.inventory;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads that hand out secrets, or what people keep in their stores: they cannot be declared, since what was never read cannot leak.
 */
final class SecretCalls {
    /** What is a secret whatever cloud and service hands it out. */
    private static final Pattern NAMES =
            Pattern.compile("\\w+?(?:Access(?:Sas|SAS)|AccountS(?:as|AS)|ServiceS(?:as|AS)|AdminKeys"
                    + "|(?:Auth|Authorization|Bearer|Federation|Login|OpenId|Security|Session|Temporary)Tokens?(?:ForDeveloperIdentity)?|CallbackUrl"
                    + "|(?:Admin|Cluster|Publishing|Role|User|Temporary)Credentials?|ClusterCredentialsWithIAM|CredentialsForIdentity"
                    + "|ConnectionStrings?|ConsoleOutput|Console(?:Screenshot|Url)|(?:Download|Embed|Presigned|Signed)Url"
                    + "|FunctionKeys|FunctionSecrets|HostKeys|InstanceAccess(?:Details)?|KeyMaterial|KeyPairValue|Kube[Cc]onfigs?"
                    + "|ParameterHistory|ParametersByPath|MasterUserPassword|PasswordData|Passwords?|PlaintextKey|PrivateKeys?"
                    + "|QueryKeys|RemoteConsole|SampleConfiguration|S(?:as|AS)Tokens?|SecretParameters?|SecretStrings?|SecretValues?"
                    + "|SecretVersion(?:Info)?|SharedAccessKeys|SharedKeys|User[Dd]ata|V(?:nc|NC)Url|WithSecrets)");

    /** The same in words that say little of it. */
    private static final Set<String> OTHER_NAMES = Set.of(
            "BatchGetItem",
            "DescribeInvocationResults",
            "DescribeInvocationTasks",
            "GetCommandInvocation",
            "GetCredentials",
            "GetDownloadUrlForLayer",
            "GetItem",
            "GetLogEvents",
            "GetLogRecord",
            "GetObject",
            "GetObjectTorrent",
            "GetParameter",
            "GetParameters",
            "GetParametersForImport",
            "GetQueryResults",
            "GetRecords",
            "GetSecret",
            "GetSnapshotBlock",
            "ListApplicationSettings",
            "SelectObjectContent");

    /** What elsewhere has an innocent twin, as {@code service:name}. */
    private static final Set<String> BY_SERVICE = Set.of(
            // A link to the code, which opens for everybody who has it.
            "lambda:GetFunction",
            "lambda:GetLayerVersion",
            // The user data is one of its attributes.
            "ec2:DescribeInstanceAttribute",
            // The keys themselves stand in the place of their ids.
            "apigateway:GetApiKey",
            "apigateway:GetApiKeys",
            "appsync:ListApiKeys",
            // Client secrets and passwords stand beside the settings.
            "cognito-idp:DescribeUserPoolClient",
            "glue:GetConnection",
            "glue:GetConnections",
            "codecommit:GetBlob",
            "codecommit:GetFile",
            "codecommit:GetFolder",
            // Of Alibaba Cloud and Tencent Cloud: the passwords and certificates of a cluster, the code of a function.
            "cs:DescribeClusterUserConfig",
            "fc:GetFunctionCode",
            "scf:GetFunction",
            "scf:GetFunctionAddress",
            "tke:DescribeClusterSecurity",
            // Of JD Cloud: keys with their secrets, what clusters and message queues are entered with, files to be had
            // by link.
            "dbaudit:DescribeDatabase",
            "iam:DescribeUserAccessKeys",
            "iam:GetSubUserAccessKeys",
            "ipanti:DescribeWebRule",
            "ipanti:DescribeWebRules",
            "kubernetes:DescribeCluster",
            "kubernetes:DescribeServerlessCluster",
            "logs:DescribeSubscribe",
            "rds:DescribeAuditDownloadURL",
            "rds:DescribeBackupDownloadURL",
            "rds:DescribeBinlogDownloadInternalURL",
            "rds:DescribeBinlogDownloadURL",
            "rds:DescribeLogDownloadURL",
            "rds:GetUploadKey",
            "vm:DescribeInstancesCustomData",
            "vm:DescribeInstanceTemplatesCustomdata");

    /** What any of Azure's resource providers hands out by these names. */
    private static final Set<String> OF_AZURE = Set.of(
            "GetAccessProfile",
            "GetFunctionsAdminToken",
            "GetFunctionsAdminTokenSlot",
            "GetReadOnlyKeys",
            "ListApplicationSettingsSlot",
            "ListAuthSettings",
            "ListAuthSettingsSlot",
            "ListAuthSettingsV2",
            "ListAuthSettingsV2Slot",
            "ListAzureStorageAccounts",
            "ListAzureStorageAccountsSlot",
            "ListBackupConfiguration",
            "ListBackupConfigurationSlot",
            "ListConnectionStringsSlot",
            "ListCredentials",
            "ListFunctionKeysSlot",
            "ListFunctionSecretsSlot",
            "ListHostKeysSlot",
            "ListKeys",
            "ListPublishingCredentials",
            "ListPublishingCredentialsSlot",
            "ListReadOnlyKeys",
            "ListSecrets",
            "ListSecretsAsync",
            "ListSyncFunctionTriggers",
            "ListSyncFunctionTriggersSlot",
            "ListValue");

    private SecretCalls() {}

    /** @param name without its group, and with a capital letter first */
    static boolean by(String service, String name) {
        return NAMES.matcher(name).matches()
                || OTHER_NAMES.contains(name)
                || BY_SERVICE.contains(service + ":" + name)
                || (service.startsWith("Microsoft.") && OF_AZURE.contains(name));
    }
}
