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
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/** Snapshots of database instances, made by people and by RDS itself. Those of clusters are a type of their own at RDS. */
final class RdsSnapshot {
    private static final String NAME = "aws.rds.db_snapshot";
    private static final String ID = "DBSnapshotIdentifier";
    private static final String TYPE_OF_SNAPSHOT = "SnapshotType";
    private static final String AUTOMATED = "automated";
    private static final String STATUS = "Status";
    private static final String ATTRIBUTES = "DBSnapshotAttributes";
    private static final Set<String> GONE = Set.of("deleting");

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
            .detail(new Detail(
                    ATTRIBUTES,
                    Schema.listOf(SdkDocs.schema(NAME + "." + ATTRIBUTES, DBSnapshotAttribute::builder)),
                    List.of(SHARING.operation().per(Per.ASSET)),
                    RdsSnapshot::attributes))
            .facet(
                    "public",
                    snapshot -> standing(snapshot, () -> isPublic(snapshot).toField()),
                    STATUS,
                    TYPE_OF_SNAPSHOT,
                    ATTRIBUTES)
            .facet("encrypted", snapshot -> standing(snapshot, () -> snapshot.get("Encrypted")), STATUS, "Encrypted")
            .relation("instance", "aws.rds.db_instance", "DBInstanceIdentifier")
            .build();

    private RdsSnapshot() {}

    /** RDS shares no snapshot that it makes by itself, so that there is nothing to ask. */
    private static Outcome<DocList> attributes(Site site, Doc snapshot) {
        if (snapshot.text(TYPE_OF_SNAPSHOT).equals(AUTOMATED)) {
            return Outcome.absent();
        }
        return SHARING.at(site, snapshot.text(ID))
                .then(answer -> answer.dbSnapshotAttributesResult() == null
                        ? SHARING.unusable("the answer leaves out the attributes that were asked for")
                        : Outcome.value(attributes(answer)));
    }

    private static DocList attributes(DescribeDbSnapshotAttributesResponse answer) {
        return DocList.copyOf(answer.dbSnapshotAttributesResult().dbSnapshotAttributes().stream()
                .map(SdkDocs::of)
                .toList());
    }

    private static Object standing(Attributes snapshot, Supplier<Object> facet) {
        return Gone.or(snapshot.get(STATUS), GONE, facet);
    }

    private static Tri isPublic(Attributes snapshot) {
        return Tri.ask(snapshot.get(TYPE_OF_SNAPSHOT), it -> Tri.of(!AUTOMATED.equals(it)))
                .and(() -> Tri.ask(snapshot.get(ATTRIBUTES), it -> Tri.of(isShared(it))));
    }

    private static boolean isShared(Object attributes) {
        return attributes instanceof DocList list
                && list.docs()
                        .filter(attribute -> attribute.text("AttributeName").equals("restore"))
                        .anyMatch(attribute ->
                                attribute.list("AttributeValues").texts().anyMatch("all"::equals));
    }
}
