package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Flexible servers of PostgreSQL and MySQL. Both encrypt what they store, with a key of Azure's where no other is chosen. */
public final class FlexibleServer {
    /** Those that rules read, of some four hundred. */
    private static final Set<String> READ = Set.of(
            "audit_log_enabled",
            "audit_log_events",
            "connection_throttle.enable",
            "log_checkpoints",
            "logfiles.retention_days",
            "require_secure_transport",
            "ssl_min_protocol_version",
            "tls_version");

    private static final String[] FIREWALL = {"properties", "firewallRules"};

    public static final AssetType POSTGRES = type(
            "azure.postgres.server",
            "PostgreSQL flexible server",
            "Microsoft.DBforPostgreSQL/flexibleServers",
            "2024-08-01");
    public static final AssetType MYSQL =
            type("azure.mysql.server", "MySQL flexible server", "Microsoft.DBforMySQL/flexibleServers", "2023-12-30");

    private FlexibleServer() {}

    private static AssetType type(String name, String title, String resource, String api) {
        return AzureType.of(
                        name,
                        title,
                        Kinds.DATABASE,
                        resource,
                        "properties.version",
                        STRING,
                        "properties.state",
                        STRING,
                        "properties.administratorLogin",
                        STRING,
                        "properties.replicationRole",
                        STRING,
                        "properties.network.publicNetworkAccess",
                        STRING,
                        "properties.backup.backupRetentionDays",
                        INT,
                        "properties.backup.geoRedundantBackup",
                        STRING,
                        "properties.dataEncryption.type",
                        STRING,
                        "properties.highAvailability.mode",
                        STRING,
                        "properties.authConfig.activeDirectoryAuth",
                        STRING)
                .detail(configurations(resource, api))
                .detail(ArmDetail.list(
                        "firewallRules",
                        FirewallRules.list(resource, api),
                        FirewallRules.item(name + ".firewallRules"),
                        server -> isPublic(resource, server.get("properties")).isTrue()))
                .facet("encrypted", FlexibleServer::encrypted, "properties")
                .facet("public", lets(resource, Admitted::letsAnybodyIn), FIREWALL)
                .door("public network access", "properties")
                .facet("backupRetentionDays", FlexibleServer::retention, "properties")
                .ownFacet("admitsTheInternet", BOOL, lets(resource, Admitted::isEverybody), FIREWALL)
                .ownFacet("admitsAllOfAzure", BOOL, lets(resource, Admitted::isAllOfAzure), FIREWALL)
                .build();
    }

    /** The settings of the database itself, as an object of values by name. */
    private static Detail configurations(String resource, String api) {
        ArmCall list =
                ArmCall.list("Configurations_ListByServer", resource + "/configurations/read", "/configurations", api);
        return new Detail(
                "configurations", Schema.mapOf(STRING), List.of(list.operation().per(Per.ASSET)), (site, server) -> {
                    Outcome<DocList> all = list.resources(site, server.text("id"));
                    return all.map(FlexibleServer::byName);
                });
    }

    private static Doc byName(DocList configurations) {
        Doc.Builder values = Doc.builder();
        configurations
                .docs()
                .filter(configuration -> READ.contains(configuration.text("name")))
                .forEach(configuration -> values.put(
                        configuration.text("name"),
                        configuration.doc("properties").get("value")));
        return values.build();
    }

    private static Object encrypted(Attributes server) {
        Object properties = server.get("properties");
        return properties instanceof Unknown ? properties : properties instanceof Doc;
    }

    /** Whether somebody gets through the firewall. */
    private static Facet.Derive lets(String resource, Predicate<Admitted> whom) {
        return server -> PublicEndpoint.lets(
                        isPublic(resource, server.get("properties")),
                        () -> FirewallRules.let(whom, server.get("firewallRules")))
                .toField();
    }

    private static Tri isPublic(String resource, Object properties) {
        return PublicEndpoint.isOn(resource, properties, "network.publicNetworkAccess");
    }

    /** A replica has no backups of its own: its source has. */
    private static Object retention(Attributes server) {
        Object properties = server.get("properties");
        Tri replica = Fields.is(Paths.get(properties, "replicationRole"), "Replica", "AsyncReplica", "GeoAsyncReplica");
        if (replica.isTrue()) {
            return Absent.ABSENT;
        }
        return replica.isUnknown() ? replica.toField() : Paths.get(properties, "backup.backupRetentionDays");
    }
}
