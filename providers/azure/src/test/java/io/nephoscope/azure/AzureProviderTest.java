package io.nephoscope.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                        Target::tenant,
                        Target::label,
                        it -> it.setting("subscription").orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Lakeside/Operations",
                                "azure/Harbour Production (" + AzureWorld.HARBOUR + ")",
                                AzureWorld.HARBOUR),
                        org.assertj.core.groups.Tuple.tuple(
                                "Lakeside", "azure/Lighthouse (" + AzureWorld.LIGHTHOUSE + ")", AzureWorld.LIGHTHOUSE));
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

    private static Outcome<Integer> list(Connection harbour, List<Doc> into) {
        Listing.Walk walk = ComputeDisk.TYPE.listing().walk();
        return walk.list(harbour.account(), into::add);
    }
}
