package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

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
            .detail(Auditing.policy(NAME, AUDITING, server -> true))
            .detail(Auditing.settings(NAME, "/databases/master", server -> true))
            .detail(ArmDetail.of(
                    "encryptionProtector",
                    PROTECTOR,
                    ArmSchema.of(NAME + ".encryptionProtector", "properties.serverKeyType", STRING)))
            .detail(SqlFirewall.rules(NAME))
            .detail(SqlFirewall.rulesV6(NAME))
            .ownFacet("audited", BOOL, Auditing::audited, Auditing.INPUTS)
            .ownFacet("publicEndpoint", BOOL, PublicEndpoint.facet(RESOURCE), "properties")
            .ownFacet("admitsTheInternet", BOOL, SqlFirewall.lets(Admitted::isEverybody), SqlFirewall.INPUTS)
            .ownFacet("admitsAllOfAzure", BOOL, SqlFirewall.lets(Admitted::isAllOfAzure), SqlFirewall.INPUTS)
            .door("public network access", "properties")
            .ownFacet("minimumTlsVersion", STRING, NullDefaults.facet(RESOURCE, "minimalTlsVersion"), "properties")
            .build();

    private SqlServer() {}
}
