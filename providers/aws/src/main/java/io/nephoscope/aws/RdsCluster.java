package io.nephoscope.aws;

import static io.nephoscope.aws.Services.RDS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.aws.sdk.SharedListing;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

/**
 * Clusters of RDS: those of Aurora, Multi-AZ clusters, and those of Neptune and DocumentDB, which the same call lists. Storage and backups
 * are the cluster's, with or without members; addresses are each member's, save those of Multi-AZ clusters. Clusters that others share
 * with the account are not listed: they are theirs to mend.
 */
final class RdsCluster {
    static final String NAME = "aws.rds.db_cluster";
    static final String ID = "DBClusterIdentifier";
    private static final String STATUS = "Status";
    private static final String ENCRYPTED = "StorageEncrypted";
    private static final String RETENTION = "BackupRetentionPeriod";
    private static final String REPLICATED = "ReplicationSourceIdentifier";
    private static final Set<String> GONE = Set.of("deleting");

    private static final AwsCall<RdsClient, Page, DescribeDbClustersResponse> LIST = RDS.list(
            "DescribeDBClusters",
            holding("DBClusters").each("DBClusterIdentifier", "Status", "StorageEncrypted"),
            Defaults.NARROW_NOTHING,
            (rds, page) -> rds.describeDBClusters(list -> list.maxRecords(100).marker(page.token())));

    static final SharedListing<DescribeDbClustersResponse> ALL =
            new SharedListing<>(LIST, DescribeDbClustersResponse::dbClusters, DescribeDbClustersResponse::marker);

    static final AssetType TYPE = AssetType.named(NAME, "RDS database cluster", Kinds.DATABASE)
            .list(ALL.of(SdkDocs.schema(NAME, DBCluster::builder)))
            .nativeId(ID)
            .tags(Tags.in("TagList"), "TagList")
            .facet("encrypted", RdsCluster::encrypted, STATUS, ENCRYPTED)
            .door("public access", "Engine", "PubliclyAccessible")
            .facet("public", RdsCluster::isPublic, STATUS, "Engine", "PubliclyAccessible")
            .facet("backupRetentionDays", RdsCluster::retention, STATUS, RETENTION, REPLICATED)
            .relation(Linked.by("members", "aws.rds.db_instance", "DBClusterMembers", "DBInstanceIdentifier"))
            .relation(Linked.by("securityGroups", "aws.ec2.security_group", "VpcSecurityGroups", "VpcSecurityGroupId"))
            .build();

    private RdsCluster() {}

    static Object encrypted(Attributes cluster) {
        return standing(cluster, () -> cluster.get(ENCRYPTED));
    }

    /** A replica has no data of its own to back up: its source has. */
    static Object retention(Attributes cluster) {
        Tri replica = Tri.ask(cluster.get(REPLICATED), it -> Tri.of(it instanceof String));
        if (replica.isUnknown()) {
            return replica.toField();
        }
        return replica.isTrue() ? Absent.ABSENT : standing(cluster, () -> cluster.get(RETENTION));
    }

    /** Clusters of these engines have no address but those of their members. */
    private static Object isPublic(Attributes cluster) {
        Object engine = cluster.get("Engine");
        if (engine instanceof Unknown) {
            return engine;
        }
        boolean byMember = engine instanceof String named
                && Stream.of("aurora", "neptune", "docdb").anyMatch(named::startsWith);
        return byMember ? Absent.ABSENT : standing(cluster, () -> cluster.get("PubliclyAccessible"));
    }

    private static Object standing(Attributes cluster, Supplier<Object> facet) {
        return Gone.or(cluster.get(STATUS), GONE, facet);
    }
}
