package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One comparison that a request must pass before a statement speaks of it.
 *
 * @param each how the values of a key that has many are compared
 * @param operator in lower case, without what stands before and behind it: {@code stringequals}
 * @param ifExists whether a request without the key passes
 * @param key as it is written; its case does not matter
 */
record Condition(Each each, String operator, boolean ifExists, String key, List<String> values) {
    private static final String IF_EXISTS = "ifexists";
    private static final Set<String> EQUAL =
            Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress");
    private static final Set<String> NOT_EQUAL = Set.of(
            "stringnotequals",
            "stringnotequalsignorecase",
            "stringnotlike",
            "arnnotequals",
            "arnnotlike",
            "notipaddress");
    private static final Set<String> OTHER = Set.of(
            "binaryequals",
            "bool",
            "dateequals",
            "dategreaterthan",
            "dategreaterthanequals",
            "datelessthan",
            "datelessthanequals",
            "datenotequals",
            "null",
            "numericequals",
            "numericgreaterthan",
            "numericgreaterthanequals",
            "numericlessthan",
            "numericlessthanequals",
            "numericnotequals");

    Condition {
        values = List.copyOf(values);
    }

    enum Each {
        ONE(""),
        /** One of the request's values is enough; a request without the key fails. */
        ANY("foranyvalue:"),
        /** All of the request's values must pass; a request without the key passes. */
        ALL("forallvalues:");

        private final String prefix;

        Each(String prefix) {
            this.prefix = prefix;
        }

        private static Each of(String operator) {
            return operator.startsWith(ALL.prefix) ? ALL : operator.startsWith(ANY.prefix) ? ANY : ONE;
        }
    }

    static List<Condition> allOf(Object field) throws UnclearPolicyException {
        if (field instanceof Absent) {
            return List.of();
        }
        if (!(field instanceof Doc operators)) {
            throw new UnclearPolicyException("has conditions that are not an object");
        }
        List<Condition> all = new ArrayList<>();
        for (String operator : operators.keys()) {
            if (!(operators.get(operator) instanceof Doc keys)) {
                throw new UnclearPolicyException("has a condition " + operator + " that is not an object");
            }
            for (String key : keys.keys()) {
                all.add(of(operator, key, Texts.of(keys.get(key), "values of " + key)));
            }
        }
        return all;
    }

    private static Condition of(String written, String key, List<String> values) throws UnclearPolicyException {
        String operator = written.toLowerCase(Locale.ROOT);
        Each each = Each.of(operator);
        boolean ifExists = operator.endsWith(IF_EXISTS);
        String bare = operator.substring(each.prefix.length(), operator.length() - (ifExists ? IF_EXISTS.length() : 0));
        if (!EQUAL.contains(bare) && !NOT_EQUAL.contains(bare) && !OTHER.contains(bare)) {
            throw new UnclearPolicyException("has the condition operator " + written);
        }
        return new Condition(each, bare, ifExists, key, values);
    }

    /** Whether only requests pass that come from a fixed set of people, accounts or networks. */
    boolean pins() {
        return EQUAL.contains(operator) && !ifExists && each != Each.ALL && isFixed();
    }

    /** Whether every request passes but those of a fixed set of people, accounts or networks. */
    boolean sparesOnlyPinned() {
        return NOT_EQUAL.contains(operator) && each != Each.ANY && isFixed();
    }

    /** Whether it compares a key, given in lower case, by an operator. */
    boolean compares(String lowerKey, String byOperator) {
        return operator.equals(byOperator) && key.toLowerCase(Locale.ROOT).equals(lowerKey);
    }

    private boolean isFixed() {
        boolean byPart = operator.startsWith("arn");
        return FixedValues.are(key.toLowerCase(Locale.ROOT), values, byPart || operator.endsWith("like"), byPart);
    }
}
