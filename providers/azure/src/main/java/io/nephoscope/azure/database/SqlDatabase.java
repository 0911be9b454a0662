package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Databases of Azure SQL, those for data warehouses among them; {@code master} of each server too, which holds no data of anybody. */
public final class SqlDatabase {
    private static final String NAME = "azure.sql.database";
    private static final String RESOURCE = SqlServer.RESOURCE + "/databases";
    private static final String MASTER = "master";

    private static final ArmCall ENCRYPTION = ArmCall.get(
                    "TransparentDataEncryptions_Get",
                    RESOURCE + "/transparentDataEncryption/read",
                    "/transparentDataEncryption/current",
                    SqlServer.API)
            .holding("properties.state");
    private static final ArmCall AUDITING = ArmCall.get(
                    "DatabaseBlobAuditingPolicies_Get",
                    RESOURCE + "/auditingSettings/read",
                    "/auditingSettings/default",
                    SqlServer.API)
            .holding("properties.state");
    private static final ArmCall RETENTION = ArmCall.get(
                    "BackupShortTermRetentionPolicies_Get",
                    RESOURCE + "/backupShortTermRetentionPolicies/read",
                    "/backupShortTermRetentionPolicies/default",
                    SqlServer.API)
            .holding("properties.retentionDays");

    public static final AssetType TYPE = AzureType.of(
                    NAME,
                    "Azure SQL database",
                    Kinds.DATABASE,
                    RESOURCE,
                    "properties.status",
                    STRING,
                    "properties.creationDate",
                    TIMESTAMP,
                    "properties.zoneRedundant",
                    BOOL,
                    "properties.secondaryType",
                    STRING)
            .detail(Auditing.policy(NAME, AUDITING, SqlDatabase::holdsData))
            .detail(Auditing.settings(NAME, "", SqlDatabase::holdsData))
            .detail(ArmDetail.of(
                    "backupShortTermRetention",
                    RETENTION,
                    ArmSchema.of(NAME + ".backupShortTermRetention", "properties.retentionDays", INT),
                    database -> holdsData(database) && !isWarehouse(database.text("kind"))))
            .detail(new Detail(
                    "server",
                    ArmSchema.of(
                            NAME + ".server",
                            "properties.publicNetworkAccess",
                            STRING,
                            "firewallRules",
                            Schema.listOf(FirewallRules.item(NAME + ".server.firewallRules")),
                            "ipv6FirewallRules",
                            Schema.listOf(FirewallRules.itemV6(NAME + ".server.ipv6FirewallRules"))),
                    List.of(
                            SqlServer.ALL.operation().per(Per.ACCOUNT),
                            SqlFirewall.LIST.operation().per(Per.NAMED),
                            SqlFirewall.LIST_V6.operation().per(Per.NAMED)),
                    (site, database) -> holdsData(database) ? server(site, database) : Outcome.absent()))
            .detail(ArmDetail.of(
                    "transparentDataEncryption",
                    ENCRYPTION,
                    ArmSchema.of(NAME + ".transparentDataEncryption", "properties.state", STRING),
                    SqlDatabase::holdsData))
            .facet(
                    "encrypted",
                    database -> ofData(database, () -> encrypted(database.get("transparentDataEncryption"))),
                    "name",
                    "transparentDataEncryption")
            .door("public network access of its server", "server")
            .facet(
                    "public",
                    database -> ofData(
                            database,
                            () -> SqlFirewall.lets(Admitted::letsAnybodyIn, database.get("server"))
                                    .toField()),
                    "name",
                    "server")
            .facet(
                    "backupRetentionDays",
                    SqlDatabase::retention,
                    "name",
                    "kind",
                    "properties",
                    "backupShortTermRetention")
            .ownFacet("audited", BOOL, Auditing::audited, Auditing.INPUTS)
            .ownFacet(
                    "holdsData",
                    BOOL,
                    database -> Tri.ask(database.get("name"), name -> Tri.of(!isMaster(String.valueOf(name))))
                            .toField(),
                    "name")
            .relation(new Relation("server", "azure.sql.server", List.of("id"), false, SqlDatabase::serverIds))
            .build();

    private SqlDatabase() {}

    private static boolean holdsData(Doc database) {
        return !isMaster(database.text("name"));
    }

    /** The name of a database may stand behind that of its server. */
    private static boolean isMaster(String name) {
        return name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(MASTER);
    }

    /** A warehouse is restored from snapshots that Azure makes by itself, for seven days: nobody can choose otherwise. */
    private static boolean isWarehouse(String kind) {
        return kind.toLowerCase(Locale.ROOT).contains("datawarehouse");
    }

    private static Object ofData(Attributes database, Supplier<Object> facet) {
        Object name = database.get("name");
        if (name instanceof Unknown) {
            return name;
        }
        return isMaster(String.valueOf(name)) ? Absent.ABSENT : facet.get();
    }

    private static Object encrypted(Object encryption) {
        return Fields.either(Paths.get(encryption, "properties.state"), "Enabled", "Disabled")
                .toField();
    }

    /** A secondary has no backups of its own: the primary has. */
    private static Object retention(Attributes database) {
        return ofData(database, () -> {
            Object secondary = Paths.get(database.get("properties"), "secondaryType");
            if (secondary instanceof Unknown) {
                return secondary;
            } else if (secondary instanceof String) {
                return Absent.ABSENT;
            }
            return database.get("kind") instanceof String kind && isWarehouse(kind)
                    ? (Object) 7L
                    : Paths.get(database.get("backupShortTermRetention"), "properties.retentionDays");
        });
    }

    private static String serverId(Doc database) {
        String id = AzureType.id(database.text("id"));
        int end = id.lastIndexOf("/databases/");
        return end < 0 ? "" : id.substring(0, end);
    }

    private static Object serverIds(Doc database) {
        return database.get("id") instanceof Unknown unread ? unread : DocList.of(serverId(database));
    }

    /** The server with its firewall, of all servers of the subscription, which are asked for once. */
    private static Outcome<Doc> server(Site site, Doc database) {
        String id = serverId(database);
        return SqlServer.ALL.byId(site, SqlDatabase::reach).then(servers -> {
            Doc server = servers.get(id);
            return server == null
                    ? Outcome.without(new Cause(
                            SqlServer.ALL.operation().call(),
                            Status.FAILED,
                            SqlServer.ALL.operation().permission(),
                            Text.of("the answer does not hold the server {0}", "应答中没有服务器 {0}", id)))
                    : Outcome.value(SqlFirewall.read(site, server));
        });
    }

    private static Doc reach(Doc server) {
        Object access = server.doc("properties").get("publicNetworkAccess");
        return Doc.of("id", server.get("id"), "properties", Doc.of("publicNetworkAccess", access));
    }
}
