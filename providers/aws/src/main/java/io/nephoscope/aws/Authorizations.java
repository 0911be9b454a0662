package io.nephoscope.aws;

import static io.nephoscope.aws.Services.IAM;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.identity.AdminGrant;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;

/**
 * The policies that users, groups and roles hold, and those that the customer manages ({@code iam:GetAccountAuthorizationDetails}),
 * asked once for the account. Of a policy that stands with its holder only the name is kept, and whether it makes an administrator: its
 * text may hold what nobody should read.
 */
final class Authorizations {
    private static final String ARN = "Arn";
    private static final String VERSIONS = "Versions";
    private static final String POLICY_NAME = "PolicyName";
    private static final String POLICY_ARN = "PolicyArn";
    private static final String GRANTS_ADMIN = "GrantsAdmin";

    private static final AwsCall<IamClient, Page, GetAccountAuthorizationDetailsResponse> GET = IAM.read(
            "GetAccountAuthorizationDetails",
            holding("UserDetailList", "GroupDetailList", "RoleDetailList"),
            (iam, page) -> iam.getAccountAuthorizationDetails(get -> get.filter(
                            EntityType.USER, EntityType.GROUP, EntityType.ROLE, EntityType.LOCAL_MANAGED_POLICY)
                    .maxItems(1_000)
                    .marker(page.token())));

    private static final Facet ADMIN = new Facet(
            "grantsAdmin",
            List.of(ARN, "Document"),
            AdminGrant::of,
            GET.operation().call());

    /**
     * One of the two sorts of policies that a holder has.
     *
     * @param field what is kept of a policy besides its name
     */
    record Policies(String name, String field, Schema schema) {
        static final Policies ATTACHED = new Policies("attached", POLICY_ARN, Schema.Scalar.STRING);
        static final Policies INLINE = new Policies("inline", GRANTS_ADMIN, Schema.Scalar.BOOL);

        /** Whether a policy is an administrator's, or cannot be told from one. */
        private boolean mayGrantAdmin(Doc policy) {
            Object known = policy.get(field);
            return !known.equals(false)
                    && !(known instanceof String arn && !arn.endsWith(":iam::aws:policy/AdministratorAccess"));
        }
    }

    private Authorizations() {}

    /** The policies that a user holds. */
    static Detail ofUser(String attribute, Policies policies) {
        Schema policy = Schema.struct(
                "aws.iam.user." + attribute, POLICY_NAME, Schema.Scalar.STRING, policies.field, policies.schema);
        return detail(
                attribute,
                policy,
                (holders, user) -> Optional.ofNullable(holders.get(user.text(ARN)))
                        .map(holder -> Outcome.value(holder.list(policies.name())))
                        .orElseGet(() -> GET.unusable(Text.of("the answer does not have this user", "应答中没有该用户"))));
    }

    /** The text of a policy that the customer manages, in the version that its listing says is in force. */
    static Detail ofPolicy(String attribute) {
        return new Detail(
                attribute,
                Schema.Scalar.DYN,
                List.of(GET.operation().per(Per.ACCOUNT)),
                (site, policy) -> byArn(site).then(all -> {
                    Doc versions = Optional.ofNullable(all.get(policy.text(ARN)))
                            .map(known -> known.doc(VERSIONS))
                            .orElseGet(Doc::empty);
                    String inForce = policy.text("DefaultVersionId");
                    return versions.has(inForce)
                            ? PolicyText.decoded(GET, versions.text(inForce))
                            : GET.unusable(Text.of(
                                    "the answer does not have the version of this policy that is in force",
                                    "应答中没有该策略的生效版本"));
                }));
    }

    /** The policies that make somebody of the account an administrator, or may do so, each with the ARN of its holder. */
    static Detail ofAccount(String attribute, Policies policies) {
        Schema policy = Schema.struct(
                "aws.account." + attribute,
                ARN,
                Schema.Scalar.STRING,
                POLICY_NAME,
                Schema.Scalar.STRING,
                policies.field,
                policies.schema);
        return detail(
                attribute,
                policy,
                (holders, account) -> Outcome.value(DocList.copyOf(holders.values().stream()
                        .flatMap(holder -> holder.list(policies.name())
                                .docs()
                                .filter(policies::mayGrantAdmin)
                                .map(held -> held.with(ARN, holder.get(ARN))))
                        .toList())));
    }

    private static Detail detail(
            String attribute, Schema policy, BiFunction<Map<String, Doc>, Doc, Outcome<DocList>> of) {
        return new Detail(
                attribute,
                Schema.listOf(policy),
                List.of(GET.operation().per(Per.ACCOUNT)),
                (site, asset) -> byArn(site).then(holders -> of.apply(holders, asset)));
    }

    private static Outcome<Map<String, Doc>> byArn(Site site) {
        return site.once(
                GET.operation(),
                "by ARN",
                () -> AwsListing.allDocs(
                                "holders",
                                GET,
                                site,
                                Authorizations::holders,
                                GetAccountAuthorizationDetailsResponse::marker)
                        .then(all -> {
                            Map<String, Doc> byArn = new LinkedHashMap<>();
                            all.forEach(holder -> byArn.put(holder.text(ARN), holder));
                            return byArn.containsKey("")
                                    ? GET.unusable(Text.of(
                                            "the answer holds a user, group, role or policy without its ARN",
                                            "应答中有用户、用户组、角色或策略没有 ARN"))
                                    : Outcome.value(byArn);
                        }));
    }

    private static List<Doc> holders(GetAccountAuthorizationDetailsResponse page) {
        return Stream.of(
                        page.userDetailList().stream()
                                .map(it -> holder(it.arn(), it.attachedManagedPolicies(), it.userPolicyList())),
                        page.groupDetailList().stream()
                                .map(it -> holder(it.arn(), it.attachedManagedPolicies(), it.groupPolicyList())),
                        page.roleDetailList().stream()
                                .map(it -> holder(it.arn(), it.attachedManagedPolicies(), it.rolePolicyList())),
                        page.policies().stream().map(Authorizations::managed))
                .flatMap(it -> it)
                .toList();
    }

    private static Doc holder(
            @Nullable String written, Collection<AttachedPolicy> attached, Collection<PolicyDetail> inline) {
        String arn = written == null ? "" : written;
        return Doc.of(
                ARN,
                arn,
                Policies.ATTACHED.name(),
                DocList.copyOf(attached.stream().map(SdkDocs::of).toList()),
                Policies.INLINE.name(),
                DocList.copyOf(
                        inline.stream().map(policy -> inline(arn, policy)).toList()));
    }

    private static Doc managed(ManagedPolicyDetail policy) {
        Doc.Builder versions = Doc.builder();
        policy.policyVersionList().stream()
                .filter(version -> version.versionId() != null && version.document() != null)
                .forEach(version -> versions.put(version.versionId(), version.document()));
        return Doc.of(ARN, policy.arn() == null ? "" : policy.arn(), VERSIONS, versions.build());
    }

    private static Doc inline(String arn, PolicyDetail policy) {
        Object document = PolicyText.decoded(GET, policy.policyDocument()).toField();
        return Doc.of(
                POLICY_NAME,
                String.valueOf(policy.policyName()),
                GRANTS_ADMIN,
                ADMIN.of(Doc.of(ARN, arn, "Document", document)));
    }
}
