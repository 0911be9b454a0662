package io.nephoscope.jdcloud;

import io.nephoscope.inventory.policy.Grammar;
import io.nephoscope.inventory.policy.Wildcards;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How JD Cloud writes policies: its documents spell elements and effects in capitals and without, know nothing that is negated, and
 * let a denial win.
 */
final class JdGrammar {
    /** Policies of buckets, in the words of S3. */
    static final Grammar OF_BUCKETS = new Grammar(
            Wildcards.STAR_AND_MARK,
            true,
            false,
            Set.of("2008-10-17", "2012-10-17"),
            List.of("AWS"),
            UnaryOperator.identity());

    /** Policies of sub-users, groups and roles. */
    static final Grammar OF_IDENTITIES =
            new Grammar(Wildcards.STAR, true, false, Set.of("3"), List.of(), UnaryOperator.identity());

    private JdGrammar() {}
}
