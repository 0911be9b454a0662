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
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.doc.Doc;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Roles of IAM. */
final class IamRole {
    private static final String TRUST = "AssumeRolePolicyDocument";

    private static final AwsCall<IamClient, Page, ListRolesResponse> LIST = IAM.list(
            "ListRoles",
            holding("Roles").each("Arn", "RoleName", "AssumeRolePolicyDocument"),
            Defaults.NARROW_NOTHING,
            (iam, page) -> iam.listRoles(list -> list.maxItems(1_000).marker(page.token())));

    static final AssetType TYPE = AssetType.named("aws.iam.role", "IAM role", Kinds.ROLE)
            .oncePerAccount()
            .list(AwsListing.ofDocs(
                    LIST,
                    SdkDocs.schema("aws.iam.role", Role::builder)
                            .without("PermissionsBoundary", "RoleLastUsed", "Tags")
                            .plus("aws.iam.role", Map.of(TRUST, Schema.Scalar.DYN)),
                    page -> page.roles().stream().map(IamRole::doc).toList(),
                    ListRolesResponse::marker))
            .nativeId("Arn")
            .name("RoleName")
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .detail(Tags.paged(
                    IamRole::tagsOf,
                    Tag::builder,
                    "RoleName",
                    ListRoleTagsResponse::tags,
                    ListRoleTagsResponse::marker))
            .build();

    private IamRole() {}

    private static AwsCall<IamClient, Page, ListRoleTagsResponse> tagsOf(String role) {
        return IAM.read(
                "ListRoleTags",
                holding("Tags"),
                (iam, page) -> iam.listRoleTags(
                        list -> list.roleName(role).maxItems(1_000).marker(page.token())));
    }

    private static Doc doc(Role role) {
        return SdkDocs.of(role)
                .with(
                        TRUST,
                        PolicyText.document(LIST, role.assumeRolePolicyDocument())
                                .toField());
    }
}
