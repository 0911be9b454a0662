package io.nephoscope.azure;

import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.azure.replay.AzureRequest;
import io.nephoscope.azure.replay.AzureServer;
import io.nephoscope.azure.replay.AzureWorld;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listings and details of types that share a resource type, lie below others, or come from above. */
class DataListingTest {
    private final AzureProvider provider = new AzureProvider();
    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(10), 1, 1, Duration.ZERO, Duration.ZERO, 500), Pace.REAL);
    private final List<Doc> listed = new ArrayList<>();
    private AzureServer server;
    private Connection harbour;

    @BeforeEach
    void start() throws IOException, TargetException {
        server = AzureServer.start(AzureWorld.whole(), 2, 1, 1_000);
    }

    @AfterEach
    void stop() throws Exception {
        harbour.close();
        server.close();
        gateway.close();
        provider.close();
    }

    private Outcome<Integer> list(AssetType type) throws TargetException {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("subscription", AzureWorld.HARBOUR);
        harbour = provider.connect(
                new Target(
                        "azure",
                        "Lakeside",
                        "azure",
                        List.of(),
                        settings,
                        () -> Credentials.of(Map.of(AzureSettings.SECRET, AzureWorld.SECRET)),
                        Path.of(".")),
                gateway);
        return type.listing().walk().list(harbour.account(), listed::add);
    }

    private List<String> names() {
        return listed.stream().map(it -> it.text("name")).toList();
    }

    private Doc named(String name) {
        return listed.stream()
                .filter(it -> it.text("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<?> fill(AssetType type, String attribute, Doc asset) {
        return type.detail(attribute).orElseThrow().fetch().fetch(harbour.account(), asset);
    }

    @Test
    void keysAreListedBelowEveryVault() throws TargetException {
        assertThat(list(type("azure.keyvault.key"))).isEqualTo(Outcome.value(2));
        assertThat(names()).containsExactlyInAnyOrder("signing", "retired");
    }

    @Test
    void keysThatMayNotBeListedAreDeniedByName() throws TargetException {
        server.revoke("Microsoft.KeyVault/vaults/keys/read");

        Outcome<Integer> outcome = list(type("azure.keyvault.key"));

        assertThat(outcome.cause("", "").outcome()).isEqualTo(Status.DENIED);
        assertThat(outcome.cause("", "").permission()).isEqualTo("Microsoft.KeyVault/vaults/keys/read");
    }

    @Test
    void keysOfVaultsThatMayNotBeListedAreNotProvenToBeAll() throws TargetException {
        server.revoke("Microsoft.KeyVault/vaults/read");

        Outcome<Integer> outcome = list(type("azure.keyvault.key"));

        assertThat(outcome.cause("", "").outcome()).isEqualTo(Status.DENIED);
        assertThat(outcome.cause("", "").permission()).isEqualTo("Microsoft.KeyVault/vaults/read");
    }

    @Test
    void aVaultThatIsGoneByNowHasNoKeysAndCostsNoneOfTheOthers() throws Exception {
        AzureWorld world = AzureWorld.whole();
        world.goneFromTheResourceManager("Microsoft.KeyVault/vaults", "gone-keys");
        server.close();
        server = AzureServer.start(world, 2, 1, 1_000);

        assertThat(list(type("azure.keyvault.key"))).isEqualTo(Outcome.value(2));
        assertThat(names()).containsExactlyInAnyOrder("signing", "retired");
    }

    @Test
    void appsAreThoseThatAreNoFunctionAppsWithTheirSlots() throws TargetException {
        assertThat(list(type("azure.web.site"))).isEqualTo(Outcome.value(2));
        assertThat(names()).containsExactlyInAnyOrder("shop", "shop/staging");
    }

    @Test
    void functionAppsAreTheOthers() throws TargetException {
        assertThat(list(type("azure.web.function_app"))).isEqualTo(Outcome.value(3));
        assertThat(names()).containsExactlyInAnyOrder("thumbnails", "counter", "counter/staging");
    }

    @Test
    void appsWhoseSlotsMayNotBeReadAreNotProvenToBeAll() throws TargetException {
        server.revoke("Microsoft.Web/sites/slots/read");

        Outcome<Integer> outcome = list(type("azure.web.site"));

        assertThat(names()).containsExactly("shop");
        assertThat(outcome.cause("", "").outcome()).isEqualTo(Status.DENIED);
        assertThat(outcome.cause("", "").permission()).isEqualTo("Microsoft.Web/sites/slots/read");
    }

    @Test
    void aMachineHasTheAddressesOfItsInterfaces() throws TargetException {
        AssetType machine = type("azure.compute.virtual_machine");
        list(machine);
        Doc web = named("web-1");
        Doc whole = web.with(
                        "privateIPAddresses",
                        fill(machine, "privateIPAddresses", web).toField())
                .with(
                        "publicIPAddresses",
                        fill(machine, "publicIPAddresses", web).toField());

        assertThat(machine.facetsOf(whole).get("addresses")).isEqualTo(DocList.of("10.0.1.4"));
    }

    @Test
    void whatIsAskedOfASlotIsGrantedForSlots() throws TargetException {
        list(type("azure.web.site"));
        server.revoke("Microsoft.Web/sites/slots/config/read");

        assertThat(fill(type("azure.web.site"), "config", named("shop"))).isInstanceOf(Outcome.Value.class);
        assertThat(fill(type("azure.web.site"), "config", named("shop/staging"))
                        .cause("", "")
                        .permission())
                .isEqualTo("Microsoft.Web/sites/slots/config/read");
    }

    @Test
    void roleAssignmentsFromAboveAreListedToo() throws TargetException {
        list(type("azure.authorization.role_assignment"));

        assertThat(names())
                .containsExactlyInAnyOrder("owner-anna", "reader-dora", "access-frank", "locks-gwen", "owner-ben");
        assertThat(type("azure.authorization.role_assignment")
                        .facetsOf(named("owner-ben"))
                        .get("inherited"))
                .isEqualTo(true);
        assertThat(type("azure.authorization.role_assignment")
                        .facetsOf(named("owner-anna"))
                        .get("inherited"))
                .isEqualTo(false);
    }

    @Test
    void anAnswerWithoutPropertiesSaysNothing() throws Exception {
        AzureWorld world = AzureWorld.whole();
        world.withoutProperties("Microsoft.Storage/storageAccounts", "harbourlogs", "/blobServices/default");
        world.withoutProperties(
                "Microsoft.Storage/storageAccounts", "harbourlogs", "/blobServices/default/containers/logs");
        world.withoutProperties("Microsoft.KeyVault/vaults", "harbour-keys", "/keys/signing");
        server.close();
        server = AzureServer.start(world);
        list(type("azure.keyvault.key"));
        assertThat(type("azure.keyvault.key").facetsOf(named("signing")).get("expires"))
                .isInstanceOf(Unknown.class);
        harbour.close();

        list(type("azure.storage.account"));

        assertThat(fill(type("azure.storage.account"), "blobService", named("harbourlogs"))
                        .cause("", "")
                        .outcome())
                .isEqualTo(Status.FAILED);
        assertThat(fill(type("azure.storage.account"), "containers", named("harbourlogs"))
                        .cause("", "")
                        .outcome())
                .isEqualTo(Status.FAILED);
        assertThat(fill(type("azure.storage.account"), "containers", named("harbourpictures")))
                .isInstanceOf(Outcome.Value.class);
    }

    @Test
    void nothingIsAskedOfMasterNorOfFilesThatTheyDoNotHave() throws TargetException {
        list(type("azure.sql.database"));
        int before = server.requests().size();

        assertThat(fill(type("azure.sql.database"), "transparentDataEncryption", named("master"))
                        .toField())
                .isEqualTo(Absent.ABSENT);
        assertThat(fill(type("azure.sql.database"), "auditing", named("master")).toField())
                .isEqualTo(Absent.ABSENT);
        assertThat(fill(type("azure.sql.database"), "server", named("master")).toField())
                .isEqualTo(Absent.ABSENT);
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void theServersOfAllDatabasesAndTheirFirewallsAreAskedForOnce() throws TargetException {
        list(type("azure.sql.database"));
        int before = server.requests().size();

        for (Doc database : listed) {
            assertThat(fill(type("azure.sql.database"), "server", database).toField())
                    .as(database.text("name"))
                    .isInstanceOf(database.text("name").endsWith("master") ? Absent.class : Doc.class);
        }
        // The firewall of one server is off with its address; the other's has rules for each family of addresses.
        assertThat(server.requests().stream()
                        .skip(before)
                        .filter(request -> !request.query().contains("skiptoken"))
                        .map(AzureRequest::path)
                        .map(path -> path.substring(path.lastIndexOf('/') + 1)))
                .containsExactlyInAnyOrder("resources", "firewallRules", "ipv6FirewallRules");
    }

    @Test
    void anAccountThatIsShutAndForbidsItIsNotSearchedForOpenContainers() throws TargetException {
        list(type("azure.storage.account"));

        Doc shut = named("harbourlogs")
                .with("properties", Given.json("{'allowBlobPublicAccess':false,'publicNetworkAccess':'Disabled'}"));
        assertThat(fill(type("azure.storage.account"), "containers", shut).toField())
                .isEqualTo(Absent.ABSENT);
        assertThat(fill(type("azure.storage.account"), "containers", named("harbourlogs")))
                .isInstanceOf(Outcome.Value.class);
        assertThat(fill(type("azure.storage.account"), "blobService", named("harbourfiles"))
                        .toField())
                .isEqualTo(Absent.ABSENT);
    }
}
