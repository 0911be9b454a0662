package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Tri;

/** Logical servers of Azure SQL: they hold no data, and decide who reaches the databases below them. */
public final class SqlServer {
    static final String RESOURCE = "Microsoft.Sql/servers";
    static final String API = "2021-11-01";
    static final GraphListing ALL = GraphListing.of(GraphTable.RESOURCES, RESOURCE);

    private static final String NAME = "azure.sql.server";
    private static final ArmCall AUDITING = ArmCall.get(
                    "ServerBlobAuditingPolicies_Get",
                    RESOURCE + "/auditingSettings/read",
                    "/auditingSettings/default",
                    API)
            .holding("properties.state");
    private static final ArmCall PROTECTOR = ArmCall.get(
                    "EncryptionProtectors_Get",
                    RESOURCE + "/encryptionProtector/read",
                    "/encryptionProtector/current",
                    API)
            .holding("properties.serverKeyType");

    public static final AssetType TYPE = AzureType.of(
                    ALL,
                    NAME,
                    "Azure SQL server",
                    Kinds.DATABASE_SERVER,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.minimalTlsVersion",
                    STRING,
                    "properties.administrators.administratorType",
                    STRING,
                    "properties.administrators.principalType",
                    STRING,
                    "properties.administrators.login",
                    STRING,
                    "properties.administrators.azureADOnlyAuthentication",
                    BOOL,
                    "properties.restrictOutboundNetworkAccess",
                    STRING,
                    "properties.fullyQualifiedDomainName",
                    STRING)
            .detail(ArmDetail.of("auditing", AUDITING, auditing(NAME)))
            .detail(ArmDetail.of(
                    "encryptionProtector",
                    PROTECTOR,
                    ArmSchema.of(NAME + ".encryptionProtector", "properties.serverKeyType", STRING)))
            .detail(ArmDetail.list(
                    "firewallRules", FirewallRules.list(RESOURCE, API), FirewallRules.item(NAME + ".firewallRules")))
            .ownFacet("publicEndpoint", BOOL, SqlServer::publicEndpoint, "properties")
            .ownFacet("admitsTheInternet", BOOL, SqlServer::admitsTheInternet, "properties", "firewallRules")
            .ownFacet("admitsAllOfAzure", BOOL, SqlServer::admitsAllOfAzure, "properties", "firewallRules")
            .ownFacet("minimumTlsVersion", STRING, NullDefaults.facet(RESOURCE, "minimalTlsVersion"), "properties")
            .build();

    private SqlServer() {}

    /** What rules read of an auditing policy, of a server or a database. */
    static Struct auditing(String name) {
        return ArmSchema.of(
                name + ".auditing",
                "properties.state",
                STRING,
                "properties.retentionDays",
                INT,
                "properties.storageEndpoint",
                STRING,
                "properties.isAzureMonitorTargetEnabled",
                BOOL);
    }

    /** Whether the server answers at its public address at all: anything but {@code Disabled} leaves it on. */
    static Tri hasPublicEndpoint(Object properties) {
        return Fields.is(NullDefaults.inForce(RESOURCE, properties, "publicNetworkAccess"), "Disabled")
                .not();
    }

    private static Object publicEndpoint(Attributes server) {
        return hasPublicEndpoint(server.get("properties")).toField();
    }

    private static Object admitsTheInternet(Attributes server) {
        return hasPublicEndpoint(server.get("properties"))
                .and(() -> FirewallRules.admitTheInternet(server.get("firewallRules")))
                .toField();
    }

    private static Object admitsAllOfAzure(Attributes server) {
        return hasPublicEndpoint(server.get("properties"))
                .and(() -> FirewallRules.admitAllOfAzure(server.get("firewallRules")))
                .toField();
    }
}
