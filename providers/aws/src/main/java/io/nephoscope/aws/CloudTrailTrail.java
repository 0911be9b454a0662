package io.nephoscope.aws;

import static io.nephoscope.aws.Services.CLOUDTRAIL;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.identity.TrailCoverage;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTagsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ResourceTag;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * Trails of CloudTrail. Every region names the trails that record it, an organisation's among them: one that records many regions is
 * still one asset, in its home region, where its details are asked for by ARN, since a member account knows an organisation's
 * trail by nothing else.
 */
final class CloudTrailTrail {
    private static final String TAGS_LIST = "TagsList";

    static final AwsCall<CloudTrailClient, Page, DescribeTrailsResponse> LIST = CLOUDTRAIL.list(
            "DescribeTrails",
            holding("trailList").each("TrailARN", "HomeRegion", "IsMultiRegionTrail"),
            Defaults.by("IncludeShadowTrails", "true", "true"),
            (trails, page) -> trails.describeTrails(list -> list.includeShadowTrails(true)));

    private static final AwsCall<CloudTrailClient, String, GetTrailStatusResponse> STATUS = CLOUDTRAIL.read(
            "GetTrailStatus", holding("IsLogging"), (trails, arn) -> trails.getTrailStatus(get -> get.name(arn)));

    private static final AwsCall<CloudTrailClient, String, GetEventSelectorsResponse> SELECTORS = CLOUDTRAIL.read(
            "GetEventSelectors",
            holding("TrailARN", "EventSelectors|AdvancedEventSelectors"),
            (trails, arn) -> trails.getEventSelectors(get -> get.trailName(arn)));

    private static final AwsCall<CloudTrailClient, String, ListTagsResponse> TAGS = CLOUDTRAIL.read(
            "ListTags", holding("ResourceTagList"), (trails, arn) -> trails.listTags(list -> list.resourceIdList(arn)));

    private static final String[] RECORDED =
            new String[] {"IsMultiRegionTrail", "TrailStatus", "EventSelectors", "AdvancedEventSelectors"};

    static final AssetType TYPE = AssetType.named("aws.cloudtrail.trail", "CloudTrail trail", Kinds.TRAIL)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.cloudtrail.trail", Trail::builder),
                    DescribeTrailsResponse::trailList,
                    AwsListing.onePage()))
            .nativeId("TrailARN")
            .name("Name")
            .region(trail -> Optional.of(trail.text("HomeRegion")).filter(it -> !it.isEmpty()))
            .tags(Tags.orNone(TAGS_LIST), TAGS_LIST)
            .detail(Tags.detail(
                    TAGS_LIST,
                    TAGS,
                    Schema.listOf(SdkDocs.schema(TAGS_LIST, Tag::builder)),
                    "TrailARN",
                    answer -> answer.resourceTagList().stream()
                            .findFirst()
                            .map(ResourceTag::tagsList)
                            .orElse(null)))
            .detail(AwsDetail.of("TrailStatus", STATUS, GetTrailStatusResponse::builder, "TrailARN"))
            .detail(selectors("EventSelectors"))
            .detail(selectors("AdvancedEventSelectors"))
            .facet("coversAllRegions", TrailCoverage::complete, RECORDED)
            .facet("coverageGaps", TrailCoverage::gaps, RECORDED)
            .facet(
                    "logValidated",
                    trail -> Tri.isTrue(trail.get("LogFileValidationEnabled")).toField(),
                    "LogFileValidationEnabled")
            .facet(
                    "encrypted",
                    trail -> Tri.ask(trail.get("KmsKeyId"), key -> Tri.of(key instanceof String id && !id.isEmpty()))
                            .toField(),
                    "KmsKeyId")
            .relationAnywhere("bucket", "aws.s3.bucket", "S3BucketName")
            .build();

    private CloudTrailTrail() {}

    /** A trail has basic or advanced selectors: one answer holds both. */
    private static Detail selectors(String attribute) {
        Struct answer = SdkDocs.schema("aws.cloudtrail.trail.selectors", GetEventSelectorsResponse::builder);
        return new Detail(
                attribute,
                answer.field(attribute).orElseThrow(),
                List.of(SELECTORS.operation().per(Per.ASSET)),
                (site, trail) -> SELECTORS
                        .onceAt(site, trail.text("TrailARN"))
                        .map(SdkDocs::of)
                        .map(selectors -> selectors.get(attribute)));
    }
}
