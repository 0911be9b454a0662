package io.nephoscope.azure.keyvault;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.azure.monitor.DiagnosticSettings;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import java.util.List;
import java.util.Set;

/** Key vaults. What is in them is listed by the Resource Manager, which needs no rights in the vault. */
public final class Vault {
    private static final String NAME = "azure.keyvault.vault";
    private static final String RESOURCE = "Microsoft.KeyVault/vaults";

    /** The group {@code audit} of a vault. */
    private static final Set<String> GROUPS = Set.of("audit");

    static final GraphListing ALL = GraphListing.of(GraphTable.RESOURCES, RESOURCE);

    public static final AssetType TYPE = AzureType.of(
                    ALL,
                    NAME,
                    "Key vault",
                    Kinds.VAULT,
                    "properties.enablePurgeProtection",
                    BOOL,
                    "properties.enableSoftDelete",
                    BOOL,
                    "properties.softDeleteRetentionInDays",
                    INT,
                    "properties.enableRbacAuthorization",
                    BOOL,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.networkAcls.defaultAction",
                    STRING,
                    "properties.networkAcls.bypass",
                    STRING,
                    "properties.networkAcls.ipRules[].value",
                    STRING,
                    "properties.privateEndpointConnections[].properties.privateLinkServiceConnectionState.status",
                    STRING)
            .detail(ArmDetail.list(
                    "diagnosticSettings",
                    DiagnosticSettings.list(""),
                    DiagnosticSettings.item(NAME + ".diagnosticSettings")))
            .ownFacet("purgeProtected", BOOL, NullDefaults.facet(RESOURCE, "enablePurgeProtection"), "properties")
            .ownFacet("usesRoles", BOOL, NullDefaults.facet(RESOURCE, "enableRbacAuthorization"), "properties")
            .ownFacet(
                    "publicEndpoint",
                    BOOL,
                    vault -> PublicEndpoint.isOn(RESOURCE, vault.get("properties"))
                            .toField(),
                    "properties")
            .ownFacet(
                    "deniesOtherNetworks",
                    BOOL,
                    vault -> PublicEndpoint.admitsTheInternet(RESOURCE, vault.get("properties"))
                            .not()
                            .toField(),
                    "properties")
            .ownFacet("auditLogged", BOOL, Vault::auditLogged, "diagnosticSettings")
            .build();

    private Vault() {}

    private static Object auditLogged(Attributes vault) {
        return DiagnosticSettings.export(vault.get("diagnosticSettings"), GROUPS, List.of("AuditEvent"))
                .toField();
    }
}
