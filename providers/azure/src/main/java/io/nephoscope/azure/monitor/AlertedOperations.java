package io.nephoscope.azure.monitor;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which operations of a subscription somebody is told of when they happen. An alert counts where it is on, watches the whole
 * subscription, and calls an action group; one on all administrative operations is one on each of them.
 */
public final class AlertedOperations {
    private static final String OPERATION = "operationName";
    private static final String CATEGORY = "category";

    private AlertedOperations() {}

    /** Those of some operations of which no alert tells. */
    public static List<String> without(List<Doc> alerts, String subscriptionPath, List<String> operations) {
        return operations.stream()
                .filter(operation -> alerts.stream()
                        .filter(alert -> counts(alert, subscriptionPath))
                        .noneMatch(alert -> tellsOf(alert, operation)))
                .toList();
    }

    /** Whether an alert tells of the health of Azure's services. */
    public static boolean ofServiceHealth(List<Doc> alerts, String subscriptionPath) {
        return alerts.stream()
                .filter(alert -> counts(alert, subscriptionPath))
                .anyMatch(alert -> conditions(alert)
                        .anyMatch(
                                condition -> values(condition, CATEGORY).anyMatch("ServiceHealth"::equalsIgnoreCase)));
    }

    /** Where it is not written that an alert is on, it is. */
    private static boolean counts(Doc alert, String subscriptionPath) {
        Doc properties = alert.doc("properties");
        return !Boolean.FALSE.equals(properties.get("enabled"))
                && properties.list("scopes").texts().anyMatch(scope -> isAll(scope, subscriptionPath))
                && properties.doc("actions").list("actionGroups").size() > 0;
    }

    private static boolean isAll(String scope, String subscriptionPath) {
        return (scope.endsWith("/") ? scope.substring(0, scope.length() - 1) : scope)
                .equalsIgnoreCase(subscriptionPath);
    }

    /** Every condition must hold: one that asks for more than category and operation narrows the alert. */
    private static boolean tellsOf(Doc alert, String operation) {
        List<Doc> conditions = conditions(alert).toList();
        return !conditions.isEmpty()
                && conditions.stream()
                        .allMatch(condition -> values(condition, OPERATION).anyMatch(operation::equalsIgnoreCase)
                                || values(condition, CATEGORY).anyMatch(category -> holds(category, operation)));
    }

    /** Every change that goes through the Resource Manager is administrative. */
    private static boolean holds(String category, String operation) {
        return category.equalsIgnoreCase("Administrative") && !operation.isEmpty();
    }

    private static Stream<Doc> conditions(Doc alert) {
        return Fields.docs(Paths.get(alert, "properties.condition.allOf"));
    }

    /** The values that a condition accepts for a field: its own, or those of its alternatives. */
    private static Stream<String> values(Doc condition, String field) {
        return Stream.concat(Stream.of(condition), condition.list("anyOf").docs())
                .filter(one -> one.text("field").equalsIgnoreCase(field))
                .flatMap(one -> Stream.concat(
                        Stream.of(one.text("equals")), one.list("containsAny").texts()))
                .filter(value -> !value.isEmpty());
    }
}
