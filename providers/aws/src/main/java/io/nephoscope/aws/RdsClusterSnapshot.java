package io.nephoscope.aws;

import static io.nephoscope.aws.Services.RDS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttributesResult;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

/**
 * Snapshots of clusters ({@link RdsCluster}), made by people and by RDS itself. Those that others share with the account are not
 * listed.
 */
final class RdsClusterSnapshot {
    private static final String NAME = "aws.rds.db_cluster_snapshot";
    private static final String ID = "DBClusterSnapshotIdentifier";
    private static final String ENCRYPTED = "StorageEncrypted";
    private static final String ATTRIBUTES = "DBClusterSnapshotAttributes";

    private static final AwsCall<RdsClient, Page, DescribeDbClusterSnapshotsResponse> LIST = RDS.list(
            "DescribeDBClusterSnapshots",
            holding("DBClusterSnapshots").each("DBClusterSnapshotIdentifier", "Status", ENCRYPTED),
            Defaults.NARROW_NOTHING,
            (rds, page) ->
                    rds.describeDBClusterSnapshots(list -> list.maxRecords(100).marker(page.token())));

    private static final AwsCall<RdsClient, String, DescribeDbClusterSnapshotAttributesResponse> SHARING = RDS.read(
                    "DescribeDBClusterSnapshotAttributes",
                    holding("DBClusterSnapshotAttributesResult.DBClusterSnapshotIdentifier"),
                    (RdsClient rds, String snapshot) ->
                            rds.describeDBClusterSnapshotAttributes(ask -> ask.dbClusterSnapshotIdentifier(snapshot)))
            .echoing(answer -> Optional.ofNullable(answer.dbClusterSnapshotAttributesResult())
                    .map(DBClusterSnapshotAttributesResult::dbClusterSnapshotIdentifier)
                    .orElse(""));

    static final AssetType TYPE = AssetType.named(NAME, "RDS cluster snapshot", Kinds.DATABASE_SNAPSHOT)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema(NAME, DBClusterSnapshot::builder),
                    DescribeDbClusterSnapshotsResponse::dbClusterSnapshots,
                    DescribeDbClusterSnapshotsResponse::marker))
            .nativeId(ID)
            .tags(Tags.in("TagList"), "TagList")
            .detail(RdsSharing.detail(
                    ATTRIBUTES,
                    SdkDocs.schema(NAME + "." + ATTRIBUTES, DBClusterSnapshotAttribute::builder),
                    SHARING,
                    ID,
                    answer -> Optional.ofNullable(answer.dbClusterSnapshotAttributesResult())
                            .map(DBClusterSnapshotAttributesResult::dbClusterSnapshotAttributes)))
            .door("public sharing", ATTRIBUTES)
            .facet(
                    "public",
                    snapshot -> RdsSharing.isPublic(snapshot, ENCRYPTED, ATTRIBUTES),
                    RdsSharing.STATUS,
                    RdsSharing.SNAPSHOT_TYPE,
                    ENCRYPTED,
                    ATTRIBUTES)
            .facet(
                    "encrypted",
                    snapshot -> RdsSharing.standing(snapshot, () -> snapshot.get(ENCRYPTED)),
                    RdsSharing.STATUS,
                    ENCRYPTED)
            .relation("cluster", RdsCluster.NAME, RdsCluster.ID)
            .build();

    private RdsClusterSnapshot() {}
}
