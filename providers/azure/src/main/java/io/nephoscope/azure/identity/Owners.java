package io.nephoscope.azure.identity;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many own a subscription, at its own scope or by inheritance from above. Members of groups are told by Microsoft Graph, which is
 * another API with rights of its own: where a group is an owner, the number of all is not known, and that of the others still is.
 */
public final class Owners {
    /** The role Owner, in every tenant of every cloud. */
    private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

    private static final Unknown MEMBERS_UNREAD = Unknown.because(new Cause(
            "",
            Status.NO_API,
            "",
            Text.of(
                    "who the members of a group are: Azure's Resource Manager does not tell, and a group is an owner",
                    "用户组的成员：Azure 资源管理器不提供，而所有者中有用户组")));

    private Owners() {}

    /** The counts: {@code named} are those who are no groups. */
    public static Doc counts(DocList assignments, String subscriptionPath) {
        List<Doc> owners = assignments
                .docs()
                .map(assignment -> assignment.doc("properties"))
                .filter(assignment -> Roles.roleName(assignment).equals(OWNER))
                .filter(assignment -> covers(assignment.text("scope"), subscriptionPath))
                .toList();
        long groups = distinct(owners, Owners::isGroup);
        long named = distinct(owners, owner -> !isGroup(owner));
        return Doc.of("named", named, "groups", groups, "all", groups == 0 ? (Object) named : MEMBERS_UNREAD);
    }

    private static long distinct(List<Doc> owners, Predicate<Doc> which) {
        Set<String> principals = owners.stream()
                .filter(which)
                .map(owner -> owner.text("principalId").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return principals.size();
    }

    private static boolean isGroup(Doc assignment) {
        return assignment.text("principalType").toLowerCase(Locale.ROOT).contains("group");
    }

    /** Owners of a resource group in it own no subscription. */
    private static boolean covers(String scope, String subscriptionPath) {
        return Roles.isAbove(scope) || Roles.scope(scope).equals(Roles.scope(subscriptionPath));
    }
}
