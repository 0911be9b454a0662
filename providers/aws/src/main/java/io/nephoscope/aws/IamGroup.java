package io.nephoscope.aws;

import static io.nephoscope.aws.Services.IAM;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;

/** Groups of IAM. */
final class IamGroup {
    private static final AwsCall<IamClient, Page, ListGroupsResponse> LIST = IAM.list(
            "ListGroups",
            holding("Groups").each("Arn", "GroupName"),
            Defaults.NARROW_NOTHING,
            (iam, page) -> iam.listGroups(list -> list.maxItems(1_000).marker(page.token())));

    static final AssetType TYPE = AssetType.named("aws.iam.group", "IAM group", Kinds.GROUP)
            .oncePerAccount()
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.iam.group", Group::builder),
                    ListGroupsResponse::groups,
                    ListGroupsResponse::marker))
            .nativeId("Arn")
            .name("GroupName")
            .neverTagged()
            .build();

    private IamGroup() {}
}
