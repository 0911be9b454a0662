package io.nephoscope.aws.policy;

import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which statements of a resource's policy let in people whom nobody chose.
 *
 * <p>A statement does so where it allows something to anyone, or to everyone but some, unless one of its conditions pins the
 * callers to a fixed set (see {@link FixedValues}). That is how S3 decides what it calls public: a condition that we do not know
 * pins nobody. Deny statements count only where they certainly undo the whole of it: those that speak of everyone, or of everyone
 * but a fixed set, and of all that is allowed. Service principals that are named are not the public.
 */
public final class PublicGrants {
    private final List<Statement> statements;
    private final List<String> own;

    private PublicGrants(List<Statement> statements, List<String> own) {
        this.statements = statements;
        this.own = own;
    }

    /**
     * The ways that a policy opens.
     *
     * @param policy the field of the policy document
     * @param arns patterns of what the policy can speak of; statements about other resources do nothing. None where not known
     */
    public static PublicAccess ofMany(Object policy, List<String> arns) {
        if (policy instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        }
        ResourcePolicy read = ResourcePolicy.of(policy);
        PublicGrants grants = new PublicGrants(
                read.statements(), arns.stream().map(Statement::inAnyPartition).toList());
        PublicAccess access = PublicAccess.NONE;
        for (Statement statement : read.statements()) {
            Optional<String> crowd = statement.principals().crowd();
            if (crowd.isPresent() && grants.opens(statement)) {
                access = access.and(PublicAccess.by(sentence(statement, crowd.get())));
            }
        }
        return read.unclear().map(PublicAccess::unread).map(access::and).orElse(access);
    }

    /**
     * The ways that a policy opens which speaks of one resource.
     *
     * @param policy the field of the policy document
     * @param arn the field of the resource's ARN
     */
    public static PublicAccess of(Object policy, Object arn) {
        return ofMany(policy, arn instanceof String known ? List.of(known) : List.of());
    }

    private boolean opens(Statement statement) {
        return statement.allows()
                && speaksOfItsOwn(statement)
                && statement.conditions().stream().noneMatch(Condition::pins)
                && !statement.actions().inLowerCase().outline().stream()
                        .allMatch(action -> isUndone(statement, action));
    }

    /** Whether a statement is about the resource at all. Old policies of queues name it by a path, which is left to speak of it. */
    private boolean speaksOfItsOwn(Statement statement) {
        return own.isEmpty()
                || statement.resources().outline().stream()
                        .anyMatch(pattern -> !pattern.startsWith("arn:") || isOwn(pattern));
    }

    private boolean isOwn(String pattern) {
        return own.stream().anyMatch(arn -> Wildcards.overlap(arn, pattern));
    }

    private boolean isUndone(Statement allow, String action) {
        return statements.stream()
                .anyMatch(deny -> deny.deniesAction(action)
                        && deny.principals().isNearlyEveryone()
                        && deny.conditions().stream().allMatch(Condition::sparesOnlyPinned)
                        && allow.resources().outline().stream().allMatch(pattern -> covers(deny, pattern)));
    }

    /** Whether a statement covers whatever a pattern matches among what the policy can speak of. */
    private boolean covers(Statement deny, String pattern) {
        return deny.resources().covers(pattern)
                || (isOwn(pattern)
                        && own.stream()
                                .filter(arn -> Wildcards.overlap(arn, pattern))
                                .allMatch(deny.resources()::covers));
    }

    private static String sentence(Statement statement, String crowd) {
        String actions = Texts.some(statement.actions().patterns());
        String keys =
                statement.conditions().stream().map(Condition::key).distinct().collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "policy statement %s lets %s %s%s",
                statement.name(),
                crowd,
                statement.actions().except() ? "do all but " + actions : actions,
                keys.isEmpty() ? "" : " (its conditions on " + keys + " pin nobody)");
    }
}
