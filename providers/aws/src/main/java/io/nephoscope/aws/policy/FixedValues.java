package io.nephoscope.aws.policy;

import io.nephoscope.inventory.policy.Condition;
import io.nephoscope.inventory.policy.Wildcards;
import java.util.Map;

/**
 * Which values of which condition keys are a fixed set that no outsider can join: the keys for which S3 and IAM Access Analyzer call
 * a policy not public. Not among them, though they look it: {@code aws:VpcSourceIp}, since anyone may give a network of his own the
 * same private addresses; {@code aws:ResourceAccount}, which speaks of the resource; {@code aws:PrincipalTag}, {@code aws:Referer}
 * and {@code aws:UserAgent}, which callers choose.
 */
final class FixedValues {
    private static final int ARN_PARTS = 6;
    private static final String VARIABLE = "${";

    /** Whether a value is fixed; wildcards in it match within one part of an ARN only, or across them. */
    @FunctionalInterface
    private interface Fixed {
        boolean test(String value, boolean byPart);
    }

    private static final Fixed WHOLE = (value, byPart) -> !isPattern(value);
    /** Of something that calls through a service, written by the service: nothing in it but the resource is anybody's choice. */
    private static final Fixed SOURCE_ARN = (value, byPart) -> isArn(value, true);
    /** Of a user or role, whose path may hold colons, so that a wildcard across parts reaches what strangers write there. */
    private static final Fixed CALLER_ARN = FixedValues::isArn;
    /** A path in an organisation, or the id of a role with any session: what stands before the separator is unique. */
    private static final Fixed BELOW_ORGANISATION = (value, byPart) -> isWholeUpTo('/', value);

    private static final Fixed SESSION = (value, byPart) -> isWholeUpTo(':', value);

    /** Whose resource it is that a service acts for. */
    private static final Map<String, Fixed> SOURCES = Map.of(
            "aws:sourceaccount", WHOLE,
            "aws:sourcearn", SOURCE_ARN,
            "aws:sourceorgid", WHOLE,
            "aws:sourceorgpaths", BELOW_ORGANISATION,
            "aws:sourceowner", WHOLE,
            "lambda:eventsourcetoken", WHOLE);

    private static final Map<String, Fixed> CALLERS = Map.ofEntries(
            Map.entry("aws:principalaccount", WHOLE),
            Map.entry("aws:principalarn", CALLER_ARN),
            Map.entry("aws:principalorgid", WHOLE),
            Map.entry("aws:principalorgpaths", BELOW_ORGANISATION),
            Map.entry("aws:principalservicename", WHOLE),
            Map.entry("aws:sourceip", WHOLE),
            Map.entry("aws:sourcevpc", WHOLE),
            Map.entry("aws:sourcevpcarn", SOURCE_ARN),
            Map.entry("aws:sourcevpce", WHOLE),
            Map.entry("aws:userid", SESSION),
            Map.entry("aws:vpceaccount", WHOLE),
            Map.entry("aws:vpceorgid", WHOLE),
            Map.entry("aws:vpceorgpaths", BELOW_ORGANISATION),
            Map.entry("kms:calleraccount", WHOLE),
            Map.entry("s3:dataaccesspointaccount", WHOLE),
            Map.entry("s3:dataaccesspointarn", SOURCE_ARN),
            Map.entry("s3:x-amz-server-side-encryption-aws-kms-key-id", WHOLE),
            Map.entry("sns:endpoint", WHOLE));

    private FixedValues() {}

    /** Whether a condition compares with fixed resources, of those for which services act. */
    static boolean ofSourcesAreIn(Condition condition) {
        return areIn(condition, SOURCES);
    }

    /** Whether a condition compares with fixed people, accounts, resources or networks. */
    static boolean areIn(Condition condition) {
        return areIn(condition, SOURCES) || areIn(condition, CALLERS);
    }

    private static boolean areIn(Condition condition, Map<String, Fixed> keys) {
        Fixed fixed = keys.get(condition.lowerKey());
        boolean byPart = condition.operator().startsWith("arn");
        boolean wildcards = byPart || condition.operator().endsWith("like");
        return fixed != null
                && condition.values().stream()
                        .allMatch(value ->
                                !value.contains(VARIABLE) && fixed.test(wildcards ? value : escaped(value), byPart));
    }

    private static boolean isPattern(String value) {
        return Wildcards.STAR_AND_MARK.areIn(value);
    }

    /** Without wildcards in the comparison they are characters like others. */
    private static String escaped(String value) {
        return value.replace('*', '_').replace('?', '_');
    }

    /**
     * An ARN of a fixed account. Only where wildcards match by part may they stand before it. A bucket's name is unique without its
     * account.
     */
    private static boolean isArn(String value, boolean byPart) {
        if (!isPattern(value)) {
            return true;
        }
        String[] parts = value.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS) {
            return false;
        }
        String service = parts[2];
        String account = parts[4];
        String resource = parts[5];
        boolean ofAccount = !account.isEmpty()
                && !isPattern(byPart ? account : value.substring(0, value.length() - resource.length()));
        return ofAccount || (byPart && service.equals("s3") && isWholeUpTo('/', resource));
    }

    private static boolean isWholeUpTo(char separator, String value) {
        int end = value.indexOf(separator);
        return !isPattern(end > 0 ? value.substring(0, end) : value);
    }
}
