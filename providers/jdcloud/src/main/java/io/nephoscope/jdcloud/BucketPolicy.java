package io.nephoscope.jdcloud;

import io.nephoscope.inventory.AclGrants;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.policy.Condition;
import io.nephoscope.inventory.policy.Policy;
import io.nephoscope.inventory.policy.Request;
import io.nephoscope.inventory.policy.ResourceGrants;
import io.nephoscope.inventory.policy.ResourceGrants.Crowd;
import io.nephoscope.inventory.policy.ResourceGrants.Strangers;
import io.nephoscope.inventory.policy.SourceAddresses;
import io.nephoscope.inventory.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the policy and the access control list of a bucket come to for those whom nobody chose. A condition that compares the referer
 * closes nothing, since everyone may write there what he likes; one on another key than that and the address leaves the answer open.
 */
final class BucketPolicy {
    private static final String ANYTHING = "*";
    private static final Set<String> CALLERS_CHOICE = Set.of("aws:referer", "aws:useragent");
    private static final SourceAddresses ADDRESSES =
            new SourceAddresses(Set.of("aws:sourceip", "jdc:sourceip", "jdcloud:sourceip"), true, WhiteList::block);

    /** What reads, writes or lists the data: all actions that policies of buckets know but the one that deletes an empty bucket. */
    private static final List<String> ON_OBJECTS = List.of("s3:putobject", "s3:getobject", "s3:deleteobject");

    private static final String ON_THE_BUCKET = "s3:listbucket";

    private BucketPolicy() {}

    /** What an access control list grants to everyone. */
    static PublicAccess grants(Object acl) {
        return AclGrants.of(acl, "oss:GetBucketAcl");
    }

    /** What a bucket's policy allows everyone; absent is no policy. */
    static PublicAccess publicAccess(Object policy, String bucket) {
        return policy instanceof Absent
                ? PublicAccess.NONE
                : ResourceGrants.of(
                        JdGrammar.OF_BUCKETS, policy, List.of(arn(bucket), arn(bucket) + "/*"), new Anonymous());
    }

    /** Whether a bucket's policy denies everyone what is asked for without TLS, of the bucket and of its objects. */
    static Tri deniesInsecureTransport(Object policy, String bucket) {
        if (policy instanceof Absent) {
            return Tri.FALSE;
        }
        List<Request> all = new ArrayList<>();
        all.add(new Request(ON_THE_BUCKET, arn(bucket)));
        ON_OBJECTS.forEach(action -> all.add(new Request(action, arn(bucket) + "/*")));
        return JdGrammar.OF_BUCKETS
                .read(policy)
                .deniesAll(
                        all,
                        denial -> Tri.of(denial.principals().areEveryone()
                                && denial.conditions().stream().allMatch(BucketPolicy::isForInsecureTransport)));
    }

    private static boolean isForInsecureTransport(Condition condition) {
        return condition.compares("aws:securetransport", "bool")
                && condition.values().stream().anyMatch("false"::equalsIgnoreCase);
    }

    private static String arn(String bucket) {
        return "arn:aws:s3:::" + bucket;
    }

    /** The object storage answers what nobody signed. */
    private static final class Anonymous implements Strangers {
        @Override
        public List<Crowd> among(Statement allowing) {
            return allowing.principals().areEveryone()
                    ? List.of(new Crowd("anyone on the Internet", pin(allowing.conditions())))
                    : List.of();
        }

        private static Tri pin(List<Condition> conditions) {
            Tri pinned = ADDRESSES.pin(conditions);
            for (Condition condition : conditions) {
                if (!ADDRESSES.areIn(condition) && !isMetByAnyone(condition)) {
                    pinned = pinned.or(() -> Tri.unknown(notKnown(condition)));
                }
            }
            return pinned;
        }

        private static boolean isMetByAnyone(Condition condition) {
            return CALLERS_CHOICE.contains(condition.lowerKey())
                    || condition.isMetWithoutKey()
                    || (condition.operator().equals("stringlike")
                            && condition.values().contains(ANYTHING))
                    || condition.lowerKey().equals("aws:securetransport");
        }

        private static Unknown notKnown(Condition condition) {
            return Policy.unclear(
                    Text.of("nobody knows what a condition on {0} does", "关于 {0} 的条件，其作用未知", condition.key()));
        }

        @Override
        public Tri areShutOutBy(Statement denying) {
            List<Condition> conditions = denying.conditions();
            return Tri.of(denying.principals().areEveryone()
                            && conditions.stream().allMatch(ADDRESSES::areIn))
                    .and(() -> ADDRESSES.spareLessThanInternet(conditions));
        }
    }
}
