package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.monitor.DiagnosticSettings;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
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
    private static final String POLICY = "auditing";
    private static final String SETTINGS = "auditDiagnosticSettings";

    static final String[] INPUTS = {POLICY, SETTINGS};

    private static final Set<String> GROUPS = Set.of("audit");
    private static final List<String> RECORDS = List.of("SQLSecurityAuditEvents");

    private Auditing() {}

    /**
     * The policy as an attribute of a type.
     *
     * @param type the name of the type
     * @param policy shows the policy
     */
    static Detail policy(String type, ArmCall policy, Predicate<Doc> mayHaveIt) {
        return ArmDetail.of(
                POLICY,
                policy,
                ArmSchema.of(
                        type + "." + POLICY,
                        "properties.state",
                        STRING,
                        "properties.retentionDays",
                        INT,
                        "properties.storageEndpoint",
                        STRING,
                        "properties.isAzureMonitorTargetEnabled",
                        BOOL),
                mayHaveIt);
    }

    /**
     * The diagnostic settings that may lead its records on.
     *
     * @param database the path from the resource to the database that has them
     */
    static Detail settings(String type, String database, Predicate<Doc> mayHaveIt) {
        return ArmDetail.list(
                SETTINGS, DiagnosticSettings.list(database), DiagnosticSettings.item(type + "." + SETTINGS), mayHaveIt);
    }

    /** Whether records are made, and kept somewhere. */
    static Object audited(Attributes resource) {
        Object policy = resource.get(POLICY);
        return isOn(policy)
                .and(() -> writesToStorage(policy)
                        .or(() -> handsToMonitor(policy)
                                .and(() -> DiagnosticSettings.export(resource.get(SETTINGS), GROUPS, RECORDS))))
                .toField();
    }

    private static Tri isOn(Object policy) {
        return Fields.either(Paths.get(policy, "properties.state"), "Enabled", "Disabled");
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
