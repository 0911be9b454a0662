package io.nephoscope.aws;

import static io.nephoscope.aws.Services.KMS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.PublicAccess;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.ListResourceTagsResponse;
import software.amazon.awssdk.services.kms.model.Tag;

/** Keys of KMS: the customer's own, and those that AWS services made in the account. */
final class KmsKey {
    private static final AwsCall<KmsClient, Page, ListKeysResponse> LIST = KMS.list(
            "ListKeys",
            holding("Keys").each("KeyId", "KeyArn"),
            Defaults.NARROW_NOTHING,
            (kms, page) -> kms.listKeys(list -> list.limit(1_000).marker(page.token())));

    private static final AwsCall<KmsClient, String, DescribeKeyResponse> DESCRIBE = KMS.read(
                    "DescribeKey",
                    holding("KeyMetadata.KeyId", "KeyMetadata.KeyManager", "KeyMetadata.KeyState"),
                    (KmsClient kms, String key) -> kms.describeKey(describe -> describe.keyId(key)))
            .echoing(answer ->
                    answer.keyMetadata() == null ? "" : answer.keyMetadata().keyId());

    private static final AwsCall<KmsClient, String, GetKeyPolicyResponse> POLICY = KMS.read(
            "GetKeyPolicy",
            holding("Policy"),
            (kms, key) -> kms.getKeyPolicy(get -> get.keyId(key).policyName("default")));

    /** Keys that cannot rotate (asymmetric, HMAC, imported or in a store of the customer's own) answer that they do not know how. */
    private static final AwsCall<KmsClient, String, GetKeyRotationStatusResponse> ROTATION = KMS.read(
                    "GetKeyRotationStatus",
                    holding("KeyRotationEnabled"),
                    (KmsClient kms, String key) -> kms.getKeyRotationStatus(get -> get.keyId(key)))
            .unsupportedOn("UnsupportedOperationException");

    static final AssetType TYPE = AssetType.named("aws.kms.key", "KMS key", Kinds.KEY)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.kms.key", KeyListEntry::builder),
                    ListKeysResponse::keys,
                    ListKeysResponse::nextMarker))
            .nativeId("KeyId")
            .tags(key -> Tags.of(key.get(Tags.TAGS), "TagKey", "TagValue"), Tags.TAGS)
            .detail(Tags.paged(
                    KmsKey::tagsOf,
                    Tag::builder,
                    "KeyId",
                    ListResourceTagsResponse::tags,
                    ListResourceTagsResponse::nextMarker))
            .detail(AwsDetail.ofPart(
                    "KeyMetadata", DESCRIBE, KeyMetadata::builder, "KeyId", DescribeKeyResponse::keyMetadata))
            .detail(AwsDetail.of("KeyRotationStatus", ROTATION, GetKeyRotationStatusResponse::builder, "KeyId"))
            .detail(AwsDetail.ofPolicy("Policy", POLICY, "KeyId", GetKeyPolicyResponse::policy))
            // A grant names one principal, and never everybody.
            .door("key policy", "Policy")
            .facet("public", key -> publicAccess(key).isPublic(), "KeyArn", "Policy")
            .facet("publicBy", key -> publicAccess(key).ways(), "KeyArn", "Policy")
            .build();

    private KmsKey() {}

    private static AwsCall<KmsClient, Page, ListResourceTagsResponse> tagsOf(String key) {
        return KMS.read(
                "ListResourceTags",
                holding("Tags"),
                (kms, page) -> kms.listResourceTags(list -> list.keyId(key).marker(page.token())));
    }

    private static PublicAccess publicAccess(Attributes key) {
        return PublicGrants.of(key.get("Policy"), key.get("KeyArn"));
    }
}
