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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttributesResult;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/** Snapshots of database instances, made by people and by RDS itself. Those that others share with the account are not listed. */
final class RdsSnapshot {
    private static final String NAME = "aws.rds.db_snapshot";
    private static final String ID = "DBSnapshotIdentifier";
    private static final String ENCRYPTED = "Encrypted";
    private static final String ATTRIBUTES = "DBSnapshotAttributes";

    private static final String OF_BACKUP = "awsbackup";
    private static final List<AwsCall<RdsClient, Page, DescribeDbSnapshotsResponse>> LISTS =
            List.of(list(ask -> {}), list(ask -> ask.snapshotType(OF_BACKUP)));

    private static final AwsCall<RdsClient, String, DescribeDbSnapshotAttributesResponse> SHARING = RDS.read(
                    "DescribeDBSnapshotAttributes",
                    holding(
                            "DBSnapshotAttributesResult.DBSnapshotIdentifier",
                            "DBSnapshotAttributesResult.DBSnapshotAttributes"),
                    (RdsClient rds, String snapshot) ->
                            rds.describeDBSnapshotAttributes(ask -> ask.dbSnapshotIdentifier(snapshot)))
            .echoing(answer -> Optional.ofNullable(answer.dbSnapshotAttributesResult())
                    .map(DBSnapshotAttributesResult::dbSnapshotIdentifier)
                    .orElse(""));

    static final AssetType TYPE = AssetType.named(NAME, "RDS database snapshot", Kinds.DATABASE_SNAPSHOT)
            .list(AwsListing.ofParts(
                    LISTS,
                    SdkDocs.schema(NAME, DBSnapshot::builder),
                    DescribeDbSnapshotsResponse::dbSnapshots,
                    DescribeDbSnapshotsResponse::marker,
                    ID))
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
            .relation("instance", "aws.rds.db_instance", "DBInstanceIdentifier")
            .build();

    private RdsSnapshot() {}

    private static AwsCall<RdsClient, Page, DescribeDbSnapshotsResponse> list(
            Consumer<DescribeDbSnapshotsRequest.Builder> asking) {
        return RDS.list(
                "DescribeDBSnapshots",
                holding("DBSnapshots").each(ID, "SnapshotType", "Status", ENCRYPTED),
                Defaults.by("SnapshotType", "automated and manual", "automated and manual", OF_BACKUP),
                (rds, page) -> rds.describeDBSnapshots(
                        ask -> asking.accept(ask.maxRecords(100).marker(page.token()))));
    }
}
