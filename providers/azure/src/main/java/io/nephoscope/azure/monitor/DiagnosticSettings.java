package io.nephoscope.azure.monitor;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Diagnostic settings: which logs of a resource are sent where. Any resource has them, and the subscription with its activity log. */
public final class DiagnosticSettings {
    private static final String ALL_LOGS = "alllogs";
    private static final Set<String> SINKS = Set.of(
            "storageAccountId",
            "workspaceId",
            "eventHubAuthorizationRuleId",
            "marketplacePartnerId",
            "serviceBusRuleId");

    private DiagnosticSettings() {}

    /**
     * Whether each of some categories is sent somewhere, by one setting or another, by its own name or in a group.
     *
     * @param settings the list of them; absent for none
     * @param groups the groups beside {@code allLogs} that hold all of these categories, in lower case
     */
    public static Tri export(Object settings, Collection<String> groups, List<String> categories) {
        return Tri.ask(settings, known -> {
            List<Doc> sent = sent(known);
            return Tri.of(categories.stream()
                    .allMatch(category -> sent.stream().anyMatch(log -> isFor(log, groups, category))));
        });
    }

    private static List<Doc> sent(Object settings) {
        Stream<Doc> all = settings instanceof DocList list ? list.docs() : Stream.of();
        return all.map(setting -> setting.doc("properties"))
                .filter(DiagnosticSettings::leadsSomewhere)
                .flatMap(properties -> properties.list("logs").docs())
                .filter(log -> Boolean.TRUE.equals(log.get("enabled")))
                .toList();
    }

    private static boolean leadsSomewhere(Doc properties) {
        return SINKS.stream().anyMatch(sink -> !properties.text(sink).isEmpty());
    }

    private static boolean isFor(Doc log, Collection<String> groups, String category) {
        String group = log.text("categoryGroup").toLowerCase(Locale.ROOT);
        return log.text("category").equalsIgnoreCase(category) || group.equals(ALL_LOGS) || groups.contains(group);
    }
}
