package io.nephoscope.aws.policy;

import java.util.List;
import java.util.Map;

/**
 * Which values of which condition keys are a fixed set that no outsider can join: the keys for which S3 and IAM Access Analyzer call
 * a policy not public. Not among them, though they look it: {@code aws:VpcSourceIp}, since anyone may give a network of his own the
 * same private addresses; {@code aws:ResourceAccount}, which speaks of the resource; {@code aws:PrincipalTag}, {@code aws:Referer}
 * and {@code aws:UserAgent}, which callers choose.
 */
final class FixedValues {
    /** Wider ranges are the Internet: the bounds at which S3 calls a policy public. */
    private static final int WIDEST_IPV4 = 8;

    private static final int WIDEST_IPV6 = 32;
    private static final int ARN_PARTS = 6;
    private static final String VARIABLE = "${";

    /** Whether a value is fixed; wildcards in it match within one part of an ARN only, or across them. */
    @FunctionalInterface
    private interface Fixed {
        boolean test(String value, boolean byPart);
    }

    private static final Fixed WHOLE = (value, byPart) -> !Wildcards.areIn(value);
    private static final Fixed ARN = FixedValues::isArn;
    private static final Fixed RANGE = (value, byPart) -> isNarrow(value);
    /** A path in an organisation, or the id of a role with any session: what stands before the separator is unique. */
    private static final Fixed BELOW_ORGANISATION = (value, byPart) -> isWholeUpTo('/', value);

    private static final Fixed SESSION = (value, byPart) -> isWholeUpTo(':', value);

    private static final Map<String, Fixed> KEYS = Map.ofEntries(
            Map.entry("aws:principalaccount", WHOLE),
            Map.entry("aws:principalarn", ARN),
            Map.entry("aws:principalorgid", WHOLE),
            Map.entry("aws:principalorgpaths", BELOW_ORGANISATION),
            Map.entry("aws:principalservicename", WHOLE),
            Map.entry("aws:sourceaccount", WHOLE),
            Map.entry("aws:sourcearn", ARN),
            Map.entry("aws:sourceip", RANGE),
            Map.entry("aws:sourceorgid", WHOLE),
            Map.entry("aws:sourceorgpaths", BELOW_ORGANISATION),
            Map.entry("aws:sourceowner", WHOLE),
            Map.entry("aws:sourcevpc", WHOLE),
            Map.entry("aws:sourcevpcarn", ARN),
            Map.entry("aws:sourcevpce", WHOLE),
            Map.entry("aws:userid", SESSION),
            Map.entry("aws:vpceaccount", WHOLE),
            Map.entry("aws:vpceorgid", WHOLE),
            Map.entry("aws:vpceorgpaths", BELOW_ORGANISATION),
            Map.entry("kms:calleraccount", WHOLE),
            Map.entry("s3:dataaccesspointaccount", WHOLE),
            Map.entry("s3:dataaccesspointarn", ARN),
            Map.entry("s3:x-amz-server-side-encryption-aws-kms-key-id", WHOLE),
            Map.entry("sns:endpoint", WHOLE));

    private FixedValues() {}

    /**
     * Whether a key is compared with fixed values only.
     *
     * @param key in lower case
     * @param wildcards whether the comparison takes wildcards; else they are characters like others
     * @param byPart whether a wildcard matches within one part of an ARN only
     */
    static boolean are(String key, List<String> values, boolean wildcards, boolean byPart) {
        Fixed fixed = KEYS.get(key);
        return fixed != null
                && values.stream()
                        .allMatch(value ->
                                !value.contains(VARIABLE) && fixed.test(wildcards ? value : escaped(value), byPart));
    }

    private static String escaped(String value) {
        return value.replace('*', '_').replace('?', '_');
    }

    /**
     * An ARN of a fixed account. Only where wildcards match by part may they stand before it: an outsider may choose a name with
     * colons in it. A bucket's name is unique without its account.
     */
    private static boolean isArn(String value, boolean byPart) {
        if (!Wildcards.areIn(value)) {
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
                && !Wildcards.areIn(byPart ? account : value.substring(0, value.length() - resource.length()));
        return ofAccount || (byPart && service.equals("s3") && !Wildcards.areIn(resource));
    }

    private static boolean isWholeUpTo(char separator, String value) {
        int end = value.indexOf(separator);
        return !Wildcards.areIn(end > 0 ? value.substring(0, end) : value);
    }

    /** A range of addresses that is not the Internet; what is no range is none. */
    private static boolean isNarrow(String range) {
        String[] parts = range.split("/", 2);
        boolean ipv4 = parts[0].matches("(\\d{1,3}\\.){3}\\d{1,3}");
        if (!ipv4 && !parts[0].matches("[0-9A-Fa-f]*:[0-9A-Fa-f:]+")) {
            return false;
        }
        if (parts.length == 1) {
            return true;
        }
        return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) >= (ipv4 ? WIDEST_IPV4 : WIDEST_IPV6);
    }
}
