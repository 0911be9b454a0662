package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement of a resource policy.
 *
 * @param name its Sid, or its place in the policy, from 1
 * @param actions patterns, whose case does not matter
 * @param resources patterns; none where the statement speaks of whatever the policy is attached to
 */
record Statement(
        String name,
        boolean allows,
        Principals principals,
        Matching actions,
        Matching resources,
        List<Condition> conditions) {
    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final Pattern PARTITION = Pattern.compile("^arn:[^:]*:");

    Statement {
        conditions = List.copyOf(conditions);
    }

    /**
     * What the patterns match.
     *
     * @param except whether it is everything that they do not match
     */
    record Matching(boolean except, List<String> patterns) {
        Matching {
            patterns = List.copyOf(patterns);
        }

        Matching inLowerCase() {
            return new Matching(
                    except,
                    patterns.stream()
                            .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                            .toList());
        }

        /** Whether everything that matches the pattern is in here; in doubt it is not. */
        boolean covers(String pattern) {
            return except
                    ? patterns.stream().noneMatch(left -> Wildcards.overlap(left, pattern))
                    : patterns.stream().anyMatch(wide -> Wildcards.covers(wide, pattern));
        }

        /** Patterns that match everything in here, and perhaps more. */
        List<String> outline() {
            return except ? List.of("*") : patterns;
        }
    }

    static Statement of(int place, Object field) throws UnclearPolicyException {
        if (!(field instanceof Doc doc)) {
            throw new UnclearPolicyException("is not an object");
        }
        for (String element : doc.keys()) {
            if (!ELEMENTS.contains(element)) {
                throw new UnclearPolicyException("has the element " + element);
            }
        }
        String sid = doc.text("Sid");
        Either who = Either.of(doc, "Principal");
        Either what = Either.of(doc, "Action");
        if (who.field instanceof Absent || what.field instanceof Absent) {
            throw new UnclearPolicyException("names no " + (what.field instanceof Absent ? "action" : "principal"));
        }
        Either where = Either.of(doc, "Resource");
        return new Statement(
                sid.isEmpty() ? String.valueOf(place) : sid,
                allows(doc.get("Effect")),
                Principals.of(who.except, who.field),
                new Matching(what.except, Texts.of(what.field, "actions")),
                where.field instanceof Absent
                        ? new Matching(false, List.of("*"))
                        : new Matching(
                                where.except,
                                Texts.of(where.field, "resources").stream()
                                        .map(Statement::inAnyPartition)
                                        .toList()),
                Condition.allOf(doc.get("Condition")));
    }

    private static boolean allows(Object effect) throws UnclearPolicyException {
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new UnclearPolicyException("has no Effect that can be understood");
        }
        return effect.equals("Allow");
    }

    /** An element that may also stand under its name with Not before it, but not under both. */
    private record Either(boolean except, Object field) {
        static Either of(Doc statement, String name) throws UnclearPolicyException {
            Object plain = statement.get(name);
            Object except = statement.get("Not" + name);
            if (!(plain instanceof Absent) && !(except instanceof Absent)) {
                throw new UnclearPolicyException("has both " + name + " and Not" + name);
            }
            return plain instanceof Absent ? new Either(true, except) : new Either(false, plain);
        }
    }

    /** Whether it denies every action that matches the pattern, in lower case; in doubt it does not. */
    boolean deniesAction(String action) {
        return !allows && actions.inLowerCase().covers(action);
    }

    /** An ARN as if of the first partition: a policy can only speak of the one it stands in. */
    static String inAnyPartition(String arn) {
        return PARTITION.matcher(arn).replaceFirst("arn:aws:");
    }
}
