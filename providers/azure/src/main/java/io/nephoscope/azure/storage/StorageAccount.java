package io.nephoscope.azure.storage;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.azure.monitor.DiagnosticSettings;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;

/** Storage accounts: the containers in them are open or shut together, so that the account is the bucket. */
public final class StorageAccount {
    static final String RESOURCE = "Microsoft.Storage/storageAccounts";

    private static final String NAME = "azure.storage.account";
    private static final String API = "2023-05-01";

    private static final ArmCall BLOB_SERVICE = ArmCall.get(
            "BlobServices_GetServiceProperties", RESOURCE + "/blobServices/read", "/blobServices/default", API);
    private static final ArmCall CONTAINERS = ArmCall.list(
            "BlobContainers_List", RESOURCE + "/blobServices/containers/read", "/blobServices/default/containers", API);

    private static final ArmCall FILE_SERVICE = ArmCall.get(
            "FileServices_GetServiceProperties", RESOURCE + "/fileServices/read", "/fileServices/default", API);

    public static final AssetType TYPE = AzureType.of(
                    NAME,
                    "Storage account",
                    Kinds.BUCKET,
                    RESOURCE,
                    "properties.creationTime",
                    TIMESTAMP,
                    "properties.allowBlobPublicAccess",
                    BOOL,
                    "properties.allowSharedKeyAccess",
                    BOOL,
                    "properties.allowCrossTenantReplication",
                    BOOL,
                    "properties.defaultToOAuthAuthentication",
                    BOOL,
                    "properties.supportsHttpsTrafficOnly",
                    BOOL,
                    "properties.minimumTlsVersion",
                    STRING,
                    "properties.isHnsEnabled",
                    BOOL,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.networkAcls.defaultAction",
                    STRING,
                    "properties.networkAcls.bypass",
                    STRING,
                    "properties.networkAcls.ipRules[].value",
                    STRING,
                    "properties.networkAcls.ipv6Rules[].value",
                    STRING,
                    "properties.privateEndpointConnections[].properties.privateLinkServiceConnectionState.status",
                    STRING,
                    "properties.keyCreationTime.key1",
                    TIMESTAMP,
                    "properties.keyCreationTime.key2",
                    TIMESTAMP,
                    "properties.keyPolicy.keyExpirationPeriodInDays",
                    INT,
                    "properties.encryption.keySource",
                    STRING)
            .detail(ArmDetail.of(
                    "blobService",
                    BLOB_SERVICE,
                    ArmSchema.of(
                            NAME + ".blobService",
                            "properties.isVersioningEnabled",
                            BOOL,
                            "properties.deleteRetentionPolicy.enabled",
                            BOOL,
                            "properties.deleteRetentionPolicy.days",
                            INT,
                            "properties.containerDeleteRetentionPolicy.enabled",
                            BOOL,
                            "properties.containerDeleteRetentionPolicy.days",
                            INT),
                    StorageAccount::holdsBlobs))
            .detail(ArmDetail.list(
                    "containers",
                    CONTAINERS,
                    ArmSchema.of(NAME + ".containers", "name", STRING, "properties.publicAccess", STRING),
                    StorageAccount::mayBeReadByAnyone))
            .detail(ArmDetail.list(
                    "blobDiagnosticSettings",
                    DiagnosticSettings.list("/blobServices/default"),
                    DiagnosticSettings.item(NAME + ".blobDiagnosticSettings"),
                    StorageAccount::holdsBlobs))
            .detail(ArmDetail.of(
                    "fileService",
                    FILE_SERVICE,
                    ArmSchema.of(
                            NAME + ".fileService",
                            "properties.shareDeleteRetentionPolicy.enabled",
                            BOOL,
                            "properties.shareDeleteRetentionPolicy.days",
                            INT,
                            "properties.protocolSettings.smb.versions",
                            STRING,
                            "properties.protocolSettings.smb.channelEncryption",
                            STRING),
                    account -> Boolean.TRUE.equals(StorageFacets.holdsFiles(account::get))))
            .detail(Detail.withoutApi(
                    AnonymousAccess.WEBSITE,
                    ArmSchema.of(NAME + "." + AnonymousAccess.WEBSITE, "enabled", BOOL),
                    Text.of("static websites, of which the data plane alone tells", "静态网站（仅数据平面提供）")))
            .door("containers that are open to anonymous readers", "containers")
            .door("static website", AnonymousAccess.WEBSITE)
            .facet("public", account -> AnonymousAccess.inEffect(account).isPublic(), AnonymousAccess.INPUTS)
            .facet("publicBy", account -> AnonymousAccess.inEffect(account).ways(), AnonymousAccess.INPUTS)
            .facet("insecureTransportDenied", NullDefaults.facet(RESOURCE, "supportsHttpsTrafficOnly"), "properties")
            .facet("versioned", StorageFacets::versioned, StorageFacets.KIND, "properties", "blobService")
            .facet("accessLogged", StorageFacets::accessLogged, StorageFacets.KIND, "blobDiagnosticSettings")
            .ownFacet("anonymousAccessAllowed", BOOL, AnonymousAccess::allowed, "properties", "containers")
            .ownFacet("sharedKeyAccess", BOOL, NullDefaults.facet(RESOURCE, "allowSharedKeyAccess"), "properties")
            .ownFacet(
                    "crossTenantReplication",
                    BOOL,
                    NullDefaults.facet(RESOURCE, "allowCrossTenantReplication"),
                    "properties")
            .ownFacet("minimumTlsVersion", STRING, NullDefaults.facet(RESOURCE, "minimumTlsVersion"), "properties")
            .ownFacet("publicEndpoint", BOOL, PublicEndpoint.facet(RESOURCE), "properties")
            .ownFacet("deniesOtherNetworks", BOOL, PublicEndpoint.deniesOtherNetworks(RESOURCE), "properties")
            .ownFacet("trustedServices", STRING, NullDefaults.facet(RESOURCE, "networkAcls.bypass"), "properties")
            .ownFacet(
                    "signsInByDefault",
                    BOOL,
                    NullDefaults.facet(RESOURCE, "defaultToOAuthAuthentication"),
                    "properties")
            .ownFacet("keysMade", TIMESTAMP, StorageFacets::keysMade, "properties")
            .ownFacet("holdsBlobs", BOOL, StorageFacets::holdsBlobs, StorageFacets.KIND)
            .ownFacet("holdsFiles", BOOL, StorageFacets::holdsFiles, StorageFacets.KIND, "sku")
            .build();

    private StorageAccount() {}

    /** Where the account forbids it and no network leads to it either, there is nothing to look for in the containers. */
    private static boolean mayBeReadByAnyone(Doc account) {
        Doc properties = account.doc("properties");
        boolean shut = Boolean.FALSE.equals(properties.get("allowBlobPublicAccess"))
                && properties.text("publicNetworkAccess").equalsIgnoreCase("Disabled");
        return holdsBlobs(account) && !shut;
    }

    private static boolean holdsBlobs(Doc account) {
        return !account.text(StorageFacets.KIND).equalsIgnoreCase(StorageFacets.FILES_ONLY);
    }
}
