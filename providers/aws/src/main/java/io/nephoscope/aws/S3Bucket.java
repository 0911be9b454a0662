package io.nephoscope.aws;

import static io.nephoscope.aws.Services.S3;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** General purpose buckets of S3: listed once for the account, detailed in the region where each lives. */
final class S3Bucket {
    /** With a page size, ListBuckets names each bucket's region. */
    private static final AwsCall<S3Client, Page, ListBucketsResponse> LIST = S3.read(
            "ListBuckets",
            "s3:ListAllMyBuckets",
            (s3, page) -> s3.listBuckets(list -> list.maxBuckets(1_000).continuationToken(page.token())));

    private static final AwsCall<S3Client, String, GetBucketVersioningResponse> VERSIONING =
            S3.read("GetBucketVersioning", (s3, bucket) -> s3.getBucketVersioning(get -> get.bucket(bucket)));

    private static final AwsCall<S3Client, String, GetBucketLocationResponse> LOCATION =
            S3.read("GetBucketLocation", (s3, bucket) -> s3.getBucketLocation(get -> get.bucket(bucket)));

    private static final Listing BUCKETS = AwsListing.of(
            LIST,
            SdkDocs.schema("aws.s3.bucket", Bucket::builder),
            ListBucketsResponse::buckets,
            ListBucketsResponse::continuationToken);

    static final AssetType TYPE = AssetType.named("aws.s3.bucket", "S3 bucket", Kinds.BUCKET)
            .oncePerAccount()
            .list(new Listing(
                    BUCKETS.schema(),
                    List.of(LIST.operation(), LOCATION.operation()),
                    (site, each) -> BUCKETS.walk().list(site, bucket -> each.accept(located(site, bucket)))))
            .nativeId("Name")
            .region(bucket -> Optional.of(bucket.text("BucketRegion")).filter(it -> !it.isEmpty()))
            .detail(AwsDetail.of("Versioning", VERSIONING, GetBucketVersioningResponse::builder, "Name"))
            .facet(
                    "versioned",
                    bucket -> Tri.ask(bucket.get("Versioning"), it -> Tri.of(AwsDetail.is(it, "Status", "Enabled")))
                            .toField(),
                    "Versioning")
            .build();

    private S3Bucket() {}

    /** A bucket with its region, which servers that only speak like S3 leave out of the listing. */
    private static Doc located(Site site, Doc bucket) {
        return bucket.get("BucketRegion") instanceof String
                ? bucket
                : bucket.with(
                        "BucketRegion",
                        LOCATION.at(site, bucket.text("Name"))
                                .map(S3Bucket::region)
                                .toField());
    }

    /** The oldest regions have names of their own as locations: none for us-east-1, EU for eu-west-1. */
    private static String region(GetBucketLocationResponse location) {
        String name = location.locationConstraintAsString();
        if (name == null || name.isEmpty()) {
            return "us-east-1";
        }
        return name.equals("EU") ? "eu-west-1" : name;
    }
}
