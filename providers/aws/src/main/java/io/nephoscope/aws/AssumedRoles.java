package io.nephoscope.aws;

import io.nephoscope.inventory.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a target that name roles. */
final class AssumedRoles {
    static final String ROLE = "role-arn";
    static final String SOURCE_ROLE = "source-role-arn";
    static final String MEMBER_ROLE = "organization-role";

    private AssumedRoles() {}

    /** The roles that are assumed on the way into the account, in order. */
    static List<String> of(Target target) {
        return Stream.of(target.setting(SOURCE_ROLE), target.setting(ROLE))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Which roles the caller must be allowed to assume, for a policy. */
    static Optional<String> toAllow(Target target) {
        return target.setting(SOURCE_ROLE)
                .or(() -> target.setting(ROLE))
                .or(() -> target.setting(MEMBER_ROLE).map(name -> "arn:*:iam::*:role/" + name));
    }

    /** Whether any role is assumed, of the account's own or of its members. */
    static boolean isAssumed(Target target) {
        return toAllow(target).isPresent();
    }
}
