package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Types;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets planted wherever they can be, and every byte that the program writes at its most talkative. */
class SecretsWireIT {
    private static final Canaries CANARIES = new Canaries();
    private static final String SECRET_KEY = CANARIES.opaque("AWS_SECRET_ACCESS_KEY");
    private static final String SESSION_TOKEN = CANARIES.opaque("AWS_SESSION_TOKEN");
    private static final String EXTERNAL_ID = CANARIES.opaque("external-id");

    @TempDir
    private static Path scanned;

    private static Moto moto;
    private static FaultProxy proxy;
    private static Nephoscope.Run run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void seedAndScan() throws Exception {
        moto = Moto.start();
        proxy = FaultProxy.before(moto);
        for (World world : List.of(
                new ComputeWorld(),
                new DatabaseWorld(),
                new IdentityWorld(),
                new StorageWorld(),
                new CanaryWorld(CANARIES))) {
            world.seed(moto);
            world.correct(proxy);
        }
        Files.writeString(
                scanned.resolve("organisation.yaml"), """
                name: One account
                branches:
                  - name: Second
                    accounts:
                      - provider: aws
                        endpoint-url: %1$s
                        regions: [us-east-1]
                      - provider: aws
                        name: second
                        endpoint-url: %1$s
                        regions: [us-east-1]
                        role-arn: %2$s
                        external-id: %3$s
                """.formatted(proxy.endpoint(), Moto.AUDIT_ROLE, EXTERNAL_ID));
        run = program(scanned).run(arguments("--org", "organisation.yaml"));
        Files.delete(scanned.resolve("organisation.yaml"));
    }

    @AfterAll
    static void stop() throws IOException {
        System.out.println("Canaries: " + CANARIES.planted().size() + " planted, "
                + CANARIES.foundIn(run.everything()).size() + " found");
        proxy.close();
        moto.close();
    }

    private static Nephoscope program(Path folder) {
        return new Nephoscope(
                folder,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        SECRET_KEY,
                        "AWS_SESSION_TOKEN",
                        SESSION_TOKEN));
    }

    /** As much as it can be brought to write. */
    private static String[] arguments(String... more) {
        Stream<String> reports =
                Stream.of("json", "html", "csv", "assets-csv").flatMap(it -> Stream.of("-o", it + "=" + it));
        return Stream.of(Stream.of("scan", "--verbose", "--snapshot", "snapshot"), reports, Stream.of(more))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }

    @Test
    void noSecretIsInAnyByteThatIsWritten() throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CANARIES.planted()).hasSizeGreaterThan(100);
        assertThat(CANARIES.foundIn(run.everything())).isEmpty();
    }

    @Test
    void namesAndNotesAreEvidenceAndShow() throws IOException {
        assertThat(CANARIES.evidence())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(run.everything()).as(it.place()).contains(it.needle()));
    }

    @Test
    void whatStandsAroundASecretShows() throws IOException {
        assertThat(run.everything())
                .contains(
                        "by hand password=[redacted]",
                        "ghp_[redacted]",
                        "postgres://app:[redacted]@db.example/app",
                        "sig=[redacted]&se=2");
    }

    @Test
    void anotherReportOfTheSameSnapshotHoldsNoneEither() throws Exception {
        Nephoscope.Run again = program(folder)
                .run("evaluate", scanned.resolve("snapshot").toString(), "--verbose", "--lang", "zh", "-o", "json=-");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(CANARIES.foundIn(again.everything())).isEmpty();
    }

    @Test
    void theLedgerListsEveryCallThatWasSent() {
        Map<String, Long> sent = proxy.calls().stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Map<String, Long> listed = new TreeMap<>();
        for (JsonNode row : run.json("json").path("ledger")) {
            listed.merge(
                    row.path("service").asText() + ":" + row.path("operation").asText(),
                    row.path("count").asLong() + row.path("retries").asLong(),
                    Long::sum);
        }
        assertThat(listed).isEqualTo(sent);
    }

    @Test
    void noOperationIsSentThatNoTypeDeclaresAndNoneThatIsDeclaredWrites() {
        List<String> declared = Types.ofProviders(Providers.all()).all().stream()
                .filter(type -> type.name().startsWith("aws."))
                .flatMap(SecretsWireIT::operations)
                .map(Operation::call)
                .toList();
        assertThat(declared)
                .hasSizeGreaterThan(50)
                .allMatch(call -> call.matches("[a-z0-9]+:(Get|List|Describe|Generate|Read).*"));
        assertThat(declared)
                .filteredOn(call -> call.contains(":Generate"))
                .containsOnly("iam:GenerateCredentialReport");
        assertThat(proxy.calls())
                .isSubsetOf(Stream.concat(
                                declared.stream(),
                                Stream.of("sts:AssumeRole", "sts:GetCallerIdentity", "ec2:DescribeRegions"))
                        .toList());
    }

    private static Stream<Operation> operations(AssetType type) {
        return Stream.concat(
                type.listing().operations().stream(),
                type.details().stream().flatMap(detail -> detail.operations().stream()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AssumeRole", "GetCallerIdentity"})
    void aRefusalThatEchoesWhatWasSentTellsNoSecret(String refused) throws Exception {
        HttpServer echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", exchange -> echo(exchange, refused));
        echo.start();
        try {
            List<String> target = new ArrayList<>(List.of(
                    "--provider",
                    "aws",
                    "--set",
                    "endpoint-url=http://127.0.0.1:" + echo.getAddress().getPort(),
                    "--max-attempts",
                    "1",
                    "--region",
                    "us-east-1"));
            if (refused.equals("AssumeRole")) {
                target.addAll(List.of("--role-arn", Moto.AUDIT_ROLE, "--external-id", EXTERNAL_ID));
            }
            Nephoscope.Run broken = program(folder).run(arguments(target.toArray(String[]::new)));

            assertThat(broken.exitCode()).as(broken.err()).isEqualTo(refused.isEmpty() ? 3 : 2);
            assertThat(broken.everything()).contains("refused");
            assertThat(CANARIES.foundIn(broken.everything())).isEmpty();
            assertThat(broken.everything()).doesNotContainPattern("Signature=[0-9a-f]{64}");
        } finally {
            echo.stop(0);
        }
    }

    private static void echo(HttpExchange exchange, String refused) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            StringBuilder words = new StringBuilder("refused: ");
            for (String name : List.of("Authorization", "X-Amz-Security-Token")) {
                words.append(name)
                        .append(": ")
                        .append(exchange.getRequestHeaders().getFirst(name))
                        .append("\n");
            }
            words.append(body.replace("&", "&amp;")).append(CANARIES.shaped("error message"));
            boolean isAnswered = body.contains("Action=GetCallerIdentity") && !refused.equals("GetCallerIdentity");
            byte[] answer = (isAnswered
                            ? "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/a</Arn>"
                                    + "<Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
                            : "<ErrorResponse><Error><Code>AccessDenied</Code><Message><![CDATA[" + words
                                    + "]]></Message></Error></ErrorResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isAnswered ? 200 : 403, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[broken]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key %s\n",
                "[broken\naws_secret_access_key = %s\n",
                "[broken]\naws_secret_access_key = %s\n",
                "[broken]\ncredential_process = sh -c 'echo {\\\"SecretAccessKey\\\": \\\"%s\\\"; exit 0'\n",
                "[broken]\ncredential_process = sh -c 'echo AWS_SECRET_ACCESS_KEY=%s >&2; exit 1'\n"
            })
    void aProfileThatCannotBeReadTellsNoSecret(String profile) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path run = Files.createDirectory(folder.resolve("run"));
        Path file = Files.writeString(home.resolve("credentials"), profile.replace("%s", CANARIES.opaque("profile")));
        Nephoscope.Run broken = new Nephoscope(run, Map.of("AWS_SHARED_CREDENTIALS_FILE", file.toString()))
                .run(arguments("--provider", "aws", "--profile", "broken"));

        assertThat(broken.exitCode()).as(broken.err()).isEqualTo(2);
        assertThat(CANARIES.foundIn(broken.everything())).isEmpty();
    }
}
