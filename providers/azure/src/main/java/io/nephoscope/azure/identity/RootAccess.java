package io.nephoscope.azure.identity;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.Locale;

/**
 * Who may grant roles on everything below the tenant: whoever is User Access Administrator at its root. A Global Administrator who
 * elevates his access becomes that, and stays it until he takes it back.
 */
public final class RootAccess {
    /** The role User Access Administrator, in every tenant of every cloud. */
    private static final String USER_ACCESS_ADMINISTRATOR = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

    private RootAccess() {}

    /** Their ids, by the role assignments of a subscription: those of the root are among them. */
    public static DocList administrators(DocList assignments) {
        return DocList.copyOf(assignments
                .docs()
                .map(assignment -> assignment.doc("properties"))
                .filter(RootAccess::isAtTheRoot)
                .map(assignment -> assignment.text("principalId").toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList());
    }

    private static boolean isAtTheRoot(Doc assignment) {
        return Roles.roleName(assignment).equals(USER_ACCESS_ADMINISTRATOR)
                && assignment.get("scope") instanceof String scope
                && Roles.scope(scope).isEmpty();
    }
}
