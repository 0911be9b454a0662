package io.nephoscope.aws.identity;

import io.nephoscope.aws.policy.Wildcards;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A statement of an identity policy that holds whatever the circumstances are. */
record GrantStatement(boolean allows, Matching actions, Matching resources) {
    /** What the patterns match, or everything but that. */
    private record Matching(boolean except, List<String> patterns) {
        boolean matches(String text) {
            return except != patterns.stream().anyMatch(pattern -> Wildcards.covers(pattern, text));
        }

        Matching inLowerCase() {
            return new Matching(
                    except,
                    patterns.stream()
                            .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    /**
     * The statements of a policy, without the denials that hang on conditions, and without those that allow only a part of what they
     * name.
     *
     * @throws IllegalArgumentException where it is not what IAM would accept as a policy, so that nobody knows what it grants
     */
    static List<GrantStatement> allOf(Object document) {
        Object statements = document instanceof Doc policy ? policy.get("Statement") : Absent.ABSENT;
        DocList list = statements instanceof DocList many ? many : DocList.of(statements);
        return list.stream().flatMap(it -> of(it).stream()).toList();
    }

    private static Optional<GrantStatement> of(Object statement) {
        if (!(statement instanceof Doc doc)) {
            throw new Unreadable("the policy has a statement that is not an object");
        }
        String effect = doc.text("Effect");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new Unreadable("the policy has a statement without effect");
        }
        boolean allows = effect.equals("Allow");
        Object condition = doc.get("Condition");
        boolean holds = allows ? !Narrowing.isIn(condition) : condition == Absent.ABSENT;
        GrantStatement whole =
                new GrantStatement(allows, matching(doc, "Action").inLowerCase(), matching(doc, "Resource"));
        return Optional.of(whole).filter(it -> holds);
    }

    private static Matching matching(Doc statement, String element) {
        boolean except = statement.get(element) == Absent.ABSENT;
        Object patterns = statement.get(except ? "Not" + element : element);
        DocList list = patterns instanceof DocList many ? many : DocList.of(patterns);
        if (list.texts().count() < list.size()) {
            throw new Unreadable("the policy has a statement whose " + element + " is not text");
        }
        return new Matching(except, list.texts().toList());
    }

    /** @param action in lower case, since IAM does not tell cases apart in actions */
    boolean speaksOf(String action, String resource) {
        return actions.matches(action) && resources.matches(resource);
    }
}
