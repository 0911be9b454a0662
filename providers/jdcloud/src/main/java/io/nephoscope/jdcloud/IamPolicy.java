package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.policy.AdminGrants;
import io.nephoscope.inventory.policy.Condition;
import io.nephoscope.inventory.policy.NoPolicyException;
import io.nephoscope.inventory.policy.Policy;
import io.nephoscope.inventory.policy.PolicyDocument;
import io.nephoscope.inventory.policy.Request;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import io.nephoscope.jdcloud.api.Question;
import io.nephoscope.jdcloud.api.UnusableAnswer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Policies that the account wrote itself ({@code iam:describePolicies}): those of JD Cloud are the same everywhere. */
final class IamPolicy {
    private static final String NAME = "jdcloud.iam.policy";
    private static final String DOCUMENT = "policyDocument";
    private static final Long SYSTEM = 0L;
    private static final int JRN_PARTS = 5;
    private static final Set<String> OCCASIONS = Set.of("sourceip", "currenttime", "multifactorauthpresent");
    private static final Pattern TAGS = Pattern.compile("(resource|request)tag/");
    /** Each is enough to become an administrator: the action in lower case, and the kind of resource it is done to. */
    private static final List<List<String>> WAYS_TO_GRANT_ONESELF = List.of(
            List.of("iam:attachsubuserpolicy", "subUser"),
            List.of("iam:addpermissionstosubuser", "subUser"),
            List.of("iam:addsubusertogroup", "group"),
            List.of("iam:attachgrouppolicy", "group"),
            List.of("iam:attachrolepolicy", "role"),
            List.of("iam:updatepolicy", "policy"),
            List.of("iam:updatepermission", "policy"));

    static final AssetType TYPE = AssetType.named(NAME, "IAM policy", Kinds.POLICY)
            .oncePerAccount()
            .list(JdListing.of(
                    Calls.POLICIES,
                    struct(
                            NAME,
                            "policyId",
                            STRING,
                            "name",
                            STRING,
                            "jrn",
                            STRING,
                            "description",
                            STRING,
                            "policyType",
                            INT,
                            "scopeType",
                            INT,
                            "createTime",
                            TIMESTAMP,
                            "updateTime",
                            TIMESTAMP),
                    "name",
                    policy -> !SYSTEM.equals(policy.get("policyType"))))
            .nativeId("name")
            .tagsUntold(JdItems.NO_TAGS)
            .detail(JdDetail.of(
                    DOCUMENT,
                    Calls.POLICY,
                    DYN,
                    policy -> Question.of("policyName", policy.text("name")),
                    "name",
                    IamPolicy::document))
            .facet(
                    "grantsAdmin",
                    policy ->
                            grantsAdmin(policy.get(DOCUMENT), policy.get("jrn")).toField(),
                    DOCUMENT,
                    "jrn")
            .build();

    private IamPolicy() {}

    private static Object document(Doc result) {
        try {
            return PolicyDocument.parse(result.doc("defaultPolicyEdition").text(DOCUMENT));
        } catch (NoPolicyException e) {
            throw new UnusableAnswer(e.text());
        }
    }

    /** @param jrn of the policy, which names the account for which it speaks */
    static Tri grantsAdmin(Object document, Object jrn) {
        String[] parts = String.valueOf(jrn).split(":", JRN_PARTS);
        if (parts.length < JRN_PARTS) {
            return Tri.unknown(
                    Policy.unclear(Text.of("nothing names the account for which it speaks", "没有内容指明其所属的账号")));
        }
        String account = parts[3];
        List<Request> ways = WAYS_TO_GRANT_ONESELF.stream()
                .map(way -> new Request(way.get(0), "jrn:iam::" + account + ":" + way.get(1) + "/nobody"))
                .toList();
        return new AdminGrants(
                        service -> "jrn:" + service + ":nowhere:" + account + ":" + service + "/nothing",
                        ways,
                        statement -> allowsAllThatItNames(statement.conditions()),
                        statement -> Tri.of(statement.conditions().isEmpty()))
                .areIn(JdGrammar.OF_IDENTITIES.read(document));
    }

    /** From where and when one asks, and with what proof, takes none of the power away; tags of what is asked for do. */
    private static Tri allowsAllThatItNames(List<Condition> conditions) {
        Tri whole = Tri.TRUE;
        for (Condition condition : conditions) {
            String key = condition.lowerKey();
            String name = key.substring(key.indexOf(':') + 1);
            if (!OCCASIONS.contains(name) && !condition.isMetWithoutKey()) {
                whole = whole.and(() -> TAGS.matcher(name).lookingAt()
                        ? Tri.FALSE
                        : Tri.unknown(Policy.unclear(Text.of(
                                "nobody knows what a condition on {0} does", "关于 {0} 的条件，其作用未知", condition.key()))));
            }
        }
        return whole;
    }
}
