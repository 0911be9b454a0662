package io.nephoscope.aws;

import static io.nephoscope.aws.Services.IAM;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.identity.CredentialReport;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Users of IAM. The root user is none of them: it belongs to {@link Account}. */
final class IamUser {
    private static final int PAGE = 1_000;

    private static final AwsCall<IamClient, Page, ListUsersResponse> LIST = IAM.read(
            "ListUsers",
            holding("Users").each("Arn", "UserName"),
            (iam, page) -> iam.listUsers(list -> list.maxItems(PAGE).marker(page.token())));

    private static final AwsCall<IamClient, Page, GetAccountAuthorizationDetailsResponse> AUTHORIZATION = IAM.read(
            "GetAccountAuthorizationDetails",
            holding("UserDetailList").each("Arn", "AttachedManagedPolicies"),
            (iam, page) -> iam.getAccountAuthorizationDetails(
                    get -> get.filter(EntityType.USER).maxItems(PAGE).marker(page.token())));

    private static final Struct DETAILS = SdkDocs.schema("aws.iam.user.details", UserDetail::builder);

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
            .detail(authorization(
                    "AttachedManagedPolicies",
                    DETAILS.field("AttachedManagedPolicies").orElseThrow()))
            .detail(authorization(
                    "UserPolicyList",
                    Schema.listOf(Schema.struct("aws.iam.user.UserPolicyList", "PolicyName", Schema.Scalar.STRING))))
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
                .orElseGet(() -> CredentialReports.GET.unusable("the credential report has no row of this user"));
    }

    private static Detail authorization(String attribute, Schema schema) {
        return new Detail(
                attribute,
                schema,
                List.of(AUTHORIZATION.operation().per(Per.ACCOUNT)),
                (site, user) -> authorizations(site)
                        .then(users -> Optional.ofNullable(users.get(user.text("Arn")))
                                .map(Outcome::value)
                                .orElseGet(() -> AUTHORIZATION.unusable("the answer does not have this user")))
                        .map(details -> details.list(attribute)));
    }

    /** The policies of every user by ARN, asked once; of policies that stand with the user, the name and not the text. */
    private static Outcome<Map<String, Doc>> authorizations(Site site) {
        return site.once(
                AUTHORIZATION.operation(),
                "by ARN",
                () -> AwsListing.all(
                                AUTHORIZATION,
                                site,
                                page -> page.userDetailList().stream()
                                        .map(IamUser::withoutTexts)
                                        .toList(),
                                GetAccountAuthorizationDetailsResponse::marker)
                        .map(users -> {
                            Map<String, Doc> byArn = new HashMap<>();
                            users.forEach(user -> byArn.put(user.text("Arn"), user));
                            return byArn;
                        }));
    }

    private static UserDetail withoutTexts(UserDetail user) {
        List<PolicyDetail> names = user.userPolicyList().stream()
                .map(policy ->
                        PolicyDetail.builder().policyName(policy.policyName()).build())
                .toList();
        return user.toBuilder().userPolicyList(names).build();
    }
}
