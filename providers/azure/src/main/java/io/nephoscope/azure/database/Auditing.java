package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.monitor.DiagnosticSettings;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The auditing policy of an Azure SQL server or database. It writes to a storage account, or hands its records to Azure Monitor,
 * where a diagnostic setting of the database leads on; of a server, one of its {@code master}. Without it they go nowhere.
 */
final class Auditing {
    static final String ATTRIBUTE = "auditing";

    private static final String SETTINGS = "diagnosticSettings";
    private static final Set<String> GROUPS = Set.of("audit");
    private static final List<String> RECORDS = List.of("SQLSecurityAuditEvents");

    private Auditing() {}

    /**
     * The policy as an attribute of a type, with the diagnostic settings where it needs them.
     *
     * @param name of the type
     * @param policy shows the policy
     * @param settings lists the diagnostic settings that lead on
     */
    static Detail of(String name, ArmCall policy, ArmCall settings, Predicate<Doc> mayHaveIt) {
        return new Detail(
                ATTRIBUTE,
                schema(name + "." + ATTRIBUTE),
                List.of(policy.operation().per(Per.ASSET), settings.operation().per(Per.ASSET)),
                (site, resource) -> mayHaveIt.test(resource)
                        ? fetch(site, policy, settings, resource.text("id"))
                        : Outcome.absent());
    }

    private static Struct schema(String name) {
        return ArmSchema.of(
                name,
                "properties.state",
                STRING,
                "properties.retentionDays",
                INT,
                "properties.storageEndpoint",
                STRING,
                "properties.isAzureMonitorTargetEnabled",
                BOOL,
                SETTINGS,
                Schema.listOf(DiagnosticSettings.item(name + "." + SETTINGS)));
    }

    private static Outcome<Doc> fetch(Site site, ArmCall policy, ArmCall settings, String id) {
        return policy.resource(site, id)
                .map(answer -> isOn(answer)
                                .and(() -> writesToStorage(answer).not())
                                .and(() -> handsToMonitor(answer))
                                .isTrue()
                        ? answer.with(SETTINGS, settings.resources(site, id).toField())
                        : answer);
    }

    /** Whether records are made, and kept somewhere. */
    static Object audited(Attributes resource) {
        Object policy = resource.get(ATTRIBUTE);
        return isOn(policy)
                .and(() -> writesToStorage(policy)
                        .or(() -> handsToMonitor(policy)
                                .and(() -> DiagnosticSettings.export(Paths.get(policy, SETTINGS), GROUPS, RECORDS))))
                .toField();
    }

    private static Tri isOn(Object policy) {
        return Fields.is(Paths.get(policy, "properties.state"), "Enabled");
    }

    private static Tri writesToStorage(Object policy) {
        return Tri.ask(
                Paths.get(policy, "properties.storageEndpoint"),
                address -> Tri.of(address instanceof String text && !text.isEmpty()));
    }

    private static Tri handsToMonitor(Object policy) {
        return Tri.isTrue(Paths.get(policy, "properties.isAzureMonitorTargetEnabled"));
    }
}
