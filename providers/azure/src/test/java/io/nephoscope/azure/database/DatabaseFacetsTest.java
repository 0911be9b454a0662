package io.nephoscope.azure.database;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
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
        Doc facets = SqlDatabase.TYPE.facetsOf(master);
        assertThat(facets.get("encrypted")).isEqualTo(Absent.ABSENT);
        assertThat(facets.get("public")).isEqualTo(Absent.ABSENT);
        assertThat(facets.get("backupRetentionDays")).isEqualTo(Absent.ABSENT);
        assertThat(facets.get("holdsData")).isEqualTo(false);
    }

    @Test
    void aDatabaseIsReachedThroughItsServer() {
        String database = "{'name':'orders','server':{'properties':%s}}";
        assertThat(facet(SqlDatabase.TYPE, database.formatted("{'publicNetworkAccess':'Disabled'}"), "public"))
                .isEqualTo(false);
        assertThat(facet(SqlDatabase.TYPE, database.formatted("{'publicNetworkAccess':'Enabled'}"), "public"))
                .isEqualTo(true);
        assertThat(facet(SqlDatabase.TYPE, database.formatted("{}"), "public")).isEqualTo(true);
        assertThat(SqlDatabase.TYPE
                        .facetsOf(json("{'name':'orders'}").with("server", DENIED))
                        .get("public"))
                .isEqualTo(DENIED);
    }

    @Test
    void aSecondaryHasNoBackupsOfItsOwnAndAWarehouseHasThoseOfAzure() {
        assertThat(facet(
                        SqlDatabase.TYPE,
                        "{'name':'o','kind':'v12.0,user','properties':{'secondaryType':'Geo'}}",
                        "backupRetentionDays"))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet(
                        SqlDatabase.TYPE,
                        "{'name':'o','kind':'v12.0,user,datawarehouse','properties':{}}",
                        "backupRetentionDays"))
                .isEqualTo(7L);
    }

    @Test
    void theServerOfADatabaseIsWhatItsIdBeginsWith() {
        Object ids = SqlDatabase.TYPE
                .relation("server")
                .orElseThrow()
                .nativeIds()
                .apply(
                        json(
                                "{'id':'/subscriptions/S/resourceGroups/G/providers/Microsoft.Sql/servers/Harbour/databases/Orders'}"));
        assertThat(ids)
                .isEqualTo(DocList.of("/subscriptions/s/resourcegroups/g/providers/microsoft.sql/servers/harbour"));
    }

    @Test
    void aFirewallDecidesNothingAtAnAddressThatIsOff() {
        Doc server = json("{'properties':{'publicNetworkAccess':'Disabled'}}").with("firewallRules", DENIED);
        assertThat(SqlServer.TYPE.facetsOf(server).get("admitsTheInternet")).isEqualTo(false);
        Doc open = json("{'properties':{}}").with("firewallRules", DENIED);
        assertThat(SqlServer.TYPE.facetsOf(open).get("admitsTheInternet")).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @CsvSource({"Replica", "AsyncReplica", "GeoAsyncReplica"})
    void aReplicaOfAFlexibleServerHasNoBackupsOfItsOwn(String role) {
        String replica = "{'properties':{'replicationRole':'" + role + "','backup':{'backupRetentionDays':7}}}";
        assertThat(facet(FlexibleServer.POSTGRES, replica, "backupRetentionDays"))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet(FlexibleServer.MYSQL, replica, "backupRetentionDays")).isEqualTo(Absent.ABSENT);
    }

    @Test
    void aPrimaryOrALoneFlexibleServerHasItsOwnBackups() {
        for (String role : new String[] {"Primary", "Source", "None"}) {
            assertThat(facet(
                            FlexibleServer.POSTGRES,
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
        assertThat(CosmosAccount.TYPE
                        .facetsOf(Doc.of("properties", json(properties)))
                        .get("admitsTheInternet"))
                .isEqualTo(open);
    }
}
