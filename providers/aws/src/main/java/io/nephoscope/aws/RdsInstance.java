package io.nephoscope.aws;

import static io.nephoscope.aws.Services.RDS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/**
 * Database instances of RDS, and those of Aurora, Neptune and DocumentDB, which the same call lists. Members of a cluster have
 * neither storage nor backups of their own: both are the cluster's.
 */
final class RdsInstance {
    private static final String NAME = "aws.rds.db_instance";
    private static final String STATUS = "DBInstanceStatus";
    private static final String CLUSTER_ID = "DBClusterIdentifier";
    private static final String CLUSTERS = "DBClusters";
    private static final String RETENTION = "BackupRetentionPeriod";
    private static final String REPLICATED_INSTANCE = "ReadReplicaSourceDBInstanceIdentifier";
    private static final String REPLICATED_CLUSTER = "ReadReplicaSourceDBClusterIdentifier";
    private static final Set<String> GONE = Set.of("deleting");

    private static final AwsCall<RdsClient, Page, DescribeDbInstancesResponse> LIST = RDS.read(
            "DescribeDBInstances",
            holding("DBInstances")
                    .each("DBInstanceIdentifier", "DBInstanceStatus", "StorageEncrypted", "PubliclyAccessible"),
            (rds, page) -> rds.describeDBInstances(list -> list.maxRecords(100).marker(page.token())));

    private static final AwsCall<RdsClient, Page, DescribeDbClustersResponse> ALL_CLUSTERS = RDS.read(
            "DescribeDBClusters",
            holding("DBClusters").each("DBClusterIdentifier", "StorageEncrypted"),
            (rds, page) -> rds.describeDBClusters(list -> list.maxRecords(100).marker(page.token())));

    static final AssetType TYPE = AssetType.named(NAME, "RDS database instance", Kinds.DATABASE)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema(NAME, DBInstance::builder),
                    DescribeDbInstancesResponse::dbInstances,
                    DescribeDbInstancesResponse::marker))
            .nativeId("DBInstanceIdentifier")
            .tags(Tags.in("TagList"), "TagList")
            .detail(new Detail(
                    CLUSTERS,
                    Schema.listOf(SdkDocs.schema(NAME + "." + CLUSTERS, DBCluster::builder)),
                    List.of(ALL_CLUSTERS.operation().per(Per.REGION)),
                    RdsInstance::cluster))
            .facet(
                    "encrypted",
                    database -> standing(database, () -> ofStorage(database, "StorageEncrypted")),
                    STATUS,
                    CLUSTER_ID,
                    CLUSTERS,
                    "StorageEncrypted")
            .facet(
                    "public",
                    database -> standing(database, () -> database.get("PubliclyAccessible")),
                    STATUS,
                    "PubliclyAccessible")
            .facet(
                    "backupRetentionDays",
                    RdsInstance::retention,
                    STATUS,
                    CLUSTER_ID,
                    CLUSTERS,
                    RETENTION,
                    REPLICATED_INSTANCE,
                    REPLICATED_CLUSTER)
            .relation(Linked.by("securityGroups", "aws.ec2.security_group", "VpcSecurityGroups", "VpcSecurityGroupId"))
            .build();

    private RdsInstance() {}

    /** The cluster to which the instance belongs; none for an instance by itself. */
    private static Outcome<DocList> cluster(Site site, Doc database) {
        String id = database.text(CLUSTER_ID);
        if (id.isEmpty()) {
            return Outcome.absent();
        }
        return AwsListing.all(
                        ALL_CLUSTERS, site, DescribeDbClustersResponse::dbClusters, DescribeDbClustersResponse::marker)
                .then(clusters -> clusters.stream()
                        .filter(cluster -> cluster.text(CLUSTER_ID).equals(id))
                        .findFirst()
                        .map(cluster -> Outcome.value(DocList.of(cluster)))
                        .orElseGet(() -> Outcome.without(new Cause(
                                ALL_CLUSTERS.operation().call(),
                                Status.FAILED,
                                ALL_CLUSTERS.operation().permission(),
                                "the answer does not hold the cluster " + id))));
    }

    private static Object standing(Attributes database, Supplier<Object> facet) {
        return Gone.or(database.get(STATUS), GONE, facet);
    }

    /** A field of the storage: the cluster's for its members, else the instance's own. */
    private static Object ofStorage(Attributes database, String field) {
        if (database.get(CLUSTER_ID) == Absent.ABSENT) {
            return database.get(field);
        }
        Object clusters = database.get(CLUSTERS);
        if (clusters instanceof Unknown) {
            return clusters;
        }
        return clusters instanceof DocList list && list.size() == 1 && list.get(0) instanceof Doc cluster
                ? cluster.get(field)
                : Absent.ABSENT;
    }

    /** A replica has no data of its own to back up: its source has. */
    private static Object retention(Attributes database) {
        Tri replica = isSet(database, REPLICATED_INSTANCE).or(() -> isSet(database, REPLICATED_CLUSTER));
        if (replica.isUnknown()) {
            return replica.toField();
        }
        return replica.isTrue() ? Absent.ABSENT : standing(database, () -> ofStorage(database, RETENTION));
    }

    private static Tri isSet(Attributes database, String attribute) {
        return Tri.ask(database.get(attribute), it -> Tri.of(it instanceof String));
    }
}
