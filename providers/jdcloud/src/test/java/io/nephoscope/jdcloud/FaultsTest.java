package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import io.nephoscope.jdcloud.fixture.JdFault;
import io.nephoscope.jdcloud.fixture.JdWorld;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong at JD Cloud, and what is made of it. */
class FaultsTest {
    private static JdCloudServer server;

    @BeforeAll
    static void start() throws Exception {
        server = JdCloudServer.start(JdWorld.seeded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void heal() {
        server.heal();
    }

    @ParameterizedTest
    @CsvSource({
        "DENIED, DENIED, HTTP_FORBIDDEN: fault on demand",
        "DENIED_WITH_200, DENIED, HTTP_FORBIDDEN: fault on demand",
        "UNAUTHORIZED, SIGNED_OUT, UNAUTHENTICATED: fault on demand; the same credentials are taken elsewhere",
        "BARRED, BARRED, 'HTTP_FORBIDDEN: fault on demand: explicit deny'",
        "THROTTLED, THROTTLED, RESOURCE_EXHAUSTED: fault on demand",
        "SERVER_ERROR, FAILED, INTERNAL: fault on demand",
        "HTML_502, FAILED, HTTP 502: a page in place of an answer",
        "HTML, FAILED, 'UnusableAnswer: it is no JSON, or says a key twice; check the endpoint and the proxy'",
        "STRANGE, FAILED, GREEN_ELEPHANT: fault on demand",
        "NOT_FOUND, FAILED, NOT_FOUND: fault on demand",
        "EMPTY, FAILED, UnusableAnswer: it is empty",
        "HOLLOW, FAILED, UnusableAnswer: it holds neither a result nor an error"
    })
    void aListingThatFailsIsAGapThatSaysWhy(JdFault fault, Status status, String message) throws Exception {
        server.fail(
                call -> call.name().equals("disk:describeDisks")
                        && call.region().equals("cn-north-1"),
                fault);
        Bench now = Bench.collect(Bench.target(server), "jdcloud.disk.disk");

        assertThat(now.unit("jdcloud.disk.disk", "cn-north-1").listing().outcome())
                .isEqualTo(status);
        assertThat(now.unit("jdcloud.disk.disk", "cn-north-1")
                        .listing()
                        .message()
                        .en())
                .isEqualTo(message);
        assertThat(now.unit("jdcloud.disk.disk", "cn-east-2").isGap()).isFalse();
        assertThat(now.assets()).extracting(asset -> asset.nativeId()).containsExactly("vol-east");
    }

    @ParameterizedTest
    @EnumSource(
            value = JdFault.class,
            names = {"CUT", "SILENCE"})
    void anAnswerThatDoesNotComeIsAGap(JdFault fault) throws Exception {
        server.fail("vm:describeImages", fault);
        Bench now = Bench.collect(Bench.target(server), "jdcloud.vm.image");

        assertThat(now.unit("jdcloud.vm.image", "cn-north-1").listing().outcome())
                .isEqualTo(Status.FAILED);
        assertThat(now.assets()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = JdFault.class,
            names = {"NOT_FOUND", "SILENCE", "CUT"},
            mode = EnumSource.Mode.EXCLUDE)
    void aBucketWhosePolicyCannotBeReadIsNeitherOpenNorClosed(JdFault fault) throws Exception {
        server.fail("oss:GetBucketPolicy", fault);
        Bench now = Bench.collect(Bench.target(server), "jdcloud.oss.bucket");

        assertThat(now.facets("lake-private").get("public")).isInstanceOf(Unknown.class);
        assertThat(now.facets("lake-public").get("public")).isEqualTo(true);
        Status status = switch (fault) {
            case DENIED, DENIED_WITH_200 -> Status.DENIED;
            case UNAUTHORIZED -> Status.SIGNED_OUT;
            case BARRED -> Status.BARRED;
            case THROTTLED -> Status.THROTTLED;
            default -> Status.FAILED;
        };
        assertThat(((Unknown) now.asset("lake-private").attributes().get("Policy")).causes())
                .as("%s", fault)
                .allMatch(cause -> cause.call().equals("oss:GetBucketPolicy") && cause.outcome() == status);
    }

    @Test
    void oneDetailThatFailsCostsOneAssetAndNoOther() throws Exception {
        server.fail(call -> call.name().equals("rds:describeSSL") && call.key().equals("mysql-bad"), JdFault.DENIED);
        Bench now = Bench.collect(Bench.target(server), "jdcloud.rds.instance");

        assertThat(now.asset("mysql-bad").attributes().get("sslAvailable")).isInstanceOf(Unknown.class);
        assertThat(now.asset("mysql-good").attributes().get("sslAvailable")).isEqualTo(true);
    }

    @Test
    void anInstanceOfTheWafWhoseDomainsAreDeniedLeavesThoseOfTheOthers() throws Exception {
        server.fail(call -> call.operation().equals("listMainCfg") && call.key().equals("waf-good"), JdFault.DENIED);
        Bench now = Bench.collect(Bench.target(server), "jdcloud.waf.domain");

        assertThat(now.assets()).extracting(asset -> asset.name()).containsExactly("shop.lake.example");
        assertThat(now.unit("jdcloud.waf.domain", "cn-north-1").listing().call())
                .isEqualTo("waf:listMainCfg");
        assertThat(now.unit("jdcloud.waf.domain", "cn-north-1").listing().outcome())
                .isEqualTo(Status.DENIED);
    }

    @Test
    void aKeyThatIsWithdrawnInMidScanStopsTheAccountAfterAFewCalls() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.fail(call -> asked.incrementAndGet() > 5, JdFault.UNAUTHORIZED);
        Bench now = Bench.collect(Bench.target(server));

        assertThat(now.units())
                .filteredOn(unit -> unit.listing().outcome().isGap())
                .isNotEmpty()
                .allMatch(Unit::isSignedOut)
                .anyMatch(unit ->
                        unit.listing().message().en().startsWith("not sent, since the credentials are refused since "));
        // Eight details and some listings may be on their way when the first of them is refused.
        assertThat(asked).hasValueLessThan(40);
    }

    /** A server that knows nothing must not make what it lists vanish. */
    @Test
    void whatIsListedStillIsNotGoneWhateverItsDetailsSay() throws Exception {
        server.fail("rds:describeSSL", JdFault.NOT_FOUND);
        Bench now = Bench.collect(Bench.target(server), "jdcloud.rds.instance");

        assertThat(now.asset("mysql-bad").attributes().get("sslAvailable")).isInstanceOf(Unknown.class);
        assertThat(now.asset("mysql-good").attributes().get("sslAvailable")).isInstanceOf(Unknown.class);
        assertThat(now.units()).allMatch(unit -> unit.gone() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "DENIED, grant it user:describeUser",
        "HTML, check the endpoint",
        "EMPTY, check the endpoint",
        "HOLLOW, check the endpoint"
    })
    void anAccountThatDoesNotSayItsNameIsNotReachedAndTheMendIsNamed(JdFault fault, String mend) {
        server.fail("user:describeUser", fault);
        assertThatThrownBy(() -> Bench.collect(Bench.target(server)))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("lake: JD Cloud did not say whose access key this is (")
                .hasMessageContaining(mend);
    }

    @Test
    void aWrongSecretIsRefusedAndNotRepeated() {
        Map<String, String> keys = new HashMap<>(Bench.KEYS);
        keys.put("secret-key", "canary-secret-0123456789");
        assertThatThrownBy(() -> Bench.collect(
                        Bench.target(Map.of("endpoint-url", server.endpoint().toString()), keys)))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("check the key, its secret and the clock")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null|the answer holds a text that is no JSON object",
                "[]|the answer holds a text that is no JSON object",
                "``|the answer leaves out the text that was asked for",
                "{'Version':'3','Statement':[{'Effect':'Allow','Effect':'Deny','Action':'*','Resource':'*'}]}"
                        + "|the answer holds a text in which the key Effect stands twice",
                "{'Version':'3'|the answer holds a text that is not JSON",
            })
    void aPolicyThatNobodyCanTellGrantsNeitherEverythingNorNothing(String document, String why) throws Exception {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        answer.putObject("defaultPolicyEdition").put("policyDocument", document.replace('\'', '"'));
        try (JdCloudServer own =
                JdCloudServer.start(JdWorld.seeded().answer("iam:describePolicy", "does-anything", answer))) {
            Bench now = Bench.collect(Bench.target(own), "jdcloud.iam.policy");

            assertThat(now.facets("does-anything").get("grantsAdmin"))
                    .isInstanceOfSatisfying(
                            Unknown.class,
                            unknown -> assertThat(unknown.causes())
                                    .extracting(cause -> cause.message().en())
                                    .containsExactly("UnusableAnswer: " + why));
        }
    }

    @ParameterizedTest
    @CsvSource({"'\"publicDomainName\": \"pg.example\"', true", "'\"publicDomainName\": \"\"', false", "'', "})
    void aDatabaseWhosePublicNameOnlyItsDetailTellsIsPublic(String field, @Nullable Boolean open) throws Exception {
        String answer = "{\"dbInstanceAttributes\": {" + field + "}}";
        try (JdCloudServer own = JdCloudServer.start(JdWorld.seeded()
                .answer("rds:describeInstanceAttributes", "pg-plain", new ObjectMapper().readTree(answer)))) {
            Object facet = Bench.collect(Bench.target(own), "jdcloud.rds.instance")
                    .facets("pg-plain")
                    .get("public");

            if (open == null) {
                assertThat(facet).isInstanceOf(Unknown.class);
            } else {
                assertThat(facet).isEqualTo(open);
            }
        }
    }

    @Test
    void aBucketPolicyThatIsNullLetsNeitherNobodyInNorEveryone() throws Exception {
        try (JdCloudServer own = JdCloudServer.start(
                JdWorld.seeded().answer("oss:GetBucketPolicy", "lake-private", NullNode.getInstance()))) {
            Bench now = Bench.collect(Bench.target(own), "jdcloud.oss.bucket");

            assertThat(now.facets("lake-private").get("public")).isInstanceOf(Unknown.class);
            assertThat(now.facets("lake-private").get("insecureTransportDenied"))
                    .isInstanceOf(Unknown.class);
        }
    }
}
