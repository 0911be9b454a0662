package io.nephoscope.jdcloud;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.policy.AdminGrants;
import io.nephoscope.inventory.policy.Condition;
import io.nephoscope.inventory.policy.Policy;
import io.nephoscope.inventory.policy.Request;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a policy of sub-users, groups and roles comes to. */
final class PolicyGrants {
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

    private PolicyGrants() {}

    /**
     * Whether whoever has it may make an administrator of himself.
     *
     * @param jrn of the policy, which names the account for which it speaks
     */
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
