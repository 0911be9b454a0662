package io.nephoscope.aws.policy;

import io.nephoscope.inventory.policy.Grammar;
import io.nephoscope.inventory.policy.Wildcards;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How AWS writes policies. Names of elements and effects are told apart by case, actions and condition keys are not. */
public final class AwsGrammar {
    private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
    private static final Pattern PARTITION = Pattern.compile("^arn:[^:]*:");

    /** Policies that are attached to a resource. */
    static final Grammar OF_RESOURCES = new Grammar(
            Wildcards.STAR_AND_MARK,
            false,
            true,
            VERSIONS,
            List.of("AWS", "CanonicalUser", "Federated", "Service"),
            AwsGrammar::inAnyPartition);

    /** Policies of users, groups and roles. */
    public static final Grammar OF_IDENTITIES =
            new Grammar(Wildcards.STAR_AND_MARK, false, true, VERSIONS, List.of(), UnaryOperator.identity());

    private AwsGrammar() {}

    /** An ARN as if of the first partition: a resource's policy can only speak of the one it stands in. */
    static String inAnyPartition(String arn) {
        return PARTITION.matcher(arn).replaceFirst("arn:aws:");
    }
}
