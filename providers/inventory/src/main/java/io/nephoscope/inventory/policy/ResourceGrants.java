package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;

/**
 * Which statements of a resource's policy let in people whom nobody chose.
 *
 * <p>A statement does so where it allows something to a crowd, unless its conditions leave only a chosen few of the crowd. Deny
 * statements count only where they certainly undo the whole of it: those that leave at most a chosen few, and speak of all that is
 * allowed.
 */
public final class ResourceGrants {
    private final Policy policy;
    private final Wildcards wildcards;
    private final List<String> own;
    private final Strangers strangers;

    private ResourceGrants(Policy policy, Wildcards wildcards, List<String> own, Strangers strangers) {
        this.policy = policy;
        this.wildcards = wildcards;
        this.own = own;
        this.strangers = strangers;
    }

    /** What a cloud knows of people whom nobody chose. */
    public interface Strangers {
        /** Those among whom a statement speaks of that anyone may be one of. */
        List<Crowd> among(Statement allowing);

        /** Whether a statement speaks of everyone but a chosen few, whatever they ask for. */
        Tri areShutOutBy(Statement denying);
    }

    /**
     * People whom nobody chose.
     *
     * @param who in words
     * @param chosen whether the conditions of the statement leave only a chosen few of them
     */
    public record Crowd(String who, Tri chosen) {}

    /**
     * The ways that a policy opens.
     *
     * @param field of the policy
     * @param own patterns of what the policy can speak of; statements about other resources do nothing. None where not known
     */
    public static PublicAccess of(Grammar grammar, Object field, List<String> own, Strangers strangers) {
        Policy policy = grammar.read(field);
        ResourceGrants grants = new ResourceGrants(
                policy,
                grammar.wildcards(),
                own.stream().map(grammar.resource()).toList(),
                strangers);
        PublicAccess access = PublicAccess.NONE;
        for (Statement statement : policy.statements()) {
            if (statement.allows() && grants.isAboutItsOwn(statement)) {
                for (Crowd crowd : strangers.among(statement)) {
                    access = access.and(PublicAccess.by(statement.sentence(crowd.who()))
                            .unless(crowd.chosen().or(() -> grants.isUndone(statement))));
                }
            }
        }
        return policy.mayAllow().map(PublicAccess::unread).map(access::and).orElse(access);
    }

    private boolean isAboutItsOwn(Statement statement) {
        return own.isEmpty() || statement.resources().outline().stream().anyMatch(this::mayBeItsOwn);
    }

    /** A name in another form, as old policies of queues have it, is left to be its own. */
    private boolean mayBeItsOwn(String pattern) {
        return own.stream()
                .anyMatch(mine -> wildcards.overlap(mine, pattern)
                        || !pattern.startsWith(mine.substring(0, mine.indexOf(':') + 1)));
    }

    private Tri isUndone(Statement allowing) {
        List<String> resources = allowing.resources().outline();
        Tri undone = Tri.TRUE;
        for (String action : allowing.actions().inLowerCase().outline()) {
            for (String resource : resources) {
                undone = undone.and(() -> isDenied(action, resource));
            }
        }
        return undone;
    }

    /** Whether a denial covers whatever a pattern matches among what the policy can speak of. */
    private Tri isDenied(String action, String resource) {
        List<Request> mine = own.stream()
                .filter(it -> wildcards.overlap(it, resource))
                .map(it -> new Request(action, it))
                .toList();
        return policy.denies(new Request(action, resource), strangers::areShutOutBy)
                .or(() -> mine.isEmpty() ? Tri.FALSE : policy.deniesAll(mine, strangers::areShutOutBy));
    }
}
