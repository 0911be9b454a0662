package io.nephoscope.aws;

import io.nephoscope.aws.policy.InsecureTransport;
import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.inventory.AclGrants;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;

/** What a bucket's settings come to, taken together. */
final class BucketFacets {
    private static final String BLOCK = "PublicAccessBlockConfiguration";
    private static final String ACCOUNT_BLOCK = "AccountPublicAccessBlockConfiguration";

    private BucketFacets() {}

    /** The attributes behind {@link #publicAccess}. */
    static String[] publicInputs() {
        return new String[] {"Name", "Acl", "OwnershipControls", "Policy", BLOCK, ACCOUNT_BLOCK};
    }

    /**
     * The ways by which anyone may use the bucket in effect. A setting of the account counts as the bucket's own does. What exists
     * already is undone by IgnorePublicAcls and RestrictPublicBuckets only; the other two settings refuse what is new.
     */
    static PublicAccess publicAccess(Attributes bucket) {
        PublicAccess byPolicy = PublicGrants.ofMany(bucket.get("Policy"), arns(bucket));
        PublicAccess byAcl = AclGrants.of(bucket.get("Acl"), "s3:GetBucketAcl");
        return byPolicy.unless(isBlocked(bucket, "RestrictPublicBuckets"))
                .and(byAcl.unless(aclsAreDisabled(bucket).or(() -> isBlocked(bucket, "IgnorePublicAcls"))));
    }

    private static List<String> arns(Attributes bucket) {
        String arn = "arn:aws:s3:::" + bucket.get("Name");
        return List.of(arn, arn + "/*");
    }

    private static Tri isBlocked(Attributes bucket, String setting) {
        return isOn(bucket.get(BLOCK), setting).or(() -> isOn(bucket.get(ACCOUNT_BLOCK), setting));
    }

    private static Tri isOn(Object block, String setting) {
        return Tri.ask(block, known -> known instanceof Doc settings ? Tri.isTrue(settings.get(setting)) : Tri.FALSE);
    }

    /** A bucket without ownership controls is an old one, whose ACLs work. */
    private static Tri aclsAreDisabled(Attributes bucket) {
        return Tri.ask(
                bucket.get("OwnershipControls"),
                known -> Tri.of(known instanceof Doc controls
                        && controls.list("Rules")
                                .docs()
                                .anyMatch(rule -> AwsDetail.is(rule, "ObjectOwnership", "BucketOwnerEnforced"))));
    }

    static Object insecureTransportDenied(Attributes bucket) {
        return InsecureTransport.isDenied(bucket.get("Policy"), String.valueOf(bucket.get("Name")))
                .toField();
    }

    static Object accessLogged(Attributes bucket) {
        return Tri.ask(
                        bucket.get("LoggingEnabled"),
                        known -> Tri.of(known instanceof Doc logging
                                && !logging.text("TargetBucket").isEmpty()))
                .toField();
    }

    static Object versioned(Attributes bucket) {
        return Tri.ask(bucket.get("Versioning"), known -> Tri.of(AwsDetail.is(known, "Status", "Enabled")))
                .toField();
    }
}
