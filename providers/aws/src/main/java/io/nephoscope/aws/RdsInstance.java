package io.nephoscope.aws;

import static io.nephoscope.aws.Services.RDS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Facet.Derive;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/**
 * Database instances of RDS, and those of Aurora, Neptune and DocumentDB, which the same call lists. Members of a cluster have
 * neither storage nor backups of their own: both are the cluster's.
 */
final class RdsInstance {
    private static final String NAME = "aws.rds.db_instance";
    private static final String STATUS = "DBInstanceStatus";
    private static final String CLUSTERS = "DBClusters";
    private static final String RETENTION = "BackupRetentionPeriod";
    private static final String REPLICATED_INSTANCE = "ReadReplicaSourceDBInstanceIdentifier";
    private static final String REPLICATED_CLUSTER = "ReadReplicaSourceDBClusterIdentifier";
    private static final Set<String> GONE = Set.of("deleting");

    private static final AwsCall<RdsClient, Page, DescribeDbInstancesResponse> LIST = RDS.list(
            "DescribeDBInstances",
            holding("DBInstances")
                    .each("DBInstanceIdentifier", "DBInstanceStatus", "StorageEncrypted", "PubliclyAccessible"),
            Defaults.NARROW_NOTHING,
            (rds, page) -> rds.describeDBInstances(list -> list.maxRecords(100).marker(page.token())));

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
                    List.of(RdsCluster.ALL.call().operation().per(Per.REGION)),
                    RdsInstance::cluster))
            .facet("encrypted", RdsInstance::encrypted, STATUS, RdsCluster.ID, CLUSTERS, "StorageEncrypted")
            .door("public access", "PubliclyAccessible")
            .facet(
                    "public",
                    database -> standing(database, () -> database.get("PubliclyAccessible")),
                    STATUS,
                    "PubliclyAccessible")
            .facet(
                    "backupRetentionDays",
                    RdsInstance::retention,
                    STATUS,
                    RdsCluster.ID,
                    CLUSTERS,
                    RETENTION,
                    REPLICATED_INSTANCE,
                    REPLICATED_CLUSTER)
            .relation("cluster", RdsCluster.NAME, RdsCluster.ID)
            .relation(Linked.by("securityGroups", "aws.ec2.security_group", "VpcSecurityGroups", "VpcSecurityGroupId"))
            .build();

    private RdsInstance() {}

    /** The cluster to which the instance belongs; none for an instance by itself. */
    private static Outcome<DocList> cluster(Site site, Doc database) {
        String id = database.text(RdsCluster.ID);
        if (id.isEmpty()) {
            return Outcome.absent();
        }
        return RdsCluster.ALL
                .all(site)
                .then(clusters -> clusters.stream()
                        .filter(cluster -> cluster.text(RdsCluster.ID).equals(id))
                        .findFirst()
                        .map(cluster -> Outcome.value(DocList.of(cluster)))
                        .orElseGet(() -> RdsCluster.ALL
                                .call()
                                .unusable(Text.of("the answer does not hold the cluster {0}", "应答中没有集群 {0}", id))));
    }

    private static Object standing(Attributes database, Supplier<Object> facet) {
        return Gone.or(database.get(STATUS), GONE, facet);
    }

    private static Object encrypted(Attributes database) {
        return ofStorage(database, RdsCluster::encrypted, "StorageEncrypted");
    }

    /** A facet of the storage: the cluster's for its members, else a field of the instance. */
    private static Object ofStorage(Attributes database, Derive ofCluster, String own) {
        Object standing = standing(database, () -> true);
        if (!standing.equals(true)) {
            return standing;
        } else if (database.get(RdsCluster.ID) == Absent.ABSENT) {
            return standing(database, () -> database.get(own));
        }
        Object clusters = database.get(CLUSTERS);
        if (clusters instanceof DocList list && list.size() == 1 && list.get(0) instanceof Doc cluster) {
            return ofCluster.derive(cluster::get);
        } else if (clusters instanceof Unknown) {
            return clusters;
        }
        throw new Unreadable(Text.of("the cluster of a member was not read", "成员所属的集群未读取"));
    }

    /** A replica has no data of its own to back up: its source has. */
    private static Object retention(Attributes database) {
        Tri replica = isSet(database, REPLICATED_INSTANCE).or(() -> isSet(database, REPLICATED_CLUSTER));
        if (replica.isUnknown()) {
            return replica.toField();
        }
        return replica.isTrue() ? Absent.ABSENT : ofStorage(database, RdsCluster::retention, RETENTION);
    }

    private static Tri isSet(Attributes database, String attribute) {
        return Tri.ask(database.get(attribute), it -> Tri.of(it instanceof String));
    }
}
