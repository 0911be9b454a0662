package io.nephoscope.inventory.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A statement of a policy.
 *
 * @param name its Sid, or its place in the policy, from 1
 * @param principals of whom it speaks; nobody in a policy of an identity, which speaks of its holders
 * @param actions patterns, whose case does not matter
 * @param resources patterns; everything where the statement speaks of whatever the policy is attached to
 */
public record Statement(
        String name,
        boolean allows,
        Principals principals,
        Patterns actions,
        Patterns resources,
        List<Condition> conditions) {
    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** Whether it speaks of every action that matches a pattern in lower case, done to every resource that matches another. */
    boolean covers(Request request) {
        return actions.inLowerCase().covers(request.action()) && resources.covers(request.resource());
    }

    /** What it lets somebody do, in words. */
    String sentence(String whom) {
        String which = Texts.some(actions.patterns());
        String keys = conditions.stream().map(Condition::key).distinct().collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "policy statement %s lets %s %s%s",
                name,
                whom,
                actions.except() ? "do all but " + which : which,
                keys.isEmpty() ? "" : " (its conditions on " + keys + " pin nobody)");
    }
}
