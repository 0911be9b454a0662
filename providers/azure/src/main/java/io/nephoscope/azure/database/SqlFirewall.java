package io.nephoscope.azure.database;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The firewall of an Azure SQL server, which stands before each of its databases: two lists of rules, and a switch above both. */
final class SqlFirewall {
    static final ArmCall LIST = FirewallRules.list(SqlServer.RESOURCE, SqlServer.API);
    static final ArmCall LIST_V6 = FirewallRules.listV6(SqlServer.RESOURCE, SqlServer.API);

    private static final String PROPERTIES = "properties";
    private static final String RULES = "firewallRules";
    private static final String RULES_V6 = "ipv6FirewallRules";

    static final String[] INPUTS = {PROPERTIES, RULES, RULES_V6};

    private SqlFirewall() {}

    /** Its rules for IPv4 as an attribute of the server. */
    static Detail rules(String type) {
        return detail(RULES, LIST, FirewallRules.item(type + "." + RULES));
    }

    /** Its rules for IPv6. */
    static Detail rulesV6(String type) {
        return detail(RULES_V6, LIST_V6, FirewallRules.itemV6(type + "." + RULES_V6));
    }

    private static Detail detail(String attribute, ArmCall list, Struct item) {
        return new Detail(
                attribute,
                Schema.listOf(item),
                List.of(list.operation().per(Per.ASSET)),
                (site, server) -> ask(site, list, server));
    }

    /** Whether somebody gets through, as a facet of the server. */
    static Facet.Derive lets(Predicate<Admitted> whom) {
        return server -> lets(whom, server::get).toField();
    }

    /** The same, of a server that {@link #read} has seen. */
    static Tri lets(Predicate<Admitted> whom, Object server) {
        return lets(whom, name -> Paths.get(server, name));
    }

    private static Tri lets(Predicate<Admitted> whom, Function<String, Object> server) {
        return PublicEndpoint.lets(
                PublicEndpoint.isOn(SqlServer.RESOURCE, server.apply(PROPERTIES)),
                () -> FirewallRules.let(whom, server.apply(RULES), server.apply(RULES_V6)));
    }

    /** A server with the rules of its firewall. */
    static Doc read(Site site, Doc server) {
        return server.with(RULES, ask(site, LIST, server).toField())
                .with(RULES_V6, ask(site, LIST_V6, server).toField());
    }

    /** Asked once, for the server and all databases on it; absent where rules decide nothing. */
    private static Outcome<DocList> ask(Site site, ArmCall list, Doc server) {
        if (!PublicEndpoint.isOn(SqlServer.RESOURCE, server.get(PROPERTIES)).isTrue()) {
            return Outcome.absent();
        }
        Site whole = site.in(Scope.GLOBAL);
        String id = server.text("id");
        return whole.once(list.operation(), AzureType.id(id), () -> list.resources(whole, id));
    }
}
