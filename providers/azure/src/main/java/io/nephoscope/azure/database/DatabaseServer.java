package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.List;

/**
 * The server of an Azure SQL database with its firewall, which stands before each of its databases: two lists of rules, and a switch
 * above both. A detail of the database, asked once for all databases of a server, and for the server itself.
 */
public final class DatabaseServer {
    private static final String RESOURCE = "Microsoft.Sql/servers";
    private static final String API = "2021-11-01";
    private static final GraphListing ALL = GraphListing.of(GraphTable.RESOURCES, RESOURCE);
    private static final String RULES = "firewallRules";
    private static final String RULES_V6 = "ipv6FirewallRules";
    private static final ArmCall LIST = ArmCall.list(
                    "FirewallRules_ListByServer", RESOURCE + "/firewallRules/read", "/firewallRules", API)
            .each("properties.startIpAddress", "properties.endIpAddress");
    private static final ArmCall LIST_V6 = ArmCall.list(
                    "IPv6FirewallRules_ListByServer", RESOURCE + "/ipv6FirewallRules/read", "/ipv6FirewallRules", API)
            .each("properties.startIPv6Address", "properties.endIPv6Address");

    private DatabaseServer() {}

    /** It as an attribute of a type. */
    public static Detail as(String attribute, String type) {
        String name = type + "." + attribute;
        return new Detail(
                attribute,
                Schema.struct(
                        name,
                        "properties",
                        Schema.struct(name + ".properties", "publicNetworkAccess", STRING),
                        RULES,
                        rules(name + "." + RULES, "startIpAddress", "endIpAddress"),
                        RULES_V6,
                        rules(name + "." + RULES_V6, "startIPv6Address", "endIPv6Address")),
                List.of(
                        ALL.operation().per(Per.ACCOUNT),
                        LIST.operation().per(Per.NAMED),
                        LIST_V6.operation().per(Per.NAMED)),
                (site, database) -> Fields.is(Fields.lastName(database.text("name")), "master")
                                .isTrue()
                        ? Outcome.absent()
                        : of(site, Fields.parent(database.text("id"), "databases")));
    }

    private static ListOf rules(String name, String first, String last) {
        return Schema.listOf(Schema.struct(
                name, "name", STRING, "properties", Schema.struct(name + ".properties", first, STRING, last, STRING)));
    }

    private static Outcome<Doc> of(Site site, String id) {
        return ALL.byId(site, DatabaseServer::kept).then(servers -> {
            Doc server = servers.get(id);
            return server == null
                    ? Outcome.without(new Cause(
                            ALL.operation().call(),
                            Status.FAILED,
                            ALL.operation().permission(),
                            Text.of("the answer does not hold the server {0}", "应答中没有服务器 {0}", id)))
                    : Outcome.value(server.with(RULES, ask(site, LIST, server).toField())
                            .with(RULES_V6, ask(site, LIST_V6, server).toField()));
        });
    }

    private static Doc kept(Doc server) {
        Object access = Paths.get(server, "properties.publicNetworkAccess");
        return Doc.of("id", server.get("id"), "properties", Doc.of("publicNetworkAccess", access));
    }

    /** Absent where rules decide nothing: the endpoint is off, or a perimeter stands before it. */
    private static Outcome<DocList> ask(Site site, ArmCall list, Doc server) {
        boolean decides = !Fields.is(
                        Paths.get(server, "properties.publicNetworkAccess"), "Disabled", "SecuredByPerimeter")
                .isTrue();
        return decides ? list.resourcesOnce(site, server.text("id")) : Outcome.absent();
    }
}
