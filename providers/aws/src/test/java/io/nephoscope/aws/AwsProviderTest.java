package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.aws.sdk.AwsStub;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsProviderTest {
    private static final AssetType BUCKET = Declared.type("aws.s3.bucket");
    private static final AssetType QUEUE = Declared.type("aws.sqs.queue");
    private static final String SECRET = "wJalrXUtnFEMIK7MDENG";
    private static final Map<String, String> WORLD = Map.of(
            "GetCallerIdentity",
            identity("<Account>123456789012</Account><Arn>arn:aws-cn:iam::123456789012:user/ann</Arn>"),
            "DescribeRegions",
            "<DescribeRegionsResponse><regionInfo>"
                    + region("south", "<optInStatus>opted-in</optInStatus>")
                    + region("north", "<optInStatus>opt-in-not-required</optInStatus>")
                    + region("private", "")
                    + region("far", "<optInStatus>not-opted-in</optInStatus>")
                    + "</regionInfo></DescribeRegionsResponse>",
            "AssumeRole",
            "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>"
                    + SECRET
                    + "</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
                    + "</Credentials></AssumeRoleResult></AssumeRoleResponse>");

    private final Properties before = new Properties();
    private final AwsProvider provider = new AwsProvider();
    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(30), 1, 1, Duration.ZERO, Duration.ZERO, 500), Pace.REAL);

    @TempDir
    Path temp;

    private static String identity(String inside) {
        return "<GetCallerIdentityResponse><GetCallerIdentityResult>" + inside
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
    }

    private static String region(String name, String optIn) {
        return "<item><regionName>" + name + "</regionName>" + optIn + "</item>";
    }

    private static Map<String, String> worldWith(String action, String body) {
        Map<String, String> world = new HashMap<>(WORLD);
        world.put(action, body);
        return world;
    }

    private static Map<String, String> worldWithout(String action) {
        Map<String, String> world = new HashMap<>(WORLD);
        world.remove(action);
        return world;
    }

    @BeforeEach
    void settings() throws IOException {
        before.putAll(System.getProperties());
        System.setProperty("aws.accessKeyId", "AKIDENVIRONMENT");
        System.setProperty("aws.secretAccessKey", SECRET);
        System.setProperty("aws.region", "us-east-1");
        Path config =
                Files.writeString(temp.resolve("config"), "[profile audit]\nregion = eu-west-3\n[profile empty]\n");
        System.setProperty("aws.configFile", config.toString());
        Path keys = Files.writeString(
                temp.resolve("credentials"),
                "[audit]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = " + SECRET + "\n");
        System.setProperty("aws.sharedCredentialsFile", keys.toString());
    }

    @AfterEach
    void restore() {
        gateway.close();
        provider.close();
        System.setProperties(before);
    }

    private static Target target(Map<String, String> settings, String... regions) {
        return new Target("aws", "Group", "harbour", List.of(regions), settings, Path.of(""));
    }

    private Connection connect(AwsStub stub, Map<String, String> settings, String... regions) throws TargetException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("endpoint-url", stub.endpoint().toString());
        return provider.connect(target(all, regions), gateway);
    }

    @Test
    void anAccountIsKnownByTheNumberThatAwsGivesIt() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection connection = connect(stub, Map.of())) {
            assertThat(connection.account().scope()).isEqualTo(new Scope("Group", "123456789012", Scope.GLOBAL));
            assertThat(stub.signers()).containsExactly("AKIDENVIRONMENT");
        }
    }

    /** The environment's keys came before the profile's once, so that every target was the same account. */
    @Test
    void aProfileThatIsNamedComesBeforeTheKeysOfTheEnvironment() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection connection = connect(stub, Map.of("profile", "audit"))) {
            assertThat(connection.account().scope().account()).isEqualTo("123456789012");
            assertThat(stub.signers()).containsExactly("AKIDPROFILE");
        }
    }

    @Test
    void aRoleIsAssumedWithTheBaseCredentialsAndReadsWithItsOwn() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection connection =
                        connect(stub, Map.of("profile", "audit", "role-arn", "arn:aws:iam::123456789012:role/Audit"))) {
            assertThat(connection.account().scope().account()).isEqualTo("123456789012");
            assertThat(stub.signers()).containsExactly("AKIDPROFILE", "ASIAROLE");
        }
    }

    @Test
    void assumingARoleStandsInTheLedger() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection connection = connect(stub, Map.of("role-arn", "arn:aws:iam::123456789012:role/Audit"))) {
            assertThat(gateway.ledger().drain())
                    .extracting(row -> row.account() + " " + row.service() + ":" + row.operation())
                    .containsExactly("harbour sts:AssumeRole", "harbour sts:GetCallerIdentity");
        }
    }

    @Test
    void noTypeAssumesARole() {
        assertThat(provider.types())
                .flatExtracting(type -> type.uses(type.details()))
                .extracting(use -> use.operation().name())
                .doesNotContain("AssumeRole");
    }

    @Test
    void whatConnectingSendsIsWhatIsDeclaredForIt() throws Exception {
        for (Map<String, String> settings :
                List.of(Map.<String, String>of(), Map.of("role-arn", "arn:aws:iam::123456789012:role/Audit"))) {
            try (AwsStub stub = AwsStub.answering(WORLD);
                    Connection connection = connect(stub, settings)) {
                assertThat(gateway.ledger().drain())
                        .extracting(row -> row.service() + ":" + row.operation())
                        .containsExactlyElementsOf(provider.connecting(target(settings)).stream()
                                .map(Operation::call)
                                .toList());
                connection.regions();
                assertThat(gateway.ledger().drain())
                        .extracting(row -> row.service() + ":" + row.operation())
                        .containsExactlyElementsOf(provider.askingRegions().stream()
                                .map(Operation::call)
                                .toList());
            }
        }
    }

    @Test
    void theTimeIsThatOfTheAnswer() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection connection = connect(stub, Map.of())) {
            assertThat(connection.reachedAt())
                    .hasValueSatisfying(time -> assertThat(time).isBetween(before, Instant.now()));
        }
    }

    @Test
    void aRoleThatIsRefusedIsToldInTheWordsOfAws() throws IOException {
        try (AwsStub stub = AwsStub.answering(worldWithout("AssumeRole"))) {
            assertThatThrownBy(() -> connect(stub, Map.of("role-arn", "arn:aws:iam::1:role/Audit")))
                    .isInstanceOf(TargetException.class)
                    .hasMessage(
                            "harbour: the role arn:aws:iam::1:role/Audit cannot be assumed: check its trust policy and the"
                                    + " external id (AccessDenied: no AssumeRole for you).");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html/>", "<", ""})
    void aRoleWhoseAnswerCannotBeReadIsToldAndNotAStackTrace(String body) throws IOException {
        try (AwsStub stub = AwsStub.answering(worldWith("AssumeRole", body))) {
            assertThatThrownBy(() -> connect(stub, Map.of("role-arn", "arn:aws:iam::1:role/Audit")))
                    .isInstanceOf(TargetException.class)
                    .hasMessageStartingWith("harbour: the role arn:aws:iam::1:role/Audit cannot be assumed")
                    .hasMessageNotContaining("\n")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void aProfileThatIsNotThereIsToldWithThoseThatAre() throws IOException {
        try (AwsStub stub = AwsStub.answering(WORLD)) {
            assertThatThrownBy(() -> connect(stub, Map.of("profile", "aduit")))
                    .isInstanceOf(TargetException.class)
                    .hasMessage("There is no AWS profile aduit; the configuration files know audit, empty.");
        }
    }

    @Test
    void aProfileWithoutCredentialsIsTold() throws IOException {
        try (AwsStub stub = AwsStub.answering(WORLD)) {
            assertThatThrownBy(() -> connect(stub, Map.of("profile", "empty")))
                    .isInstanceOf(TargetException.class)
                    .hasMessageStartingWith("The AWS profile empty gives no credentials (")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void configurationFilesThatCannotBeReadAreTold() throws IOException {
        Files.writeString(temp.resolve("config"), "= no profile\n");
        try (AwsStub stub = AwsStub.answering(WORLD)) {
            assertThatThrownBy(() -> connect(stub, Map.of("profile", "audit")))
                    .isInstanceOf(TargetException.class)
                    .hasMessageStartingWith("The AWS configuration files cannot be read");
        }
    }

    @Test
    void anAccountThatRefusesUsIsToldWithTheReason() throws IOException {
        try (AwsStub stub = AwsStub.answering(Map.of())) {
            assertThatThrownBy(() -> connect(stub, Map.of()))
                    .isInstanceOf(TargetException.class)
                    .hasMessage(
                            "harbour: AWS did not say who we are (AccessDenied: no GetCallerIdentity for you); check"
                                    + " the credentials, the clock, the region and the endpoint.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                         | leaves out what is always sent (Account)
            <Account>1</Account>                                       | leaves out what is always sent (Arn)
            <Account>1</Account><Arn>nonsense</Arn>                    | does not name an account
            <Account></Account><Arn>arn:aws:iam::1:user/ann</Arn>      | leaves out what is always sent (Account)
            """)
    void whatDoesNotNameAnAccountIsNotAws(String inside, String message) throws IOException {
        try (AwsStub stub = AwsStub.answering(worldWith("GetCallerIdentity", identity(inside)))) {
            assertThatThrownBy(() -> connect(stub, Map.of()))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "http://", "ftp://host", "http://a b", "://", "/path", "http:host", "http://{host}/"
            })
    void anEndpointThatIsNoAddressIsTold(String endpoint) {
        assertThatThrownBy(() -> provider.connect(target(Map.of("endpoint-url", endpoint)), gateway))
                .isInstanceOf(TargetException.class)
                .hasMessage("harbour: the setting endpoint-url is not an address such as https://cloud.example:8443.");
    }

    @Test
    void anEndpointOfTheEnvironmentMayNameServiceAndRegion() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD)) {
            System.setProperty("aws.endpointUrl", stub.endpoint() + "/{service}/{region}");
            try (Connection connection = provider.connect(target(Map.of(), "north"), gateway)) {
                assertThat(connection.account().scope().account()).isEqualTo("123456789012");
            }
            System.setProperty("aws.endpointUrl", "{service}");
            assertThatThrownBy(() -> provider.connect(target(Map.of()), gateway))
                    .isInstanceOf(TargetException.class)
                    .hasMessage("harbour: AWS_ENDPOINT_URL is not an address such as https://cloud.example:8443.");
        }
    }

    @Test
    void theRegionsAreThoseThatTheAccountMayUse() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection connection = connect(stub, Map.of())) {
            assertThat(connection.regions()).isEqualTo(Outcome.value(List.of("north", "private", "south")));
            assertThat(connection.regions()).isEqualTo(connection.regions());
            assertThat(stub.signers()).hasSize(2);
        }
    }

    @Test
    void regionsThatAreDeniedAreNotKnown() throws Exception {
        try (AwsStub stub = AwsStub.answering(worldWithout("DescribeRegions"));
                Connection connection = connect(stub, Map.of())) {
            assertThat(connection.regions().cause("", "").outcome()).isEqualTo(Status.DENIED);
            assertThat(connection.regions().cause("", "").permission()).isEqualTo("ec2:DescribeRegions");
        }
    }

    @Test
    void regionsThatAreAskedForAreLookedAtEvenWhereTheyCannotBeChecked() throws Exception {
        try (AwsStub stub = AwsStub.answering(worldWithout("DescribeRegions"));
                Connection connection = connect(stub, Map.of(), "north", "new-1")) {
            assertThat(connection.regions()).isEqualTo(Outcome.value(List.of("north", "new-1")));
        }
    }

    @Test
    void aRegionToWhichTheAccountHasNotOptedInIsClosedAndTheOthersAreLookedAt() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection both = connect(stub, Map.of(), "north", "far");
                Connection all = connect(stub, Map.of())) {
            assertThat(both.regions()).isEqualTo(Outcome.value(List.of("north")));
            assertThat(both.closedRegions(List.of(QUEUE)))
                    .isEqualTo(Map.of("far", new Text("the account has not opted in to the region", "该账号未启用此区域")));
            assertThat(all.closedRegions(List.of(QUEUE))).isEmpty();
        }
    }

    @Test
    void regionsAreNotAskedForWhereNothingIsListedByRegion() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection connection = connect(stub, Map.of(), "far")) {
            int before = stub.signers().size();
            assertThat(connection.closedRegions(List.of(BUCKET))).isEmpty();
            assertThat(stub.signers()).hasSize(before);
        }
    }

    @Test
    void aRegionThatIsNotThereIsTold() throws Exception {
        try (AwsStub stub = AwsStub.answering(WORLD);
                Connection wrong = connect(stub, Map.of(), "north", "nort")) {
            assertThatThrownBy(wrong::regions)
                    .isInstanceOf(TargetException.class)
                    .hasMessage("harbour: AWS has no region nort; it offers far, north, private, south.");
        }
    }
}
