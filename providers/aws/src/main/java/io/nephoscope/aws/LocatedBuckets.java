package io.nephoscope.aws;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;

/** Buckets with their owner, and with their region, which servers that only speak like S3 leave out of the listing. */
final class LocatedBuckets {
    private static final String REGION = "BucketRegion";

    private static final AwsCall<S3Client, String, GetBucketLocationResponse> LOCATION = Services.S3.read(
            "GetBucketLocation",
            Proof.named("LocationConstraint"),
            (s3, bucket) -> s3.getBucketLocation(get -> get.bucket(bucket)));

    private LocatedBuckets() {}

    /** @param buckets {@code s3:ListBuckets}, which lists those of the account that asks */
    static Listing of(Listing buckets) {
        return new Listing(
                buckets.schema().plus(buckets.schema().name(), Map.of(BucketFacets.OWNER, Schema.Scalar.STRING)),
                List.of(buckets.operations().get(0), LOCATION.operation()),
                (site, each) -> buckets.walk().list(site, bucket -> each.accept(located(site, bucket))));
    }

    private static Doc located(Site site, Doc bucket) {
        Doc owned = bucket.with(BucketFacets.OWNER, site.scope().account());
        return bucket.get(REGION) instanceof String
                ? owned
                : owned.with(
                        REGION,
                        LOCATION.at(site, bucket.text("Name"))
                                .map(LocatedBuckets::region)
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
