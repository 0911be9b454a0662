package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.policy.Condition;
import io.nephoscope.inventory.policy.Request;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a bucket's policy denies everyone what is asked for without TLS.
 *
 * <p>A statement that compares {@code s3:TlsVersion} counts only with IfExists: a request without TLS has no such version, and a
 * comparison with a key that is not there fails, so that the request would not be denied.
 */
public final class InsecureTransport {
    /** What reads, writes or lists the data, of objects and of the bucket itself. */
    private static final List<String> ON_OBJECTS = List.of(
            "s3:abortmultipartupload",
            "s3:deleteobject",
            "s3:deleteobjecttagging",
            "s3:deleteobjectversion",
            "s3:deleteobjectversiontagging",
            "s3:getobject",
            "s3:getobjectacl",
            "s3:getobjectattributes",
            "s3:getobjecttagging",
            "s3:getobjectversion",
            "s3:getobjectversionacl",
            "s3:getobjectversionattributes",
            "s3:getobjectversiontagging",
            "s3:listmultipartuploadparts",
            "s3:putobject",
            "s3:putobjectacl",
            "s3:putobjecttagging",
            "s3:putobjectversionacl",
            "s3:putobjectversiontagging",
            "s3:restoreobject");

    private static final List<String> ON_THE_BUCKET =
            List.of("s3:listbucket", "s3:listbucketmultipartuploads", "s3:listbucketversions");
    private static final double SAFE_TLS = 1.2;

    private InsecureTransport() {}

    /**
     * Whether the policy of a bucket denies it.
     *
     * @param policy the field of the policy document; where it is absent, there is none
     */
    public static Tri isDenied(Object policy, String bucket) {
        if (policy instanceof Absent) {
            return Tri.FALSE;
        }
        String arn = "arn:aws:s3:::" + bucket;
        List<Request> all = Stream.concat(
                        ON_OBJECTS.stream().map(action -> new Request(action, arn + "/*")),
                        ON_THE_BUCKET.stream().map(action -> new Request(action, arn)))
                .toList();
        return AwsGrammar.OF_RESOURCES
                .read(policy)
                .deniesAll(
                        all,
                        denial -> Tri.of(
                                denial.principals().areEveryone() && meetsInsecureRequests(denial.conditions())));
    }

    /** Whether every insecure request meets the conditions, all of them: a further one would let some through. */
    private static boolean meetsInsecureRequests(List<Condition> conditions) {
        return conditions.stream()
                .allMatch(condition -> isForInsecureTransport(condition) || isForOldVersionsOrNone(condition));
    }

    private static boolean isForInsecureTransport(Condition condition) {
        return condition.compares("aws:securetransport", "bool")
                && condition.values().stream().anyMatch("false"::equalsIgnoreCase);
    }

    private static boolean isForOldVersionsOrNone(Condition condition) {
        return condition.ifExists()
                && condition.compares("s3:tlsversion", "numericlessthan")
                && condition.values().stream().anyMatch(InsecureTransport::isSafe);
    }

    private static boolean isSafe(String version) {
        return version.matches("\\d+(\\.\\d+)?") && Double.parseDouble(version) >= SAFE_TLS;
    }
}
