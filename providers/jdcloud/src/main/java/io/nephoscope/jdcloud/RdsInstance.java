package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import java.util.Locale;

/** Instances of the relational databases ({@code rds:describeInstances}). */
final class RdsInstance {
    private static final String NAME = "jdcloud.rds.instance";
    private static final String STATUS = "instanceStatus";
    private static final String INSTANCE_TYPE = "instanceType";
    private static final String STORAGE = "storageEncrypted";
    private static final String PUBLIC_NAME = "publicDomainName";
    private static final String SOURCE = "sourceInstanceId";
    private static final String BACKUP = "backupPolicy";
    private static final String ATTRIBUTES = "dbInstanceAttributes";

    static final AssetType TYPE = AssetType.named(NAME, "Relational database", Kinds.DATABASE)
            .list(JdListing.of(
                    Calls.DATABASES,
                    struct(
                            NAME,
                            "instanceId",
                            STRING,
                            "instanceName",
                            STRING,
                            INSTANCE_TYPE,
                            STRING,
                            "engine",
                            STRING,
                            "engineVersion",
                            STRING,
                            "instanceStorageType",
                            STRING,
                            STORAGE,
                            BOOL,
                            "azId",
                            listOf(STRING),
                            "vpcId",
                            STRING,
                            "subnetId",
                            STRING,
                            STATUS,
                            STRING,
                            PUBLIC_NAME,
                            STRING,
                            "internalDomainName",
                            STRING,
                            SOURCE,
                            STRING,
                            "createTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "instanceId"))
            .nativeId("instanceId")
            .name("instanceName")
            .tags(JdItems::tags, JdItems.TAGS)
            .detail(JdDetail.of(
                    BACKUP,
                    Calls.DATABASE_BACKUP,
                    struct(
                            NAME + "." + BACKUP,
                            "startWindow",
                            STRING,
                            "retentionPeriod",
                            INT,
                            "backupBinlog",
                            STRING,
                            "enhancedBackup",
                            STRING,
                            "releasedKeepPolicy",
                            STRING),
                    "instanceId",
                    "instanceId"))
            .detail(JdDetail.ofField("sslAvailable", Calls.DATABASE_SSL, BOOL, "instanceId", "instanceId", "available"))
            .detail(JdDetail.ofField(
                    "whiteLists",
                    Calls.DATABASE_WHITE_LIST,
                    listOf(struct(NAME + ".whiteList", "name", STRING, "ips", STRING)),
                    "instanceId",
                    "instanceId",
                    "whiteLists"))
            .detail(JdDetail.ofField(
                    ATTRIBUTES,
                    Calls.DATABASE,
                    struct(
                            NAME + "." + ATTRIBUTES,
                            "auditStatus",
                            STRING,
                            "minorVersion",
                            STRING,
                            "connectionMode",
                            STRING,
                            PUBLIC_NAME,
                            STRING),
                    "instanceId",
                    "instanceId",
                    ATTRIBUTES))
            .facet("encrypted", database -> Standing.or(state(database), () -> database.get(STORAGE)), STATUS, STORAGE)
            .facet(
                    "public",
                    database -> Standing.or(state(database), () -> isPublic(database)),
                    STATUS,
                    PUBLIC_NAME,
                    ATTRIBUTES)
            .facet("backupRetentionDays", RdsInstance::retention, STATUS, SOURCE, INSTANCE_TYPE, BACKUP)
            .ownFacet(
                    WhiteList.FACET,
                    BOOL,
                    database -> WhiteList.admitsInternet(database.get("whiteLists")),
                    "whiteLists")
            .relation("subnet", "jdcloud.vpc.subnet", "subnetId")
            .build();

    private RdsInstance() {}

    /** The states of databases are written in capitals. */
    private static Object state(Attributes database) {
        return database.get(STATUS) instanceof String status ? status.toLowerCase(Locale.ROOT) : database.get(STATUS);
    }

    /**
     * A database has a public name only while it can be reached from the Internet. The listing tells those of MySQL; what it leaves out
     * {@code describeInstanceAttributes} tells for every engine.
     */
    private static Object isPublic(Attributes database) {
        return isNamed(database.get(PUBLIC_NAME))
                .or(() -> isNamed(Standing.said(Paths.get(database.get(ATTRIBUTES), PUBLIC_NAME))))
                .toField();
    }

    private static Tri isNamed(Object name) {
        return Tri.ask(name, known -> Tri.of(known instanceof String text && !text.isEmpty()));
    }

    /** A replica for reading has no backups of its own: its source has. */
    private static Object retention(Attributes database) {
        Tri replica = Tri.ask(database.get(SOURCE), source -> Tri.of(source instanceof String text && !text.isEmpty()))
                .or(() -> Tri.ask(
                        database.get(INSTANCE_TYPE),
                        type -> Tri.of("readonly".equalsIgnoreCase(String.valueOf(type)))));
        if (replica.isUnknown()) {
            return replica.toField();
        } else if (replica.isTrue()) {
            return Absent.ABSENT;
        }
        Object policy = database.get(BACKUP);
        return Standing.or(
                state(database),
                () -> policy instanceof Unknown
                        ? policy
                        : policy instanceof Doc known ? known.get("retentionPeriod") : Absent.ABSENT);
    }
}
