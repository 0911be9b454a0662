package io.nephoscope.aws;

import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.inventory.AclGrants;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.function.Supplier;

/** What a bucket's settings come to, taken together. */
final class BucketFacets {
    /** Whose the bucket is: {@code s3:ListBuckets} lists those of the account that asks. */
    static final String OWNER = "BucketAccountId";

    static final String OWNERSHIP = "OwnershipControls";
    static final String BLOCK = "PublicAccessBlockConfiguration";
    static final String ACCOUNT_BLOCK = "AccountPublicAccessBlockConfiguration";

    private static final List<String> SETTINGS =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    private BucketFacets() {}

    /**
     * The ways by which anyone may use the bucket in effect. A setting of the account counts as the bucket's own does. What exists
     * already is undone by IgnorePublicAcls and RestrictPublicBuckets only; the other two settings refuse what is new.
     */
    static PublicAccess publicAccess(Attributes bucket) {
        return unlessBlocked(
                        bucket,
                        "RestrictPublicBuckets",
                        () -> PublicGrants.ofMany(bucket.get("Policy"), arns(bucket))
                                .and(AccessPointFacets.publicAccess(bucket)))
                .and(unlessBlocked(
                        bucket,
                        "IgnorePublicAcls",
                        () -> AclGrants.of(bucket.get("Acl"), "s3:GetBucketAcl")
                                .unless(() -> aclsAreDisabled(bucket))));
    }

    /** What the account blocks is not asked of the bucket, and what lets nobody in is not asked whether it is blocked there. */
    private static PublicAccess unlessBlocked(Attributes bucket, String setting, Supplier<PublicAccess> ways) {
        Tri byAccount = isOn(bucket.get(ACCOUNT_BLOCK), setting);
        return byAccount.isTrue()
                ? PublicAccess.NONE
                : ways.get().unless(() -> byAccount.or(() -> isOn(bucket.get(BLOCK), setting)));
    }

    static List<String> arns(Attributes bucket) {
        String arn = "arn:aws:s3:::" + bucket.get("Name");
        return List.of(arn, arn + "/*");
    }

    /** The four settings as they are in force: what the account turns on is on, whatever the bucket has. */
    static Object publicAccessBlock(Attributes bucket) {
        Doc.Builder inForce = Doc.builder();
        SETTINGS.forEach(setting -> inForce.put(
                setting,
                isOn(bucket.get(ACCOUNT_BLOCK), setting)
                        .or(() -> isOn(bucket.get(BLOCK), setting))
                        .toField()));
        return inForce.build();
    }

    static Tri isOn(Object block, String setting) {
        return Tri.ask(block, known -> known instanceof Doc settings ? Tri.isTrue(settings.get(setting)) : Tri.FALSE);
    }

    /** A bucket without ownership controls is an old one, whose ACLs work. */
    private static Tri aclsAreDisabled(Attributes bucket) {
        return Tri.ask(
                bucket.get(OWNERSHIP),
                known -> Tri.of(known instanceof Doc controls
                        && controls.list("Rules")
                                .docs()
                                .anyMatch(rule -> rule.text("ObjectOwnership").equals("BucketOwnerEnforced"))));
    }
}
