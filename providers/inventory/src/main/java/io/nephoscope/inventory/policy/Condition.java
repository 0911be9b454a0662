package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.HashSet;
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
public record Condition(Each each, String operator, boolean ifExists, String key, List<String> values) {
    private static final String IF_EXISTS = "ifexists";
    private static final Set<String> EQUAL =
            Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress");
    private static final Set<String> NOT_EQUAL = Set.of(
            "stringnotequals",
            "stringnotequalsignorecase",
            "stringnotlike",
            "arnnotequals",
            "arnnotlike",
            "notipaddress",
            "notstringequals");
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

    public Condition {
        values = List.copyOf(values);
    }

    /** How the values of a key that has many are compared. */
    public enum Each {
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
        Doc operators = object(field, Text.of("conditions", "条件"));
        List<Condition> all = new ArrayList<>();
        for (String operator : operators.keys()) {
            Doc keys = object(operators.get(operator), Text.of("a condition {0}", "条件 {0} ", operator));
            for (String key : keys.keys()) {
                all.add(of(operator, key, Texts.of(keys.get(key), Text.of("values of {0}", " {0} 的值", key))));
            }
        }
        Set<String> comparisons = new HashSet<>();
        for (Condition one : all) {
            if (!comparisons.add(one.each + one.operator + one.ifExists + one.lowerKey())) {
                throw new UnclearPolicyException(Text.of("compares {0} twice in one way", "以同一方式两次比较 {0}", one.key));
            }
        }
        return all;
    }

    private static Doc object(Object field, Text what) throws UnclearPolicyException {
        if (field instanceof Doc doc) {
            return doc;
        }
        throw new UnclearPolicyException(Text.of("has {0} that is no object", "的{0}不是对象", what));
    }

    private static Condition of(String written, String key, List<String> values) throws UnclearPolicyException {
        String operator = written.toLowerCase(Locale.ROOT);
        Each each = Each.of(operator);
        boolean ifExists = operator.endsWith(IF_EXISTS);
        String bare = operator.substring(each.prefix.length(), operator.length() - (ifExists ? IF_EXISTS.length() : 0));
        if (!EQUAL.contains(bare) && !NOT_EQUAL.contains(bare) && !OTHER.contains(bare)) {
            throw new UnclearPolicyException(Text.of("has the condition operator {0}", "使用了条件运算符 {0}", written));
        }
        return new Condition(each, bare, ifExists, key, values);
    }

    /** The key in the case in which keys are compared. */
    public String lowerKey() {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Whether only requests pass whose key equals or matches one of the values; one without the key fails. */
    public boolean demandsOneOf() {
        return EQUAL.contains(operator) && !ifExists && each != Each.ALL;
    }

    /** Whether all requests pass but those whose key equals or matches one of the values; one without the key passes. */
    public boolean sparesOnly() {
        return NOT_EQUAL.contains(operator) && each != Each.ANY;
    }

    /** Whether a request without the key passes, as most requests are without most keys. */
    public boolean isMetWithoutKey() {
        return ifExists
                || each == Each.ALL
                || (each == Each.ONE && operator.contains("not"))
                || (operator.equals("null") && values.stream().anyMatch("true"::equalsIgnoreCase));
    }

    /** Whether it compares a key, given in lower case, by an operator. */
    public boolean compares(String lowerKey, String byOperator) {
        return operator.equals(byOperator) && lowerKey().equals(lowerKey);
    }
}
