package io.nephoscope.aws;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.policy.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The requests that come by one door, of which something is known beforehand.
 *
 * @param actions whether what a policy allows, a pattern in lower case, may be one of the actions that are asked for
 * @param keys what is known of condition keys, by their names in lower case
 */
record Requests(Predicate<String> actions, Map<String, Known> keys) {
    private static final String STATEMENT = "Statement";
    private static final String CONDITION = "Condition";
    private static final String ALL = "forallvalues:";
    private static final String ANY = "foranyvalue:";
    private static final String IF_EXISTS = "ifexists";
    private static final Set<String> EQUAL =
            Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "bool");
    private static final Set<String> NOT_EQUAL =
            Set.of("stringnotequals", "stringnotequalsignorecase", "stringnotlike", "arnnotequals", "arnnotlike");

    /** What is known of the value of a key. */
    @FunctionalInterface
    interface Known {
        /** No request of these has the key. */
        Known MISSING = wanted -> Optional.of(false);

        /** It may be there, and be anything. */
        Known ANYTHING = wanted -> Optional.empty();

        /** Whether the value is the wanted one; empty where that is not known. */
        Optional<Boolean> is(Wanted wanted);

        /** Every request has this value. */
        static Known of(String value) {
            return wanted -> Optional.of(wanted.accepts(value));
        }
    }

    /** A value with which a policy compares a key. */
    record Wanted(String text, boolean wildcards, boolean anyCase) {
        boolean accepts(String value) {
            return wildcards
                    ? Wildcards.STAR_AND_MARK.covers(text, value)
                    : anyCase ? text.equalsIgnoreCase(value) : text.equals(value);
        }
    }

    Requests {
        keys = Map.copyOf(keys);
    }

    /**
     * A policy as it stands for these requests: without the conditions that they pass, and without the statements that do not speak of
     * them; absent where none does. Where that is not known, what allows is taken to allow, and what denies not to deny.
     *
     * @param policy the field of the policy document
     */
    Object seeing(Object policy) {
        if (!(policy instanceof Doc document) || document.get(STATEMENT) instanceof Absent) {
            return policy;
        }
        List<Object> left = new ArrayList<>();
        int place = 0;
        for (Object item : items(document.get(STATEMENT))) {
            place++;
            if (!(item instanceof Doc statement)) {
                left.add(item);
            } else if (statement.get("Action") instanceof Absent || mayAsk(statement)) {
                // Who has no name is known by his place, which changes.
                reduced(statement.text("Sid").isEmpty() ? statement.with("Sid", String.valueOf(place)) : statement)
                        .ifPresent(left::add);
            }
        }
        boolean isSilent = place > 0 && left.isEmpty();
        return isSilent ? Absent.ABSENT : document.with(STATEMENT, DocList.copyOf(left));
    }

    private static DocList items(Object field) {
        return field instanceof DocList list ? list : DocList.of(field);
    }

    private static Stream<String> texts(Object field) {
        return items(field).stream().map(String::valueOf);
    }

    private boolean mayAsk(Doc statement) {
        return texts(statement.get("Action"))
                .map(action -> action.toLowerCase(Locale.ROOT))
                .anyMatch(actions);
    }

    private Optional<Doc> reduced(Doc statement) {
        return statement.get(CONDITION) instanceof Doc conditions
                ? undecided(conditions, !statement.text("Effect").equals("Deny"))
                        .map(others -> statement.with(CONDITION, others))
                : Optional.of(statement);
    }

    /** The conditions on keys of which nothing is known; nothing where the requests fail one of the others. */
    private Optional<Doc> undecided(Doc conditions, boolean inDoubt) {
        Doc left = Doc.empty();
        for (String operator : conditions.keys()) {
            if (!(conditions.get(operator) instanceof Doc comparisons)) {
                left = left.with(operator, conditions.get(operator));
                continue;
            }
            for (String key : comparisons.keys()) {
                Object values = comparisons.get(key);
                Known known = keys.get(key.toLowerCase(Locale.ROOT));
                if (known == null) {
                    left = left.with(operator, left.doc(operator).with(key, values));
                } else if (!passes(operator.toLowerCase(Locale.ROOT), known, values)
                        .orElse(inDoubt)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(left);
    }

    private static Optional<Boolean> passes(String operator, Known known, Object values) {
        boolean ifExists = operator.endsWith(IF_EXISTS);
        String bare =
                operator.substring(operator.indexOf(':') + 1, operator.length() - (ifExists ? IF_EXISTS.length() : 0));
        boolean missing = known == Known.MISSING;
        if (missing && (ifExists || operator.startsWith(ALL))) {
            return Optional.of(true);
        } else if (NOT_EQUAL.contains(bare)) {
            return isOne(bare, known, values).map(is -> !is && !(missing && operator.startsWith(ANY)));
        }
        return EQUAL.contains(bare) ? isOne(bare, known, values) : Optional.empty();
    }

    /** Whether the known value is one of those; a variable among them may stand for it. */
    private static Optional<Boolean> isOne(String operator, Known known, Object values) {
        boolean wildcards = operator.startsWith("arn") || operator.endsWith("like");
        boolean anyCase = operator.equals("bool") || operator.endsWith("ignorecase");
        Set<Optional<Boolean>> answers = texts(values)
                .map(text -> text.contains("${")
                        ? Optional.<Boolean>empty()
                        : known.is(new Wanted(text, wildcards, anyCase)))
                .collect(Collectors.toSet());
        return answers.contains(Optional.of(true))
                ? Optional.of(true)
                : answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
    }
}
