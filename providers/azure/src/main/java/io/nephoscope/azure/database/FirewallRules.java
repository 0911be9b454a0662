package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.network.Cidr;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ranges of addresses that a database server lets in; an Azure SQL server has one list of them for each family of addresses. */
final class FirewallRules {
    private FirewallRules() {}

    /** Lists those of a server: of an Azure SQL server those of IPv4. */
    static ArmCall list(String resource, String api) {
        return ArmCall.list("FirewallRules_ListByServer", resource + "/firewallRules/read", "/firewallRules", api)
                .each("properties.startIpAddress", "properties.endIpAddress");
    }

    /** Lists those of IPv6 of an Azure SQL server. */
    static ArmCall listV6(String resource, String api) {
        return ArmCall.list(
                        "IPv6FirewallRules_ListByServer",
                        resource + "/ipv6FirewallRules/read",
                        "/ipv6FirewallRules",
                        api)
                .each("properties.startIPv6Address", "properties.endIPv6Address");
    }

    static Struct item(String name) {
        return ArmSchema.of(
                name, "name", STRING, "properties.startIpAddress", STRING, "properties.endIpAddress", STRING);
    }

    static Struct itemV6(String name) {
        return ArmSchema.of(
                name, "name", STRING, "properties.startIPv6Address", STRING, "properties.endIPv6Address", STRING);
    }

    /**
     * Whether somebody gets in by any of the lists. One list may decide it while another is unread; families are never added up.
     *
     * @param whom a question to ask of the addresses that a list lets in
     */
    static Tri let(Predicate<Admitted> whom, Object... lists) {
        return Stream.of(lists)
                .map(list -> Tri.ask(list, known -> Tri.of(whom.test(admitted(known)))))
                .reduce(Tri.FALSE, (one, other) -> one.or(() -> other));
    }

    private static Admitted admitted(Object rules) {
        return new Admitted(Fields.docs(rules).map(FirewallRules::range).toList());
    }

    private static Cidr range(Doc rule) {
        Doc range = rule.doc("properties");
        List<String> ends = range.get("startIPv6Address") instanceof String
                ? List.of("startIPv6Address", "endIPv6Address")
                : List.of("startIpAddress", "endIpAddress");
        return Admitted.range(range.text(ends.get(0)), range.text(ends.get(1)));
    }
}
