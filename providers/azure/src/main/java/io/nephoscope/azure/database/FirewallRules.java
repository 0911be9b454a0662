package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import java.math.BigInteger;

/**
 * The ranges of addresses that a database server lets in. The range from 0.0.0.0 to 0.0.0.0 stands for whatever runs in Azure,
 * whoever rents it.
 */
final class FirewallRules {
    private static final String NOTHING = "0.0.0.0";

    private FirewallRules() {}

    /** Lists those of a server. */
    static ArmCall list(String resource, String api) {
        return ArmCall.list("FirewallRules_ListByServer", resource + "/firewallRules/read", "/firewallRules", api)
                .each("properties.startIpAddress", "properties.endIpAddress");
    }

    static Struct item(String name) {
        return ArmSchema.of(
                name, "name", STRING, "properties.startIpAddress", STRING, "properties.endIpAddress", STRING);
    }

    /** Whether they let in the Internet as a whole, in one range or many. */
    static Tri admitTheInternet(Object rules) {
        return Tri.ask(
                rules,
                known -> Tri.of(AddressFamily.IPV4.isInternet(AddressRanges.anyOf(
                        Fields.docs(known).map(FirewallRules::range).toList()))));
    }

    /** Whether they let in whatever runs in Azure. */
    static Tri admitAllOfAzure(Object rules) {
        return Tri.ask(
                rules,
                known -> Tri.of(Fields.docs(known)
                        .map(rule -> rule.doc("properties"))
                        .anyMatch(range -> range.text("startIpAddress").equals(NOTHING)
                                && range.text("endIpAddress").equals(NOTHING))));
    }

    private static AddressRanges range(Doc rule) {
        Doc range = rule.doc("properties");
        return AddressRanges.of(address(range.text("startIpAddress")), address(range.text("endIpAddress")));
    }

    private static BigInteger address(String written) {
        Cidr address = Cidr.parse(written);
        if (address.family() != AddressFamily.IPV4 || written.contains("/")) {
            throw new IllegalArgumentException("not an address: " + written);
        }
        return address.ranges().ranges().get(0).first();
    }
}
