package io.nephoscope.aws;

import static io.nephoscope.aws.Services.EC2;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.NamingList;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;

/** Snapshots of EBS volumes that belong to the account; those that others share with it are theirs to mend. */
final class Ec2Snapshot {
    private static final String ID = "SnapshotId";
    private static final String EVERYBODY = "all";
    private static final String NAMED = "RestorableByAll";
    private static final String PERMISSIONS = "CreateVolumePermissions";
    private static final String BLOCK = "SnapshotBlockPublicAccessState";

    /** What is shared with everybody stays so called, and is private all the same; any other block refuses what is new. */
    private static final String ALL_SHARING = "block-all-sharing";

    private static final AwsCall<Ec2Client, Page, DescribeSnapshotsResponse> LIST = list(ask -> {});

    /** Those of one's own that everybody may restore. AWS says of no other that it is public, and emulators of all. */
    private static final NamingList<DescribeSnapshotsResponse> RESTORABLE = new NamingList<>(
            list(ask -> ask.restorableByUserIds(EVERYBODY)),
            DescribeSnapshotsResponse::snapshots,
            DescribeSnapshotsResponse::nextToken,
            ID,
            "StartTime");

    private static final AwsCall<Ec2Client, String, DescribeSnapshotAttributeResponse> SHARING = EC2.read(
                    "DescribeSnapshotAttribute",
                    holding(ID, PERMISSIONS),
                    (Ec2Client ec2, String snapshot) -> ec2.describeSnapshotAttribute(
                            ask -> ask.snapshotId(snapshot).attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)))
            .echoing(DescribeSnapshotAttributeResponse::snapshotId);

    private static final AwsCall<Ec2Client, String, GetSnapshotBlockPublicAccessStateResponse> BLOCKED = EC2.read(
            "GetSnapshotBlockPublicAccessState",
            holding("State"),
            (ec2, nothing) -> ec2.getSnapshotBlockPublicAccessState(get -> {}));

    static final AssetType TYPE = AssetType.named("aws.ec2.snapshot", "EBS snapshot", Kinds.DISK_SNAPSHOT)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.ec2.snapshot", Snapshot::builder),
                    DescribeSnapshotsResponse::snapshots,
                    DescribeSnapshotsResponse::nextToken))
            .nativeId(ID)
            .name(Tags.name(Tags.TAGS), Tags.TAGS)
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .detail(RESTORABLE.as(NAMED))
            .detail(AwsDetail.of(
                    PERMISSIONS,
                    SHARING,
                    Schema.listOf(SdkDocs.schema("aws.ec2.snapshot." + PERMISSIONS, CreateVolumePermission::builder)),
                    ID,
                    Ec2Snapshot::permissions))
            .detail(new Detail(
                    BLOCK,
                    Schema.Scalar.STRING,
                    List.of(BLOCKED.operation().per(Per.REGION)),
                    (site, snapshot) -> BLOCKED.onceAt(site, "")
                            .then(answer -> answer.state() == null
                                    ? BLOCKED.unusable(
                                            Text.of("the answer leaves out the state that was asked for", "应答缺少所请求的状态"))
                                    : Outcome.value(answer.stateAsString()))))
            .door("permission to create volumes", NAMED, PERMISSIONS)
            .facet("public", Ec2Snapshot::isPublic, NAMED, PERMISSIONS, BLOCK)
            .seldom(PERMISSIONS, BLOCK)
            .facet("encrypted", "Encrypted")
            .build();

    private Ec2Snapshot() {}

    private static AwsCall<Ec2Client, Page, DescribeSnapshotsResponse> list(
            Consumer<DescribeSnapshotsRequest.Builder> asking) {
        return EC2.list(
                "DescribeSnapshots",
                holding("Snapshots").each(ID, "Encrypted"),
                Defaults.by("OwnerIds", "everybody who lets this account see them", "self"),
                (ec2, page) -> ec2.describeSnapshots(ask ->
                        asking.accept(ask.ownerIds("self").maxResults(1_000).nextToken(page.token()))));
    }

    /**
     * Only what is named among those that everybody may restore need be asked for its permissions, which decide; only for what they
     * open does it matter what the region blocks.
     */
    private static Object isPublic(Attributes snapshot) {
        return Tri.ask(
                        snapshot.get(NAMED),
                        named -> named.equals(false)
                                ? Tri.FALSE
                                : Tri.ask(snapshot.get(PERMISSIONS), it -> Tri.of(isShared(it))))
                .and(() -> Tri.ask(snapshot.get(BLOCK), it -> Tri.of(!it.equals(ALL_SHARING))))
                .toField();
    }

    private static DocList permissions(DescribeSnapshotAttributeResponse answer) {
        return DocList.copyOf(
                answer.createVolumePermissions().stream().map(SdkDocs::of).toList());
    }

    /** The one group there is holds every account of AWS. */
    private static boolean isShared(Object permissions) {
        return permissions instanceof DocList list
                && list.docs().anyMatch(permission -> permission.text("Group").equals(EVERYBODY));
    }
}
