package io.nephoscope.azure.identity;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.Actions;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The custom roles that set and take away locks of resources without being an administrator's, and whether anybody holds them. */
public final class LockRoles {
    private static final List<String> ACTIONS =
            List.of("Microsoft.Authorization/locks/write", "Microsoft.Authorization/locks/delete");

    private LockRoles() {}

    /** They as an attribute of the subscription. */
    public static Detail as(String attribute) {
        return new Detail(
                attribute,
                Schema.listOf(Schema.struct(attribute, "name", STRING, "assigned", BOOL)),
                List.of(
                        Roles.DEFINITIONS.operation().per(Per.ACCOUNT),
                        Roles.ASSIGNMENTS.operation().per(Per.ACCOUNT)),
                (site, subscription) -> Roles.DEFINITIONS
                        .resourcesInSubscription(site)
                        .then(definitions -> Roles.ASSIGNMENTS
                                .resourcesInSubscription(site)
                                .map(assignments -> among(definitions, assignments))));
    }

    static DocList among(DocList definitions, DocList assignments) {
        Set<String> assigned = assignments
                .docs()
                .map(assignment -> Roles.roleName(assignment.doc("properties")))
                .collect(Collectors.toSet());
        return DocList.copyOf(definitions
                .docs()
                .filter(LockRoles::administersLocks)
                .map(role -> Doc.of(
                        "name",
                        role.doc("properties").text("roleName"),
                        "assigned",
                        assigned.contains(Roles.lastName(role.text("id")))))
                .toList());
    }

    private static boolean administersLocks(Doc role) {
        List<Doc> permissions =
                Fields.docs(Paths.get(role, "properties.permissions")).toList();
        return !AdminRole.grantsEverything(permissions)
                && ACTIONS.stream().allMatch(action -> permissions.stream().anyMatch(it -> Actions.give(it, action)));
    }
}
