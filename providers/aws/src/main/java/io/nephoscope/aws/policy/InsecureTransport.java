package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Tri;
import java.util.List;

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
     * @param policy the field of the policy document
     */
    public static Tri isDenied(Object policy, String bucket) {
        return Tri.ask(policy, known -> {
            ResourcePolicy read = ResourcePolicy.of(known);
            List<Statement> denials = read.statements().stream()
                    .filter(statement -> !statement.allows()
                            && statement.principals().isEveryone()
                            && meetsInsecureRequests(statement.conditions()))
                    .toList();
            String arn = "arn:aws:s3:::" + bucket;
            boolean denied = ON_OBJECTS.stream().allMatch(action -> covers(denials, action, arn + "/*"))
                    && ON_THE_BUCKET.stream().allMatch(action -> covers(denials, action, arn));
            return Tri.of(denied).or(read::orUnclear);
        });
    }

    private static boolean covers(List<Statement> denials, String action, String resource) {
        return denials.stream()
                .anyMatch(denial ->
                        denial.deniesAction(action) && denial.resources().covers(resource));
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
