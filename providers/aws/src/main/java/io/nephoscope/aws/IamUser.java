package io.nephoscope.aws;

import static io.nephoscope.aws.Services.IAM;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.Authorizations.Policies;
import io.nephoscope.aws.identity.CredentialReport;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** Users of IAM. The root user is none of them: it belongs to {@link Account}. */
final class IamUser {
    private static final int PAGE = 1_000;

    private static final AwsCall<IamClient, Page, ListUsersResponse> LIST = IAM.list(
            "ListUsers",
            holding("Users").each("Arn", "UserName"),
            Defaults.NARROW_NOTHING,
            (iam, page) -> iam.listUsers(list -> list.maxItems(PAGE).marker(page.token())));

    static final AssetType TYPE = AssetType.named("aws.iam.user", "IAM user", Kinds.USER)
            .oncePerAccount()
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.iam.user", User::builder).without("PermissionsBoundary", "Tags"),
                    ListUsersResponse::users,
                    ListUsersResponse::marker))
            .nativeId("Arn")
            .name("UserName")
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .detail(Tags.paged(
                    IamUser::tagsOf,
                    Tag::builder,
                    "UserName",
                    ListUserTagsResponse::tags,
                    ListUserTagsResponse::marker))
            .detail(CredentialReports.detail("CredentialReport", CredentialReport.ROW, IamUser::credentials))
            .detail(Authorizations.ofUser("AttachedManagedPolicies", Policies.ATTACHED))
            .detail(Authorizations.ofUser("UserPolicyList", Policies.INLINE))
            .build();

    private IamUser() {}

    private static AwsCall<IamClient, Page, ListUserTagsResponse> tagsOf(String user) {
        return IAM.read(
                "ListUserTags",
                holding("Tags"),
                (iam, page) -> iam.listUserTags(
                        list -> list.userName(user).maxItems(1_000).marker(page.token())));
    }

    /** A report that is older than the user has no row of it. */
    private static Outcome<Doc> credentials(CredentialReport report, Doc user) {
        return report.ofUser(user.text("Arn"))
                .map(Outcome::value)
                .orElseGet(() -> CredentialReports.GET.unusable(
                        Text.of("the credential report has no row of this user", "凭证报告中没有该用户")));
    }
}
