package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.http.HttpTransport;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens as OpenStack's identity service gives them, against a server that answers as it does. */
class KeystoneTest {
    private static final String OF_PROJECT = "project: $project";

    private final Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL);
    private final List<Doc> came = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private OpenStackServer cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = new OpenStackServer();
        settings.put("url", cloud.url() + "/compute");
        settings.put("identity", cloud.url() + "/identity");
        settings.put("user", OpenStackServer.USER);
        settings.put("password", OpenStackServer.PASSWORD);
        settings.put("domain", OpenStackServer.DOMAIN);
        settings.put("project", "lake");
    }

    @AfterEach
    void stop() {
        cloud.close();
        gateway.close();
    }

    private static Service service(String scope) {
        return Service.read(YamlNode.parse("stack.yaml", """
                service: stack
                settings: {url: {ask: u}, identity: {ask: i}, user: {ask: n}, domain: {ask: d}, project: {ask: p}, password: {ask: w, secret: true}}
                url: "{url}"
                regions: [north, south]
                place: {tenant: $project}
                auth: {kind: keystone, at: $identity, user: $user, password: $password, domain: $domain%s}
                errors: {message: error.message}
                calls:
                  servers: {get: /servers, with: {query.region: "{region}"}, items: servers, paging: none}
                """.formatted(scope.isEmpty() ? "" : ", " + scope)));
    }

    private Site site(String scope) {
        Service service = service(scope);
        RestClient client = RestClient.of(
                service,
                new HttpTransport(Duration.ofSeconds(20), Optional.empty(), Optional.empty()),
                settings,
                Clock.systemUTC(),
                doubt -> {});
        return Site.of(
                "stack", new Scope("", "1", "north"), client, new RestFailures(service, settings.values()), gateway);
    }

    private String list(Site site, String scope) {
        return Replies.words(service(scope).call("servers").items(site, Map.of(), came::add));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project: $project | project lake",
                "projectId: 8f2c | project id 8f2c",
                "'' | domain harbour",
                "project: 'north_{tenant}' | project north_lake"
            })
    void aTokenIsOfAProjectOrOfTheDomain(String scope, String of) {
        assertThat(list(site(scope), scope)).isEqualTo("value 1");
        assertThat(came).containsExactly(Doc.of("id", "vm of " + of));
        assertThat(cloud.asked).containsExactly("token of " + of, "servers of " + of);
    }

    @Test
    void aTokenThatIsNotTakenAnyMoreIsRenewedOnceAndEachOtherCallUsesIt() {
        Site site = site(OF_PROJECT);
        assertThat(list(site, OF_PROJECT)).isEqualTo("value 1");
        cloud.expire();
        assertThat(list(site, OF_PROJECT)).isEqualTo("value 1");
        assertThat(list(site, OF_PROJECT)).isEqualTo("value 1");
        assertThat(cloud.asked)
                .containsExactly(
                        "token of project lake",
                        "servers of project lake",
                        "servers of nobody",
                        "token of project lake",
                        "servers of project lake",
                        "servers of project lake");
    }

    @Test
    void eachRegionHasItsTokenWhereTheProjectIsNamedByIt() {
        String byRegion = "project: '{region}'";
        Site north = site(byRegion);
        assertThat(list(north, byRegion)).isEqualTo("value 1");
        assertThat(list(north.in("south"), byRegion)).isEqualTo("value 1");
        assertThat(list(north, byRegion)).isEqualTo("value 1");
        assertThat(cloud.asked)
                .containsExactly(
                        "token of project north",
                        "servers of project north",
                        "token of project south",
                        "servers of project south",
                        "servers of project north");
    }

    @Test
    void aPasswordThatIsNotTakenIsACredentialThatDoesNotHold() {
        settings.put("password", "wrong");
        assertThat(list(site(OF_PROJECT), OF_PROJECT))
                .isEqualTo("signed_out LoginRefused: the login was refused with HTTP 401");
    }

    @Test
    void theTokenIsASecret() {
        assertThat(list(site(OF_PROJECT), OF_PROJECT)).isEqualTo("value 1");
        assertThat(Secrets.maskKnown("you sent " + OpenStackServer.TOKEN + 1)).doesNotContain(OpenStackServer.TOKEN);
    }

    @Test
    void whereTokensAreGivenIsAnAddress() {
        settings.put("identity", "nowhere");
        assertThatThrownBy(() -> site(OF_PROJECT)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project: $project, projectId: x | field auth.projectId: a token is of one project",
                "project: '{regin}' | field auth.project: {regin} is not known here (did you mean {region}?)",
                "projct: $project | field auth.projct: there is no such field (did you mean project?)"
            })
    void aSlipIsOneLineThatNamesThePlace(String scope, String message) {
        assertThatThrownBy(() -> service(scope))
                .hasMessageStartingWith("stack.yaml, line 6")
                .hasMessageContaining(message);
    }
}
