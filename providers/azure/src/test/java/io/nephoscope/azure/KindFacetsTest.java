package io.nephoscope.azure;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What properties of the Resource Manager come to in the words of a kind, by the API's reference. */
class KindFacetsTest {
    private static Object facet(String type, String facet, String properties) {
        return type(type).facetsOf(Doc.of("properties", json(properties))).get(facet);
    }

    /** Disks, DiskState: reserved is what is attached to a machine that is stopped and deallocated. */
    @ParameterizedTest
    @CsvSource({"Attached, true", "Reserved, true", "Frozen, true", "Unattached, false"})
    void aDiskIsAttachedOrNot(String state, boolean attached) {
        assertThat(facet("azure.compute.disk", "attached", "{'diskState':'" + state + "'}"))
                .isEqualTo(attached);
        assertThat(facet("azure.compute.disk", "attached", "{}")).isInstanceOf(Unknown.class);
    }

    /** ActiveSAS: an address leads to the disk, be it attached or not. */
    @Test
    void ofADiskThatCanBeDownloadedOnlyItsMachineTellsWhetherItIsAttached() {
        Doc disk = Doc.of("properties", json("{'diskState':'ActiveSAS'}"));
        assertThat(type("azure.compute.disk").facetsOf(disk).get("attached")).isInstanceOf(Unknown.class);
        assertThat(type("azure.compute.disk")
                        .facetsOf(disk.with("managedBy", "/vm/1"))
                        .get("attached"))
                .isEqualTo(true);
    }

    @Test
    void aFrontendWithABlockOfPublicAddressesHasSomeThatAreNotKnown() {
        assertThat((DocList) facet(
                        "azure.network.load_balancer",
                        "publicAddresses",
                        "{'frontendIPConfigurations':[{'properties':{'publicIPPrefix':{'id':'/prefix/1'}}}]}"))
                .singleElement()
                .isInstanceOf(Unknown.class);
    }

    @Test
    void anInterfaceHasItsPrivateAddressAndAPublicOneWhoseNumberStandsElsewhere() {
        String inside = "{'ipConfigurations':[{'properties':{'privateIPAddress':'10.0.0.4'}}]}";
        assertThat(facet("azure.network.interface", "addresses", inside)).isEqualTo(DocList.of("10.0.0.4"));
        DocList both = (DocList)
                facet(
                        "azure.network.interface",
                        "addresses",
                        "{'ipConfigurations':[{'properties':{'privateIPAddress':'10.0.0.4','publicIPAddress':{'id':'/pip/1'}}}]}");
        assertThat(both.get(0)).isEqualTo("10.0.0.4");
        assertThat(((Unknown) both.get(1)).causes())
                .extracting(cause -> cause.permission())
                .containsExactly("Microsoft.Network/publicIPAddresses/read");
        assertThat(facet("azure.network.interface", "addresses", "{}")).isInstanceOf(Unknown.class);
    }

    @Test
    void aLoadBalancerWithoutPublicFrontendHasNoPublicAddress() {
        String inside = "{'frontendIPConfigurations':[{'properties':{'privateIPAddress':'10.0.0.9'}}]}";
        String outside = "{'frontendIPConfigurations':[{'properties':{'publicIPAddress':{'id':'/pip/1'}}}]}";
        assertThat(facet("azure.network.load_balancer", "publicAddresses", inside))
                .isEqualTo(DocList.empty());
        assertThat(((DocList) facet("azure.network.load_balancer", "publicAddresses", outside)).size())
                .isEqualTo(1);
    }

    @Test
    void aPublicAddressWithoutNumberIsOneThatNothingUses() {
        assertThat(facet("azure.network.public_address", "addresses", "{'publicIPAllocationMethod':'Dynamic'}"))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet("azure.network.public_address", "attached", "{'ipAddress':'203.0.113.7'}"))
                .isEqualTo(false);
        assertThat(facet("azure.network.public_address", "attached", "{'natGateway':{'id':'/nat/1'}}"))
                .isEqualTo(true);
        Unknown denied = denied("Microsoft.ResourceGraph:QueryResources");
        assertThat(type("azure.network.public_address")
                        .facetsOf(Doc.of("properties", denied))
                        .get("attached"))
                .isEqualTo(denied);
    }

    /** Managed Clusters, UpgradeChannel: node-image upgrades what the nodes run on, and none is the default. */
    @ParameterizedTest
    @CsvSource({"patch, true", "stable, true", "rapid, true", "node-image, false", "none, false"})
    void aClusterIsUpdatedByAChannelThatRenewsKubernetes(String channel, boolean updated) {
        assertThat(facet("azure.aks.cluster", "updated", "{'autoUpgradeProfile':{'upgradeChannel':'" + channel + "'}}"))
                .isEqualTo(updated);
        assertThat(facet("azure.aks.cluster", "updated", "{'autoUpgradeProfile':{}}"))
                .isEqualTo(false);
    }

    @Test
    void aPrivateClusterIsNotPublicAndOneThatNamesNoRangesIs() {
        assertThat(facet("azure.aks.cluster", "public", "{'apiServerAccessProfile':{'enablePrivateCluster':true}}"))
                .isEqualTo(false);
        assertThat(facet("azure.aks.cluster", "public", "{'fqdn':'harbour.hcp.westeurope.azmk8s.io'}"))
                .isEqualTo(true);
    }

    /** Database Accounts, PeriodicModeProperties: hours. ContinuousTier: 7 or 30 days, 30 where none was chosen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Periodic','periodicModeProperties':{'backupRetentionIntervalInHours':8}} | 0",
                "{'type':'Periodic','periodicModeProperties':{'backupRetentionIntervalInHours':720}} | 30",
                "{'type':'Continuous','continuousModeProperties':{'tier':'Continuous7Days'}} | 7",
                "{'type':'Continuous'} | 30"
            })
    void backupsOfADocumentDatabaseGoBackSoManyDays(String policy, long days) {
        assertThat(facet("azure.cosmos.account", "backupRetentionDays", "{'backupPolicy':" + policy + "}"))
                .isEqualTo(days);
    }

    @Test
    void namesAreTakenFromAddressesOfTheWeb() {
        assertThat(facet(
                        "azure.cosmos.account",
                        "domains",
                        "{'documentEndpoint':'https://harbour.documents.azure.com:443/'}"))
                .isEqualTo(DocList.of("harbour.documents.azure.com"));
        assertThat(facet("azure.keyvault.vault", "domains", "{'vaultUri':'https://harbour.vault.azure.net/'}"))
                .isEqualTo(DocList.of("harbour.vault.azure.net"));
        assertThat(facet("azure.keyvault.vault", "domains", "{'vaultUri':'harbour'}"))
                .isInstanceOf(Unknown.class);
    }

    /** Registries: pulls without a name, and from where. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'anonymousPullEnabled':true} | true",
                "{'anonymousPullEnabled':false} | false",
                "{'anonymousPullEnabled':true,'publicNetworkAccess':'Disabled'} | false",
                "{'anonymousPullEnabled':true,'networkRuleSet':{'defaultAction':'Deny','ipRules':[]}} | false",
                "{'anonymousPullEnabled':true,'networkRuleSet':{'defaultAction':'Deny','ipRules':[{'value':'0.0.0.0/0'}]}} | true"
            })
    void aRegistryIsPublicWhereAnyoneGetsToItAndNeedsNoName(String properties, boolean isPublic) {
        assertThat(facet("azure.container.registry", "public", properties)).isEqualTo(isPublic);
    }

    @Test
    void aFirewallThatOnlyDetectsDoesNotEnforce() {
        assertThat(facet(
                        "azure.network.waf_policy",
                        "enforcing",
                        "{'policySettings':{'state':'Enabled','mode':'Detection'}}"))
                .isEqualTo(false);
        assertThat(facet(
                        "azure.network.waf_policy",
                        "enforcing",
                        "{'policySettings':{'state':'Enabled','mode':'Prevention'}}"))
                .isEqualTo(true);
        assertThat(facet("azure.network.waf_policy", "enforcing", "{'policySettings':{'state':'Disabled'}}"))
                .isEqualTo(false);
    }

    @Test
    void aFlowLogWithoutPolicyIsKeptWithoutEnd() {
        assertThat(facet("azure.network.flow_log", "retentionDays", "{'retentionPolicy':{'enabled':true,'days':90}}"))
                .isEqualTo(90L);
        assertThat(facet("azure.network.flow_log", "retentionDays", "{'retentionPolicy':{'enabled':false,'days':90}}"))
                .isEqualTo(Absent.ABSENT);
    }
}
