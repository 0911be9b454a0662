package io.nephoscope.aws;

import static io.nephoscope.aws.Services.IAM;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.identity.AdminGrant;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.Tag;

/** The policies of IAM that a customer manages, each in its default version: the one that is in force. */
final class IamPolicy {
    private static final AwsCall<IamClient, Page, ListPoliciesResponse> LIST = IAM.list(
            "ListPolicies",
            holding("Policies").each("Arn", "PolicyName", "DefaultVersionId"),
            Defaults.by("Scope", "All", "Local"),
            (iam, page) -> iam.listPolicies(
                    list -> list.scope(PolicyScopeType.LOCAL).maxItems(1_000).marker(page.token())));

    static final AssetType TYPE = AssetType.named("aws.iam.policy", "Customer managed policy", Kinds.POLICY)
            .oncePerAccount()
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.iam.policy", Policy::builder).without("Description", "Tags"),
                    ListPoliciesResponse::policies,
                    ListPoliciesResponse::marker))
            .nativeId("Arn")
            .name("PolicyName")
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .detail(Tags.paged(
                    IamPolicy::tagsOf,
                    Tag::builder,
                    "Arn",
                    ListPolicyTagsResponse::tags,
                    ListPolicyTagsResponse::marker))
            .detail(Authorizations.ofPolicy("Document"))
            .facet("grantsAdmin", AdminGrant::of, "Arn", "Document")
            .build();

    private IamPolicy() {}

    private static AwsCall<IamClient, Page, ListPolicyTagsResponse> tagsOf(String policy) {
        return IAM.read(
                "ListPolicyTags",
                holding("Tags"),
                (iam, page) -> iam.listPolicyTags(
                        list -> list.policyArn(policy).maxItems(1_000).marker(page.token())));
    }
}
