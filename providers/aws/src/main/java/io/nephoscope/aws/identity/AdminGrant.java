package io.nephoscope.aws.identity;

import io.nephoscope.aws.policy.AwsGrammar;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.policy.AdminGrants;
import io.nephoscope.inventory.policy.Policy;
import io.nephoscope.inventory.policy.Request;
import java.util.List;

/** Whether a policy makes whoever holds it an administrator of an account of AWS. */
public final class AdminGrant {
    private static final int ARN_PARTS = 6;
    /** Each is enough to become an administrator: the action in lower case, and the kind of resource it is done to. */
    private static final List<List<String>> WAYS_TO_GRANT_ONESELF = List.of(
            List.of("iam:attachuserpolicy", "user"),
            List.of("iam:putuserpolicy", "user"),
            List.of("iam:attachgrouppolicy", "group"),
            List.of("iam:putgrouppolicy", "group"),
            List.of("iam:attachrolepolicy", "role"),
            List.of("iam:putrolepolicy", "role"),
            List.of("iam:createpolicyversion", "policy"),
            List.of("iam:setdefaultpolicyversion", "policy"));

    private AdminGrant() {}

    /** The facet, from the {@code Document} of a policy and its {@code Arn}, which names partition and account. */
    public static Object of(Attributes policy) {
        return of(policy.get("Document"), String.valueOf(policy.get("Arn"))).toField();
    }

    /**
     * Whether a document does so.
     *
     * @param document the field of it
     * @param arn of the policy or of its holder: of anything in the partition and account for which it speaks
     */
    public static Tri of(Object document, String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS) {
            return Tri.unknown(
                    Policy.unclear(Text.of("nothing names the account for which it speaks", "没有内容指明其所属的账号")));
        }
        String partition = "arn:" + parts[1] + ":";
        String account = "::" + parts[4] + ":";
        List<Request> ways = WAYS_TO_GRANT_ONESELF.stream()
                .map(way -> new Request(way.get(0), partition + "iam" + account + way.get(1) + "/nobody"))
                .toList();
        return new AdminGrants(
                        service -> partition + service + account + service,
                        ways,
                        statement -> Tri.of(!Narrowing.isIn(statement.conditions())),
                        statement -> Tri.of(statement.conditions().isEmpty()))
                .areIn(AwsGrammar.OF_IDENTITIES.read(document));
    }
}
