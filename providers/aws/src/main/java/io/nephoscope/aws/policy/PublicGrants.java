package io.nephoscope.aws.policy;

import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.policy.ResourceGrants;
import java.util.List;

/** Which statements of a resource's policy let in people whom nobody chose. */
public final class PublicGrants {
    private PublicGrants() {}

    /**
     * The ways that a policy opens.
     *
     * @param policy the field of the policy document; where it is absent, there is none
     * @param arns patterns of what the policy can speak of; statements about other resources do nothing. None where not known
     */
    public static PublicAccess ofMany(Object policy, List<String> arns) {
        return policy instanceof Absent
                ? PublicAccess.NONE
                : ResourceGrants.of(AwsGrammar.OF_RESOURCES, policy, arns, Outsiders.of(arns));
    }

    /**
     * The ways that a policy opens which speaks of one resource.
     *
     * @param policy the field of the policy document; where it is absent, there is none
     * @param arn the field of the resource's ARN
     */
    public static PublicAccess of(Object policy, Object arn) {
        return ofMany(policy, arn instanceof String known ? List.of(known) : List.of());
    }
}
