package io.nephoscope.aws.identity;

import io.nephoscope.inventory.policy.Condition;
import java.util.List;
import java.util.Set;

/**
 * Whether the conditions of a statement that allows take some of its power away, and not only bind it to an occasion. Most requests
 * carry no key of what is done, so that a comparison which they pass without it takes nothing away.
 */
final class Narrowing {
    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    /** Who asks, from where, when, and for which region: whoever meets these has all of the power. */
    private static final Set<String> OCCASIONS = Set.of(
            "aws:currenttime",
            "aws:epochtime",
            "aws:federatedprovider",
            "aws:multifactorauthage",
            "aws:multifactorauthpresent",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principaltype",
            "aws:referer",
            "aws:requestedregion",
            "aws:securetransport",
            "aws:sourceidentity",
            "aws:sourceip",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:tokenissuetime",
            "aws:useragent",
            "aws:userid",
            "aws:username",
            "aws:vpcsourceip");

    private Narrowing() {}

    static boolean isIn(List<Condition> conditions) {
        return conditions.stream().anyMatch(it -> !isOccasion(it.lowerKey()) && !it.isMetWithoutKey());
    }

    private static boolean isOccasion(String key) {
        return OCCASIONS.contains(key) || key.startsWith(PRINCIPAL_TAG);
    }
}
