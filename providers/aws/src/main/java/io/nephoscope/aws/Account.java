package io.nephoscope.aws;

import static io.nephoscope.aws.Services.EC2;
import static io.nephoscope.aws.Services.IAM;
import static io.nephoscope.aws.Services.STS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.Authorizations.Policies;
import io.nephoscope.aws.identity.CredentialReport;
import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The account itself, with what is set for it as a whole. Who asks may always ask which account it is. */
final class Account {
    /** Asked to know whom a scan reaches, and to list the one account that it reaches. */
    static final AwsCall<StsClient, String, GetCallerIdentityResponse> WHO_AM_I = STS.list(
            "GetCallerIdentity",
            "",
            holding("Account", "Arn"),
            Defaults.NARROW_NOTHING,
            (sts, nothing) -> sts.getCallerIdentity());

    private static final AwsCall<IamClient, String, GetAccountSummaryResponse> SUMMARY =
            IAM.read("GetAccountSummary", holding("SummaryMap.Users"), (iam, account) -> iam.getAccountSummary());

    private static final AwsCall<IamClient, String, GetAccountPasswordPolicyResponse> PASSWORD_POLICY = IAM.read(
                    "GetAccountPasswordPolicy",
                    holding(
                            "PasswordPolicy.MinimumPasswordLength",
                            "PasswordPolicy.RequireSymbols",
                            "PasswordPolicy.RequireNumbers",
                            "PasswordPolicy.RequireUppercaseCharacters",
                            "PasswordPolicy.RequireLowercaseCharacters",
                            "PasswordPolicy.ExpirePasswords"),
                    (IamClient iam, String account) -> iam.getAccountPasswordPolicy())
            .absentOn("NoSuchEntity");

    private static final AwsCall<Ec2Client, String, GetEbsEncryptionByDefaultResponse> EBS_ENCRYPTION = EC2.read(
            "GetEbsEncryptionByDefault",
            holding("EbsEncryptionByDefault"),
            (ec2, nothing) -> ec2.getEbsEncryptionByDefault(get -> {}));

    private static final String SUPPORT_POLICY = "iam::aws:policy/AWSSupportAccess";

    static final AssetType TYPE = AssetType.named("aws.account", "AWS account", Kinds.ACCOUNT)
            .oncePerAccount()
            .list(new Listing(
                    Schema.struct("aws.account", "Account", Schema.Scalar.STRING),
                    List.of(WHO_AM_I.operation()),
                    Account::list))
            .nativeId("Account")
            .tagsUntold(Text.of("the organization alone knows the tags of its accounts", "账号的标签只有组织知道"))
            .detail(AwsDetail.of(
                    "SummaryMap",
                    SUMMARY,
                    Schema.mapOf(Schema.Scalar.INT),
                    "Account",
                    answer -> SdkDocs.of(answer).get("SummaryMap")))
            .detail(AwsDetail.ofPart(
                    "PasswordPolicy",
                    PASSWORD_POLICY,
                    PasswordPolicy::builder,
                    "Account",
                    GetAccountPasswordPolicyResponse::passwordPolicy))
            .detail(AccountPublicAccessBlock.as("PublicAccessBlockConfiguration"))
            .detail(CredentialReports.detail("CredentialReport", CredentialReport.ROW, Account::rootCredentials))
            .detail(CredentialReports.detail("UsersWithPassword", Schema.Scalar.INT, Account::usersWithPassword))
            .detail(ebsEncryption())
            .detail(Authorizations.ofAccount("ManagedAdministrators", Policies.ATTACHED))
            .detail(Authorizations.ofAccount("InlineAdministrators", Policies.INLINE))
            .detail(supportRoles())
            .detail(trails())
            .relation("trails", "aws.cloudtrail.trail", "TrailARNs")
            .build();

    private Account() {}

    /** There is always one, whatever the account has signed up for. */
    private static Outcome<Integer> list(Site site, Consumer<Doc> each) {
        return WHO_AM_I.at(site, "").map(caller -> {
            each.accept(Doc.of("Account", caller.account()));
            return 1;
        });
    }

    private static Outcome<Doc> rootCredentials(CredentialReport report, Doc account) {
        return report.ofRoot()
                .map(Outcome::value)
                .orElseGet(() -> CredentialReports.GET.unusable(
                        Text.of("the credential report has no row of the root user", "凭证报告中没有根用户")));
    }

    private static Outcome<Long> usersWithPassword(CredentialReport report, Doc account) {
        return report.usersWithPassword()
                .map(Outcome::value)
                .orElseGet(() -> CredentialReports.GET.unusable(
                        Text.of("the credential report has rows that cannot be read", "凭证报告中有无法读取的行")));
    }

    /** Each region's answer stands by itself: one that was refused is unknown and leaves the others what they are. */
    private static Detail ebsEncryption() {
        String enabled = "Enabled";
        return new Detail(
                "EbsEncryptionByDefault",
                Schema.listOf(Schema.struct(
                        "aws.account.EbsEncryptionByDefault",
                        "Region",
                        Schema.Scalar.STRING,
                        enabled,
                        Schema.Scalar.BOOL)),
                List.of(
                        EBS_ENCRYPTION.operation().per(Per.REGION),
                        AwsConnection.REGIONS.operation().per(Per.ACCOUNT)),
                (site, account) -> AwsConnection.enabledRegions(site)
                        .map(regions -> DocList.copyOf(regions.stream()
                                .map(region -> Doc.of("Region", region, enabled, ebsEncryption(site.in(region))))
                                .toList())));
    }

    private static Object ebsEncryption(Site region) {
        return EBS_ENCRYPTION
                .at(region, "")
                .map(answer -> SdkDocs.of(answer).get("EbsEncryptionByDefault"))
                .toField();
    }

    private static Detail supportRoles() {
        Schema.Struct role = SdkDocs.schema("aws.account.SupportRoles", PolicyRole::builder);
        return new Detail(
                "SupportRoles",
                Schema.listOf(role),
                List.of(rolesWith(SUPPORT_POLICY).operation().per(Per.ASSET)),
                (site, account) -> {
                    String policy = "arn:" + site.client(AwsAccount.class).partition() + ":" + SUPPORT_POLICY;
                    return AwsListing.allOf(
                                    policy,
                                    rolesWith(policy),
                                    site,
                                    ListEntitiesForPolicyResponse::policyRoles,
                                    ListEntitiesForPolicyResponse::marker)
                            .map(DocList::copyOf);
                });
    }

    private static AwsCall<IamClient, Page, ListEntitiesForPolicyResponse> rolesWith(String policyArn) {
        return IAM.read(
                "ListEntitiesForPolicy",
                holding("PolicyRoles").each("RoleName"),
                (iam, page) -> iam.listEntitiesForPolicy(list -> list.policyArn(policyArn)
                        .entityFilter(EntityType.ROLE)
                        .policyUsageFilter(PolicyUsageType.PERMISSIONS_POLICY)
                        .maxItems(1_000)
                        .marker(page.token())));
    }

    /** A trail that records every region is named in each of them, so that the home region knows all that may cover the account. */
    private static Detail trails() {
        return new Detail(
                "TrailARNs",
                Schema.listOf(Schema.Scalar.STRING),
                List.of(CloudTrailTrail.LIST.operation().per(Per.ASSET)),
                (site, account) -> CloudTrailTrail.LIST
                        .at(site, Page.FIRST)
                        .then(answer ->
                                answer.trailList().stream().allMatch(trail -> trail != null && trail.trailARN() != null)
                                        ? Outcome.value(DocList.copyOf(answer.trailList().stream()
                                                .map(Trail::trailARN)
                                                .toList()))
                                        : CloudTrailTrail.LIST.unusable(
                                                Text.of("the answer has a trail without its ARN", "应答中有一条跟踪没有 ARN"))));
    }
}
