package io.nephoscope.aws;

import static io.nephoscope.aws.Services.S3;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

/** General purpose buckets of S3: listed once for the account, detailed in the region where each lives. */
final class S3Bucket {
    private static final String TAG_SET = "TagSet";

    /** With a page size, ListBuckets names each bucket's region. */
    private static final AwsCall<S3Client, Page, ListBucketsResponse> LIST = S3.list(
            "ListBuckets",
            "s3:ListAllMyBuckets",
            holding("Buckets").in("ListAllMyBucketsResult").each("Name"),
            Defaults.NARROW_NOTHING,
            (s3, page) -> s3.listBuckets(list -> list.maxBuckets(1_000).continuationToken(page.token())));

    private static final AwsCall<S3Client, String, GetBucketLocationResponse> LOCATION = S3.read(
            "GetBucketLocation",
            Proof.named("LocationConstraint"),
            (s3, bucket) -> s3.getBucketLocation(get -> get.bucket(bucket)));

    private static final AwsCall<S3Client, String, GetBucketAclResponse> ACL = S3.read(
            "GetBucketAcl",
            holding("Owner", "Grants").in("AccessControlPolicy"),
            (s3, bucket) -> s3.getBucketAcl(get -> get.bucket(bucket)));

    private static final AwsCall<S3Client, String, GetBucketEncryptionResponse> ENCRYPTION = S3.read(
                    "GetBucketEncryption",
                    "s3:GetEncryptionConfiguration",
                    holding("ServerSideEncryptionConfiguration.Rules"),
                    (S3Client s3, String bucket) -> s3.getBucketEncryption(get -> get.bucket(bucket)))
            .absentOn("ServerSideEncryptionConfigurationNotFoundError");

    private static final AwsCall<S3Client, String, GetBucketLoggingResponse> LOGGING = S3.read(
            "GetBucketLogging",
            Proof.named("BucketLoggingStatus"),
            (s3, bucket) -> s3.getBucketLogging(get -> get.bucket(bucket)));

    private static final AwsCall<S3Client, String, GetBucketOwnershipControlsResponse> OWNERSHIP = S3.read(
                    "GetBucketOwnershipControls",
                    holding("OwnershipControls.Rules"),
                    (S3Client s3, String bucket) -> s3.getBucketOwnershipControls(get -> get.bucket(bucket)))
            .absentOn("OwnershipControlsNotFoundError");

    private static final AwsCall<S3Client, String, GetBucketPolicyResponse> POLICY = S3.read(
                    "GetBucketPolicy",
                    holding("Policy"),
                    (S3Client s3, String bucket) -> s3.getBucketPolicy(get -> get.bucket(bucket)))
            .absentOn("NoSuchBucketPolicy");

    private static final AwsCall<S3Client, String, GetPublicAccessBlockResponse> BLOCK = S3.read(
                    "GetPublicAccessBlock",
                    "s3:GetBucketPublicAccessBlock",
                    AccountPublicAccessBlock.ALL_FOUR,
                    (S3Client s3, String bucket) -> s3.getPublicAccessBlock(get -> get.bucket(bucket)))
            .absentOn(AccountPublicAccessBlock.NONE);

    private static final AwsCall<S3Client, String, GetBucketTaggingResponse> TAGGING = S3.read(
                    "GetBucketTagging",
                    holding("TagSet").in("Tagging"),
                    (S3Client s3, String bucket) -> s3.getBucketTagging(get -> get.bucket(bucket)))
            .absentOn("NoSuchTagSet");

    private static final AwsCall<S3Client, String, GetBucketVersioningResponse> VERSIONING = S3.read(
            "GetBucketVersioning",
            Proof.named("VersioningConfiguration"),
            (s3, bucket) -> s3.getBucketVersioning(get -> get.bucket(bucket)));

    private static final Listing BUCKETS = AwsListing.of(
            LIST,
            SdkDocs.schema("aws.s3.bucket", Bucket::builder),
            ListBucketsResponse::buckets,
            ListBucketsResponse::continuationToken);

    static final AssetType TYPE = AssetType.named("aws.s3.bucket", "S3 bucket", Kinds.BUCKET)
            .oncePerAccount()
            .list(new Listing(
                    BUCKETS.schema().plus("aws.s3.bucket", Map.of(BucketFacets.OWNER, Schema.Scalar.STRING)),
                    List.of(LIST.operation(), LOCATION.operation()),
                    (site, each) -> BUCKETS.walk().list(site, bucket -> each.accept(located(site, bucket)))))
            .nativeId("Name")
            .uniqueInAccount()
            .tags(Tags.orNone(TAG_SET), TAG_SET)
            .region(bucket -> Optional.of(bucket.text("BucketRegion")).filter(it -> !it.isEmpty()))
            .detail(AccessPoints.inOneRegion())
            .detail(AccessPoints.inManyRegions())
            .detail(AccessPoints.ofOthers())
            .detail(AwsDetail.of("Acl", ACL, GetBucketAclResponse::builder, "Name"))
            .detail(AccountPublicAccessBlock.as(BucketFacets.ACCOUNT_BLOCK))
            .detail(AwsDetail.ofPart(
                    "LoggingEnabled",
                    LOGGING,
                    LoggingEnabled::builder,
                    "Name",
                    GetBucketLoggingResponse::loggingEnabled))
            .detail(AwsDetail.ofPart(
                    BucketFacets.OWNERSHIP,
                    OWNERSHIP,
                    OwnershipControls::builder,
                    "Name",
                    GetBucketOwnershipControlsResponse::ownershipControls))
            .detail(AwsDetail.ofPolicy("Policy", POLICY, "Name", GetBucketPolicyResponse::policy))
            .detail(AwsDetail.ofPart(
                    BucketFacets.BLOCK,
                    BLOCK,
                    PublicAccessBlockConfiguration::builder,
                    "Name",
                    GetPublicAccessBlockResponse::publicAccessBlockConfiguration))
            .detail(AwsDetail.ofPart(
                    "ServerSideEncryptionConfiguration",
                    ENCRYPTION,
                    ServerSideEncryptionConfiguration::builder,
                    "Name",
                    GetBucketEncryptionResponse::serverSideEncryptionConfiguration))
            .detail(Tags.detail(
                    TAG_SET,
                    TAGGING,
                    Schema.listOf(SdkDocs.schema(TAG_SET, Tag::builder)),
                    "Name",
                    GetBucketTaggingResponse::tagSet))
            .detail(AwsDetail.of("Versioning", VERSIONING, GetBucketVersioningResponse::builder, "Name"))
            .facet("accessLogged", BucketFacets::accessLogged, "LoggingEnabled")
            .facet("insecureTransportDenied", BucketFacets::insecureTransportDenied, "Name", "Policy")
            .facet("public", bucket -> BucketFacets.publicAccess(bucket).isPublic(), BucketFacets.publicInputs())
            .seldom(BucketFacets.OWNERSHIP, BucketFacets.BLOCK)
            .facet("publicBy", bucket -> BucketFacets.publicAccess(bucket).ways(), BucketFacets.publicInputs())
            .seldom(BucketFacets.OWNERSHIP, BucketFacets.BLOCK)
            .door("bucket policy", "Policy")
            .door("access control list", "Acl")
            .door("access points", AccessPoints.ONE_REGION)
            .door("Multi-Region Access Points", AccessPoints.MANY_REGIONS)
            .door("access points of other accounts", AccessPoints.OF_OTHERS)
            .ownFacet(
                    "publicAccessBlock",
                    BucketFacets.FOUR_SETTINGS,
                    BucketFacets::publicAccessBlock,
                    BucketFacets.ACCOUNT_BLOCK,
                    BucketFacets.BLOCK)
            .facet("versioned", BucketFacets::versioned, "Versioning")
            .build();

    private S3Bucket() {}

    /** A bucket with its owner, and with its region, which servers that only speak like S3 leave out of the listing. */
    private static Doc located(Site site, Doc bucket) {
        Doc owned = bucket.with(BucketFacets.OWNER, site.scope().account());
        return bucket.get("BucketRegion") instanceof String
                ? owned
                : owned.with(
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
