package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.azure.replay.AzureRequest;
import io.nephoscope.azure.replay.AzureServer;
import io.nephoscope.azure.replay.AzureWorld;
import io.nephoscope.jdcloud.fixture.JdCloudServer;
import io.nephoscope.jdcloud.fixture.JdWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clouds that say again what they were sent, in errors and in what they tell of assets, as it was and in other writing. */
class EchoWireIT {
    private static final String KEY = "wJalr/XUtnFEMI+K7MDENG/bPxRfiCYzEXAMPLEKEY";
    private static final String ROLE_KEY = "r0leK/eyThatSTS+HandsOut/InThisTest000000";
    private static final String ROLE_TOKEN = "a-token/that+STS=hands/out";

    @TempDir
    private Path folder;

    /** As it is, as in an address, and behind so many letters in Base64. */
    private static List<String> forms(String secret) {
        return List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                base64(secret),
                base64("a" + secret),
                base64("ab" + secret));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String echo(String... secrets) {
        return Stream.of(secrets).flatMap(secret -> forms(secret).stream()).collect(Collectors.joining(" "));
    }

    private static void isSilent(Nephoscope.Run run, String... secrets) throws IOException {
        String everything = run.everything();
        assertThat(everything).contains("[redacted] [redacted]");
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                // The edges of Base64 hold letters of what stands beside it.
                assertThat(everything).doesNotContain(form.substring(4, form.length() - 4));
            }
        }
    }

    private static String[] words(String command, String... more) {
        return Stream.concat(
                        Stream.of(
                                command,
                                "--verbose",
                                "--snapshot",
                                "snapshot",
                                "-o",
                                "json=report.json",
                                "-o",
                                "html=report.html",
                                "-o",
                                "csv=findings.csv",
                                "-o",
                                "assets-csv=assets.csv"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static void answerAws(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isRole = asked.contains("Action=AssumeRole");
            boolean isAnswered = isRole || asked.contains("Action=GetCallerIdentity");
            String answer = isRole
                    ? "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>"
                            + "<SecretAccessKey>" + ROLE_KEY + "</SecretAccessKey><SessionToken>" + ROLE_TOKEN
                            + "</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials>"
                            + "</AssumeRoleResult></AssumeRoleResponse>"
                    : isAnswered
                            ? "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/a</Arn>"
                                    + "<Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
                            : "<ErrorResponse><Error><Code>AccessDenied</Code><Message>"
                                    + echo(KEY, ROLE_KEY, ROLE_TOKEN) + "</Message></Error></ErrorResponse>";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isAnswered ? 200 : 403, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void awsTellsNoKeyThatTheSdkFoundByItselfAndNoneOfARole() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path run = Files.createDirectory(folder.resolve("run"));
        Path file = Files.writeString(
                home.resolve("config"),
                "[profile audit]\ncredential_process = echo '{\"Version\":1,\"AccessKeyId\":\"AKIAIOSFODNN7EXAMPLE\","
                        + "\"SecretAccessKey\":\"" + KEY + "\"}'\n");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", EchoWireIT::answerAws);
        server.start();
        try {
            Nephoscope program = new Nephoscope(run, Map.of("AWS_CONFIG_FILE", file.toString()));
            String[] account = {
                "--provider=aws",
                "--profile=audit",
                "--region=us-east-1",
                "--role-arn=" + Moto.AUDIT_ROLE,
                "--set=endpoint-url=http://127.0.0.1:" + server.getAddress().getPort()
            };
            Nephoscope.Run scan = program.run(words("scan", account));
            assertThat(scan.exitCode()).as(scan.err()).isEqualTo(3);
            isSilent(scan, KEY, ROLE_KEY, ROLE_TOKEN);

            List<String> doctor = new ArrayList<>(List.of("doctor", "--verbose"));
            doctor.addAll(List.of(account));
            isSilent(program.run(doctor.toArray(String[]::new)), KEY, ROLE_KEY, ROLE_TOKEN);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void jdCloudTellsNoSecretKeyInTheNameOfAnInstance() throws Exception {
        try (JdCloudServer server = JdCloudServer.start(JdWorld.seeded())) {
            server.correct(
                    call -> call.operation().equals("describeInstances"),
                    (call, answer) -> answer.replaceAll(
                            "\"instanceName\"\\s*:\\s*\"[^\"]*\"",
                            "\"instanceName\":\"" + echo(JdCloudServer.SECRET_KEY) + "\""));
            Nephoscope.Run run = new Nephoscope(
                            folder,
                            Map.of(
                                    "JDCLOUD_ACCESS_KEY", JdCloudServer.ACCESS_KEY,
                                    "JDCLOUD_SECRET_KEY", JdCloudServer.SECRET_KEY))
                    .run(words(
                            "inventory",
                            "--provider=jdcloud",
                            "--region=cn-north-1",
                            "--type=jdcloud.vm.instance",
                            "--set=endpoint-url=" + server.endpoint()));

            assertThat(run.exitCode()).as(run.err()).isZero();
            isSilent(run, JdCloudServer.SECRET_KEY);
        }
    }

    @Test
    void azureTellsNeitherItsTokenNorTheSecretForIt() throws Exception {
        try (AzureServer server = AzureServer.start(AzureWorld.whole())) {
            server.correct(AzureRequest::isGraph, (request, answer) -> {
                for (JsonNode row : answer.path("data")) {
                    ((ObjectNode) row).putObject("tags").put("echo", echo(AzureWorld.TOKEN, AzureWorld.SECRET));
                }
                return answer;
            });
            StringBuilder account = new StringBuilder();
            new TreeMap<>(server.settings())
                    .forEach((name, value) -> account.append("    %s: %s\n".formatted(name, value)));
            Path secret = Files.writeString(
                    Files.createDirectory(folder.resolve("home")).resolve("keys"),
                    "client-secret=" + AzureWorld.SECRET);
            Path run = Files.createDirectory(folder.resolve("run"));
            Files.writeString(run.resolve("organisation.yaml"), """
                    name: Lakeside
                    accounts:
                      - provider: azure
                        credentials: {file: %s}
                    %s""".formatted(secret, account));

            Nephoscope.Run scan = new Nephoscope(run, Map.of())
                    .run(words("inventory", "--org=organisation.yaml", "--allow-incomplete"));

            assertThat(scan.exitCode()).as(scan.err()).isZero();
            isSilent(scan, AzureWorld.TOKEN, AzureWorld.SECRET);
        }
    }
}
