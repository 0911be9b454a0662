package io.nephoscope.aws;

import static io.nephoscope.aws.Services.RDS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttributesResult;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/** Snapshots of database instances, made by people and by RDS itself. Those that others share with the account are not listed. */
final class RdsSnapshot {
    private static final String NAME = "aws.rds.db_snapshot";
    private static final String ID = "DBSnapshotIdentifier";
    private static final String ATTRIBUTES = "DBSnapshotAttributes";

    private static final AwsCall<RdsClient, Page, DescribeDbSnapshotsResponse> LIST = RDS.read(
            "DescribeDBSnapshots",
            holding("DBSnapshots").each("DBSnapshotIdentifier", "SnapshotType", "Status", "Encrypted"),
            (rds, page) -> rds.describeDBSnapshots(list -> list.maxRecords(100).marker(page.token())));

    private static final AwsCall<RdsClient, String, DescribeDbSnapshotAttributesResponse> SHARING = RDS.read(
            "DescribeDBSnapshotAttributes",
            holding(
                    "DBSnapshotAttributesResult.DBSnapshotIdentifier",
                    "DBSnapshotAttributesResult.DBSnapshotAttributes"),
            (rds, snapshot) -> rds.describeDBSnapshotAttributes(ask -> ask.dbSnapshotIdentifier(snapshot)));

    static final AssetType TYPE = AssetType.named(NAME, "RDS database snapshot", Kinds.DATABASE_SNAPSHOT)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema(NAME, DBSnapshot::builder),
                    DescribeDbSnapshotsResponse::dbSnapshots,
                    DescribeDbSnapshotsResponse::marker))
            .nativeId(ID)
            .tags(Tags.in("TagList"), "TagList")
            .detail(RdsSharing.detail(
                    ATTRIBUTES,
                    SdkDocs.schema(NAME + "." + ATTRIBUTES, DBSnapshotAttribute::builder),
                    SHARING,
                    ID,
                    answer -> Optional.ofNullable(answer.dbSnapshotAttributesResult())
                            .map(DBSnapshotAttributesResult::dbSnapshotAttributes)))
            .door("public sharing", ATTRIBUTES)
            .facet(
                    "public",
                    snapshot -> RdsSharing.isPublic(snapshot, ATTRIBUTES),
                    RdsSharing.STATUS,
                    RdsSharing.SNAPSHOT_TYPE,
                    ATTRIBUTES)
            .facet(
                    "encrypted",
                    snapshot -> RdsSharing.standing(snapshot, () -> snapshot.get("Encrypted")),
                    RdsSharing.STATUS,
                    "Encrypted")
            .relation("instance", "aws.rds.db_instance", "DBInstanceIdentifier")
            .build();

    private RdsSnapshot() {}
}
