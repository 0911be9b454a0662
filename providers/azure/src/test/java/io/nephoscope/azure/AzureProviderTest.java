package io.nephoscope.azure;

import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.azure.replay.AzureFault;
import io.nephoscope.azure.replay.AzureServer;
import io.nephoscope.azure.replay.AzureWorld;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureProviderTest {
    private static final CredentialSource SECRET =
            () -> Credentials.of(Map.of(AzureSettings.SECRET, AzureWorld.SECRET));

    private final AzureProvider provider = new AzureProvider();
    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(10), 1, 1, Duration.ZERO, Duration.ZERO, 500), Pace.REAL);
    private AzureServer server;

    @BeforeEach
    void start() throws IOException {
        server = AzureServer.start(AzureWorld.whole(), 1, 1, 1_000);
    }

    @AfterEach
    void stop() {
        server.close();
        gateway.close();
        provider.close();
    }

    private Target target(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.putAll(more);
        return new Target("azure", "Lakeside", "azure", List.of(), settings, SECRET, Path.of("."));
    }

    private Connection harbour() throws TargetException {
        return provider.connect(target(Map.of("subscription", AzureWorld.HARBOUR)), gateway);
    }

    @Test
    void everySubscriptionThatTheCredentialSeesIsATargetBelowItsManagementGroups() throws TargetException {
        List<Target> members = provider.accounts(target(Map.of()), gateway);

        assertThat(members)
                .extracting(
                        Target::branch,
                        Target::label,
                        it -> it.setting("subscription").orElseThrow())
                .containsExactly(
                        tuple(
                                "Lakeside/Operations",
                                "azure/Harbour Production (" + AzureWorld.HARBOUR + ")",
                                AzureWorld.HARBOUR),
                        tuple("Lakeside", "azure/Lighthouse (" + AzureWorld.LIGHTHOUSE + ")", AzureWorld.LIGHTHOUSE));
    }

    @Test
    void aSubscriptionThatIsDisabledIsReadLikeAnyOther() throws Exception {
        AzureWorld world = AzureWorld.bare();
        world.subscription(AzureWorld.LIGHTHOUSE, "Closed/Down", "Disabled");
        try (AzureServer other = AzureServer.start(world)) {
            Target all = new Target("azure", "", "azure", List.of(), other.settings(), SECRET, Path.of("."));
            List<Target> members = provider.accounts(all, gateway);
            List<Doc> listed = new ArrayList<>();
            try (Connection closed = provider.connect(members.get(1), gateway)) {
                type("azure.subscription").listing().walk().list(closed.account(), listed::add);
            }

            assertThat(members.get(1).label()).isEqualTo("azure/Closed-Down (" + AzureWorld.LIGHTHOUSE + ")");
            assertThat(listed)
                    .singleElement()
                    .satisfies(subscription -> assertThat(
                                    subscription.doc("properties").text("state"))
                            .isEqualTo("Disabled"));
        }
    }

    @Test
    void aSubscriptionThatIsNamedStandsForItself() throws TargetException {
        Target named = target(Map.of("subscription", AzureWorld.LIGHTHOUSE));

        assertThat(provider.accounts(named, gateway)).containsExactly(named);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aListingIsReadPageByPage() throws TargetException {
        List<Doc> disks = new ArrayList<>();
        try (Connection harbour = harbour()) {
            Outcome<Integer> outcome = list(harbour, disks);

            assertThat(outcome).isEqualTo(Outcome.value(disks.size()));
            assertThat(disks)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(disk -> assertThat(disk.text("type")).isEqualTo("microsoft.compute/disks"));
        }
    }

    @Test
    void aListingOfWhatMayNotBeReadIsDeniedHoweverFewResourcesComeWithoutAWord() throws TargetException {
        server.revoke("Microsoft.Compute/disks/read");
        try (Connection harbour = harbour()) {
            Outcome<Integer> outcome = list(harbour, new ArrayList<>());

            assertThat(outcome.cause("", "").outcome()).isEqualTo(Status.DENIED);
            assertThat(outcome.cause("", "").permission()).isEqualTo("Microsoft.Compute/disks/read");
        }
    }

    @Test
    void aListingIsNotProvenWherePermissionsCannotBeRead() throws TargetException {
        server.revoke("Microsoft.Authorization/permissions/read");
        try (Connection harbour = harbour()) {
            List<Doc> disks = new ArrayList<>();
            Outcome<Integer> outcome = list(harbour, disks);

            assertThat(disks).isNotEmpty();
            assertThat(outcome.cause("", "").outcome()).isEqualTo(Status.DENIED);
            assertThat(outcome.cause("", "").permission()).isEqualTo("Microsoft.Authorization/permissions/read");
        }
    }

    @Test
    void whatCannotBeSignedInSaysSoWithoutTheSecret() {
        Target wrong = new Target(
                "azure",
                "",
                "azure",
                List.of(),
                target(Map.of("subscription", AzureWorld.HARBOUR)).settings(),
                () -> Credentials.of(Map.of(AzureSettings.SECRET, "another-secret-of-somebody")),
                Path.of("."));

        assertThatThrownBy(() -> provider.connect(wrong, gateway))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("AADSTS7000215")
                .hasMessageNotContaining("another-secret")
                .hasMessageNotContaining("Trace ID");
    }

    @Test
    void anErrorInXmlOrWithoutABodyEndsTheCall() throws TargetException {
        for (AzureFault fault : List.of(AzureFault.XML, AzureFault.EMPTY, AzureFault.HTML, AzureFault.CUT)) {
            try (Connection harbour = harbour()) {
                server.fail("graph", fault);
                assertThat(list(harbour, new ArrayList<>()).cause("", "").outcome())
                        .as(fault.toString())
                        .isEqualTo(Status.FAILED);
                server.heal();
            }
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() throws TargetException {
        Limits hasty = new Limits(Duration.ofSeconds(2), 1, 1, Duration.ZERO, Duration.ZERO, 500);
        try (Gateway impatient = new Gateway(hasty, Pace.REAL);
                Connection harbour = provider.connect(target(Map.of("subscription", AzureWorld.HARBOUR)), impatient)) {
            server.fail("graph", AzureFault.HANGING);

            assertThat(list(harbour, new ArrayList<>()).cause("", "").message().en())
                    .contains("no answer within 2 s");
        }
    }

    @Test
    void aRegionThatThereIsNotIsRefusedWithTheOneThatWasMeant() {
        Target typo = target(Map.of("subscription", AzureWorld.HARBOUR)).in(List.of("westerneurope"));

        assertThatThrownBy(() -> provider.connect(typo, gateway))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("azure: Azure has no region westerneurope")
                .hasMessageContaining("westeurope");
        assertThat(provider.connecting(typo)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "cloud, AzureChina, there is no cloud AzureChina",
        "subscription, production, is not an id such as",
        "endpoint-url, http://localhost:1, the setting endpoint-url is not an address such as https://",
        "authority-url, https://user:secret@localhost, the setting authority-url is not an address",
        "ca, no-such.pem, which does not exist",
        "proxy, proxy, the setting proxy is not an address",
        "client-id, '', a service principal needs tenant-id and client-id too"
    })
    void aSettingThatCannotBeUsedIsNamed(String setting, String value, String sentence) {
        Map<String, String> settings = new HashMap<>(Map.of("subscription", AzureWorld.HARBOUR));
        settings.put(setting, value);

        assertThatThrownBy(() -> provider.connect(target(settings), gateway))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("azure: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void anEndpointThatIsNotAzureIsFoundOut() {
        server.fail("Microsoft.Resources/subscriptions/read", AzureFault.HTML);

        assertThatThrownBy(this::harbour)
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("Azure did not show the subscription " + AzureWorld.HARBOUR);
    }

    @Test
    void tenThousandResourcesTakeTenQueries() throws Exception {
        AzureWorld large = AzureWorld.whole().in(AzureWorld.LIGHTHOUSE, "lamp");
        for (int i = 0; i < 10_000; i++) {
            large.resource("Microsoft.Compute/disks", "generated-" + i, "westeurope", "{properties: {}}");
        }
        try (AzureServer wide = AzureServer.start(large)) {
            Map<String, String> settings = new HashMap<>(wide.settings());
            settings.put("subscription", AzureWorld.LIGHTHOUSE);
            Target target = new Target("azure", "", "azure", List.of(), settings, SECRET, Path.of("."));
            List<Doc> disks = new ArrayList<>();
            try (Connection lighthouse = provider.connect(target, gateway)) {
                assertThat(list(lighthouse, disks)).isEqualTo(Outcome.value(10_000));
            }
            assertThat(wide.requests())
                    .filteredOn(it -> it.method().equals("POST") && !it.path().endsWith("token"))
                    .hasSize(10);
        }
    }

    private static Outcome<Integer> list(Connection harbour, List<Doc> into) {
        Listing.Walk walk = type("azure.compute.disk").listing().walk();
        return walk.list(harbour.account(), into::add);
    }
}
