package io.nephoscope.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.yaml.YamlException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that nobody wrote Java for, described in two files and asked over a socket. */
class RestProviderTest {
    private static final String TOKEN = "canary-7f31c0ffee";
    private static final String SERVICE = """
            service: hill
            title: Hill console
            settings:
              url: {ask: address of the console, example: "https://hill.example"}
              apiToken: {ask: token of a user that may only read, secret: true}
            url: "{url}/api"
            auth: {kind: bearer, token: $apiToken}
            account: {call: self, id: serial}
            regions: none
            errors: {code: code, message: msg, denied: [403]}
            calls:
              self: {get: /self}
              hosts: {get: /hosts, permission: right to read hosts, items: hosts, paging: {token: query.next, next: next}}
            """;
    private static final String HOST = """
            type: hill.host
            title: Host
            kind: compute.vm
            list: {call: hosts}
            id: id
            schema: {string: id state, secret: password}
            tags: {untold: the console has no tags}
            facets: {running: state == 'on'}
            """;

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> traced = new ArrayList<>();
    private final Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL);
    private HttpServer console;
    private String denied = "";

    @BeforeEach
    void start() throws IOException {
        console = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        console.createContext("/api", this::answer);
        console.start();
        Files.writeString(folder.resolve("hill.yaml"), SERVICE);
        Files.writeString(folder.resolve("hill.host.yaml"), HOST);
    }

    @AfterEach
    void stop() {
        console.stop(0);
        gateway.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = switch (known ? path : "") {
            case "/api/self" -> "{\"serial\":\"H-1\"}";
            case "/api/hosts" -> "{\"hosts\":[{\"id\":\"a\",\"state\":\"on\",\"password\":\"p\"}],\"next\":\"2\"}";
            case "/api/hosts?next=2" -> "{\"hosts\":[{\"id\":\"b\",\"state\":\"off\"}]}";
            default -> "{\"code\":\"NoToken\",\"msg\":\"who is " + TOKEN + "?\"}";
        };
        int status = !known || path.equals(denied) ? 403 : 200;
        byte[] bytes = (status == 403 ? "{\"code\":\"NoRight\",\"msg\":\"you said " + TOKEN + "\"}" : body)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Provider provider() {
        return new RestSources()
                .in(folder, Set.of("aws"), line -> traced.add(line.en()))
                .get(0);
    }

    private Target target(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(more);
        settings.putIfAbsent("url", "http://127.0.0.1:" + console.getAddress().getPort());
        return new Target(
                "hill",
                "",
                "hill console",
                List.of(),
                settings,
                () -> Credentials.of(Map.of("apiToken", TOKEN)),
                folder);
    }

    private Outcome<Integer> list(Provider provider, Target target, List<Doc> hosts) throws TargetException {
        try (Connection connection = provider.connect(target, gateway)) {
            assertThat(connection.account().scope().account()).isEqualTo("H-1");
            return provider.types().get(0).listing().walk().list(connection.account(), hosts::add);
        }
    }

    @Test
    void aSourceIsWhatItsFilesSay() {
        Provider hill = provider();
        assertThat(hill.name()).isEqualTo("hill");
        assertThat(hill.types()).extracting(AssetType::name).containsExactly("hill.host");
        assertThat(hill.settings())
                .extracting(Provider.Setting::name)
                .contains("url", "ca", "proxy", "record", "replay");
        assertThat(hill.credentialFields())
                .singleElement()
                .extracting(Provider.CredentialField::variable)
                .isEqualTo("HILL_API_TOKEN");
        assertThat(hill.policy(target(Map.of()), hill.types().get(0).listing().operations()))
                .isEqualTo(Optional.of("right to read hosts"));
        assertThat(hill.reading(hill.types().get(0).listing().operations().get(0))
                        .en())
                .isEqualTo("it is a GET: GET /hosts");
    }

    @Test
    void itsAssetsAreListedToTheEndAndEachRequestIsTold() throws TargetException {
        List<Doc> hosts = new ArrayList<>();
        assertThat(list(provider(), target(Map.of()), hosts)).isEqualTo(Outcome.value(2));
        assertThat(hosts).extracting(host -> host.text("id")).containsExactly("a", "b");
        assertThat(asked).containsExactly("/api/self", "/api/hosts", "/api/hosts?next=2");
        assertThat(traced).hasSize(3).last().asString().contains("/api/hosts?next=2: 200, ");
    }

    @Test
    void aRefusalCostsTheListAndNamesTheRightThatIsMissingAndNoSecret() throws TargetException {
        denied = "/api/hosts?next=2";
        List<Doc> hosts = new ArrayList<>();
        Outcome<Integer> ending = list(provider(), target(Map.of()), hosts);

        assertThat(hosts).hasSize(1);
        assertThat(ending.cause("", "").outcome()).isEqualTo(Status.DENIED);
        assertThat(ending.cause("", "").permission()).isEqualTo("right to read hosts");
        assertThat(ending.cause("", "").message().en())
                .startsWith("NoRight: you said ")
                .doesNotContain(TOKEN);
        assertThat(traced).noneMatch(line -> line.contains(TOKEN));
    }

    @Test
    void aConsoleThatDoesNotSayWhoseItIsIsRefusedWithTheMend() {
        denied = "/api/self";
        assertThatThrownBy(() -> provider().connect(target(Map.of()), gateway))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(
                        "hill console: Hill console did not say whose account this is (hill:self: NoRight")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void aMissingSettingAndAMissingSecretAreNamedWithWhatTheyAre() {
        Target bare = new Target("hill", "", "hill console", List.of(), Map.of("url", "http://127.0.0.1:1"), folder);
        assertThatThrownBy(() -> provider().connect(bare, gateway))
                .hasMessage("hill console: apiToken is missing (token of a user that may only read);"
                        + " set HILL_API_TOKEN, or say under credentials where it is kept.");
        Target lost = new Target("hill", "", "hill console", List.of(), Map.of(), folder);
        assertThatThrownBy(() -> provider().connect(lost, gateway))
                .hasMessageContaining("the setting url is missing (address of the console, as https://hill.example)");
        assertThatThrownBy(() -> provider().connect(target(Map.of("url", "no address")), gateway))
                .hasMessageContaining("the settings make no address of Hill console");
    }

    @Test
    void whatWasRecordedIsReplayedWithoutACredentialAndWithoutANetwork() throws TargetException, IOException {
        List<Doc> live = new ArrayList<>();
        Map<String, String> address = target(Map.of()).settings();
        list(provider(), target(Map.of("record", "hill.ndjson")), live);
        console.stop(0);
        Target replayed = new Target(
                "hill",
                "",
                "hill console",
                List.of(),
                Map.of("url", address.getOrDefault("url", ""), "replay", "hill.ndjson"),
                folder);
        List<Doc> again = new ArrayList<>();
        try (Connection connection = provider().connect(replayed, gateway)) {
            assertThat(connection.recordedAt())
                    .as("nobody is asked, and the report says so")
                    .isPresent();
        }

        assertThat(list(provider(), replayed, again)).isEqualTo(Outcome.value(2));
        assertThat(again).extracting(host -> host.text("id")).containsExactly("a", "b");
        assertThat(Files.readString(folder.resolve("hill.ndjson"))).doesNotContain(TOKEN);
    }

    @Test
    void filesThatDoNotFitTogetherAreSaidWithTheirPlace() throws IOException {
        Files.writeString(folder.resolve("lake.pump.yaml"), HOST.replace("hill.host", "hil.host"));
        assertThatThrownBy(this::provider)
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("lake.pump.yaml, line 1")
                .hasMessageContaining("describes the service hil (did you mean hill?)");

        Files.writeString(folder.resolve("lake.pump.yaml"), "name: what is this\n");
        assertThatThrownBy(this::provider).hasMessageContaining("neither a service (service: …) nor a type (type: …)");

        Files.writeString(folder.resolve("lake.pump.yaml"), SERVICE.replace("service: hill", "service: aws"));
        assertThatThrownBy(this::provider)
                .hasMessageContaining(
                        "lake.pump.yaml, line 1, column 10, field service: there is a provider aws already");

        Files.writeString(folder.resolve("lake.pump.yaml"), SERVICE);
        assertThatThrownBy(this::provider).hasMessageContaining("another file describes hill too");
    }

    @Test
    void aFileReachesNoCodeAndNoOtherAddress() throws IOException {
        Files.writeString(folder.resolve("hill.host.yaml"), HOST + "details: {x: {java: java.lang.Runtime}}\n");
        assertThatThrownBy(this::provider)
                .hasMessageContaining("there is no detail in Java of the name java.lang.Runtime");

        Files.writeString(folder.resolve("hill.host.yaml"), HOST);
        Files.writeString(
                folder.resolve("hill.yaml"), SERVICE.replace("{get: /self}", "{get: \"//evil.example/self\"}"));
        assertThatThrownBy(() -> provider().connect(target(Map.of()), gateway)).isInstanceOf(TargetException.class);
        assertThat(asked).as("its own address, whatever the path").containsExactly("/api//evil.example/self");

        Files.writeString(folder.resolve("hill.yaml"), SERVICE.replace("{get: /self}", "{delete: /self}"));
        assertThatThrownBy(this::provider).hasMessageContaining("delete");
    }
}
