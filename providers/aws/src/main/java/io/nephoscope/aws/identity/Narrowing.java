package io.nephoscope.aws.identity;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.Locale;
import java.util.Set;

/** Whether the conditions of a statement that allows take some of its power away, and not only bind it to an occasion. */
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

    static boolean isIn(Object condition) {
        return condition != Absent.ABSENT
                && object(condition).keys().stream()
                        .anyMatch(operator -> narrows(
                                operator.toLowerCase(Locale.ROOT),
                                object(object(condition).get(operator))));
    }

    private static Doc object(Object field) {
        if (field instanceof Doc doc) {
            return doc;
        }
        throw new Unreadable("the policy has a condition that is not an object");
    }

    private static boolean narrows(String operator, Doc comparisons) {
        return comparisons.keys().stream()
                .anyMatch(key ->
                        !isOccasion(key.toLowerCase(Locale.ROOT)) && !isMetWithoutKey(operator, comparisons.get(key)));
    }

    private static boolean isOccasion(String key) {
        return OCCASIONS.contains(key) || key.startsWith(PRINCIPAL_TAG);
    }

    /** Most requests carry no such key, so that a comparison which they pass takes nothing away. */
    private static boolean isMetWithoutKey(String operator, Object values) {
        return operator.endsWith("ifexists")
                || operator.startsWith("forallvalues:")
                || operator.contains("not")
                || (operator.equals("null")
                        && (values instanceof DocList list ? list : DocList.of(values))
                                .stream()
                                        .anyMatch(value -> String.valueOf(value).equalsIgnoreCase("true")));
    }
}
