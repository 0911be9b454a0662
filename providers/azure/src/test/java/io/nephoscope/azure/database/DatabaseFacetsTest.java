package io.nephoscope.azure.database;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFacetsTest {
    private static final Unknown DENIED = denied("Microsoft.ResourceGraph:QueryResources");

    private static Object facet(AssetType type, String attributes, String name) {
        return type.facetsOf(json(attributes)).get(name);
    }

    @ParameterizedTest
    @CsvSource({"master", "MASTER", "harbour-sql/master"})
    void masterHoldsNoDataOfAnybody(String name) {
        Doc master = json("{'name':'" + name + "','kind':'v12.0,system','transparentDataEncryption':{'properties':"
                + "{'state':'Disabled'}},'server':{'properties':{'publicNetworkAccess':'Enabled'}}}");
        Doc facets = type("azure.sql.database").facetsOf(master);
        assertThat(facets.get("encrypted")).isEqualTo(Absent.ABSENT);
        assertThat(facets.get("public")).isEqualTo(Absent.ABSENT);
        assertThat(facets.get("backupRetentionDays")).isEqualTo(Absent.ABSENT);
        assertThat(facets.get("holdsData")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "'{''publicNetworkAccess'':''Disabled''}', 203.0.113.7, false",
        "'{''publicNetworkAccess'':''Enabled''}', 203.0.113.7, true",
        "'{''publicNetworkAccess'':''Enabled''}', 0.0.0.0, true",
        "'{''publicNetworkAccess'':''Enabled''}', 10.0.0.7, false",
        "'{}', 203.0.113.7, true"
    })
    void aDatabaseIsReachedThroughItsServerAndTheFirewallOfThat(String properties, String address, boolean reached) {
        String database = "{'name':'orders','server':{'properties':" + properties
                + ",'firewallRules':[{'properties':{'startIpAddress':'" + address + "','endIpAddress':'" + address
                + "'}}],'ipv6FirewallRules':[]}}";
        assertThat(facet(type("azure.sql.database"), database, "public")).isEqualTo(reached);
    }

    @Test
    void aServerThatWasNotReadLeavesOpenWhoReachesItsDatabases() {
        assertThat(type("azure.sql.database")
                        .facetsOf(json("{'name':'orders'}").with("server", DENIED))
                        .get("public"))
                .isEqualTo(DENIED);
    }

    @Test
    void anAuditLogThatLeadsNowhereIsNone() {
        String database = "{'name':'o','auditing':{'properties':{'state':'Enabled',%s}},'auditDiagnosticSettings':%s}";
        String leadOn =
                "[{'properties':{'workspaceId':'/w','logs':[{'category':'SQLSecurityAuditEvents','enabled':true}]}}]";
        assertThat(facet(
                        type("azure.sql.database"),
                        database.formatted("'storageEndpoint':'https://a'", "[]"),
                        "audited"))
                .isEqualTo(true);
        assertThat(facet(type("azure.sql.database"), database.formatted("'storageEndpoint':''", leadOn), "audited"))
                .isEqualTo(false);
        assertThat(facet(
                        type("azure.sql.database"),
                        database.formatted("'isAzureMonitorTargetEnabled':true", leadOn),
                        "audited"))
                .isEqualTo(true);
        assertThat(facet(
                        type("azure.sql.database"),
                        database.formatted("'isAzureMonitorTargetEnabled':true", "[]"),
                        "audited"))
                .isEqualTo(false);
    }

    @Test
    void aSecondaryHasNoBackupsOfItsOwnAndAWarehouseHasThoseOfAzure() {
        assertThat(facet(
                        type("azure.sql.database"),
                        "{'name':'o','kind':'v12.0,user','properties':{'secondaryType':'Geo'}}",
                        "backupRetentionDays"))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet(
                        type("azure.sql.database"),
                        "{'name':'o','kind':'v12.0,user,datawarehouse','properties':{}}",
                        "backupRetentionDays"))
                .isEqualTo(7L);
    }

    @Test
    void theServerOfADatabaseIsWhatItsIdBeginsWith() {
        Object ids = type("azure.sql.database")
                .relation("server")
                .orElseThrow()
                .keys()
                .apply(
                        json(
                                "{'id':'/subscriptions/S/resourceGroups/G/providers/Microsoft.Sql/servers/Harbour/databases/Orders'}"));
        assertThat(ids)
                .isEqualTo(DocList.of("/subscriptions/s/resourcegroups/g/providers/microsoft.sql/servers/harbour"));
    }

    @Test
    void aFirewallDecidesNothingAtAnAddressThatIsOff() {
        Doc server = json("{'properties':{'publicNetworkAccess':'Disabled'}}").with("firewallRules", DENIED);
        assertThat(type("azure.sql.server").facetsOf(server).get("admitsTheInternet"))
                .isEqualTo(false);
        Doc open = json("{'properties':{}}").with("firewallRules", DENIED);
        assertThat(type("azure.sql.server").facetsOf(open).get("admitsTheInternet"))
                .isEqualTo(DENIED);
    }

    @Test
    void oneListOfRulesMayDecideWhileTheOtherIsUnread() {
        String server =
                "{'properties':{},'firewallRules':[{'properties':{'startIpAddress':'%s','endIpAddress':'%s'}}]}";
        Doc open = json(server.formatted("0.0.0.0", "255.255.255.255")).with("ipv6FirewallRules", DENIED);
        assertThat(type("azure.sql.server").facetsOf(open).get("admitsTheInternet"))
                .isEqualTo(true);
        Doc shut = json(server.formatted("203.0.113.7", "203.0.113.7")).with("ipv6FirewallRules", DENIED);
        assertThat(type("azure.sql.server").facetsOf(shut).get("admitsTheInternet"))
                .isEqualTo(DENIED);
    }

    @Test
    void whatAPerimeterLetsInIsUnknownToEveryRuleWhateverTheFirewallSays() {
        Doc server = json("{'properties':{'publicNetworkAccess':'SecuredByPerimeter'},'firewallRules':[]}");
        Doc facets = type("azure.sql.server").facetsOf(server);
        for (String facet : new String[] {"publicEndpoint", "admitsTheInternet", "admitsAllOfAzure"}) {
            assertThat(facets.get(facet)).as(facet).isInstanceOf(Unknown.class);
        }
        String database = "{'name':'orders','server':{'properties':{'publicNetworkAccess':'SecuredByPerimeter'}}}";
        assertThat(facet(type("azure.sql.database"), database, "public")).isInstanceOf(Unknown.class);
        String account =
                "{'properties':{'publicNetworkAccess':'securedByPerimeter','ipRules':[{'ipAddressOrRange':'0.0.0.0'}]}}";
        assertThat(facet(type("azure.cosmos.account"), account, "admitsTheInternet"))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MongoDB, '', false",
        "GlobalDocumentDB, EnableMongo, false",
        "GlobalDocumentDB, EnableCassandra, false",
        "GlobalDocumentDB, EnableServerless, true",
        "GlobalDocumentDB, '', true"
    })
    void accountsOfMongoDbAndCassandraKnowKeysOnly(String kind, String capability, boolean identities) {
        String account = "{'kind':'" + kind + "','properties':{'capabilities':[{'name':'" + capability + "'}]}}";
        assertThat(facet(type("azure.cosmos.account"), account, "takesIdentities"))
                .isEqualTo(identities);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, true", "0.0.0.0/32, true", "0.0.0.0/0, true", "20.0.0.0/8, true", "203.0.113.7, false"})
    void aCosmosAccountLetsInAllOfAzureByOneAddressOrWithEverybody(String block, boolean admitted) {
        String account = "{'properties':{'ipRules':[{'ipAddressOrRange':'" + block + "'}]}}";
        assertThat(facet(type("azure.cosmos.account"), account, "admitsAllOfAzure"))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"Replica", "AsyncReplica", "GeoAsyncReplica"})
    void aReplicaOfAFlexibleServerHasNoBackupsOfItsOwn(String role) {
        String replica = "{'properties':{'replicationRole':'" + role + "','backup':{'backupRetentionDays':7}}}";
        assertThat(facet(type("azure.postgres.server"), replica, "backupRetentionDays"))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet(type("azure.mysql.server"), replica, "backupRetentionDays"))
                .isEqualTo(Absent.ABSENT);
    }

    @Test
    void aPrimaryOrALoneFlexibleServerHasItsOwnBackups() {
        for (String role : new String[] {"Primary", "Source", "None"}) {
            assertThat(facet(
                            type("azure.postgres.server"),
                            "{'properties':{'replicationRole':'" + role + "','backup':{'backupRetentionDays':14}}}",
                            "backupRetentionDays"))
                    .isEqualTo(14L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', true",
        "'{''publicNetworkAccess'':''Disabled''}', false",
        "'{''ipRules'':[{''ipAddressOrRange'':''203.0.113.7''}]}', false",
        "'{''isVirtualNetworkFilterEnabled'':true,''ipRules'':[]}', false",
        "'{''isVirtualNetworkFilterEnabled'':true,''ipRules'':[{''ipAddressOrRange'':''0.0.0.0/0''}]}', true",
        "'{''ipRules'':[{''ipAddressOrRange'':''0.0.0.0''}]}', false"
    })
    void aCosmosAccountLetsInEverybodyWhereItNamesNobody(String properties, boolean open) {
        assertThat(type("azure.cosmos.account")
                        .facetsOf(Doc.of("properties", json(properties)))
                        .get("admitsTheInternet"))
                .isEqualTo(open);
    }
}
