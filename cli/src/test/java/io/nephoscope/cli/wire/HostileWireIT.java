package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.cli.report.HostileScan;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud of which every name, description and error tries to do harm, through the program as it is packaged. */
class HostileWireIT {
    private static final int LARGE = 10_000_000;
    private static final List<String> NAMES = Stream.concat(
                    HostileScan.TEXTS.stream(),
                    Stream.of("x".repeat(LARGE), "\u202eevil\u200b", "\ufeff=1+1", "-2+3", "@SUM(A1)"))
            .toList();
    /** Escapes, other controls, what turns the reading direction, and what nobody sees. */
    private static final Pattern STEERS = Pattern.compile(
            "[\\p{Cc}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\u2028\\u2029\\ufeff&&[^\\n]]");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @TempDir
    private static Path folder;

    private static HttpServer server;
    private static Nephoscope.Run run;
    private static Nephoscope.Run inventory;

    @BeforeAll
    static void scan() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", HostileWireIT::answer);
        server.start();
        Nephoscope program = new Nephoscope(
                folder,
                Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test", "JDK_JAVA_OPTIONS", "-Xmx512m"));
        String[] target = {
            "--provider",
            "aws",
            "--region",
            "us-east-1",
            "--set",
            "endpoint-url=http://127.0.0.1:" + server.getAddress().getPort(),
            "--max-attempts",
            "1",
            "--verbose"
        };
        run = program.run(Stream.concat(
                        Stream.of(
                                "scan",
                                "--rule",
                                "function-not-public",
                                "--rule",
                                "aws-kms-key-rotated",
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
                        Stream.of(target))
                .toArray(String[]::new));
        inventory = program.run(Stream.concat(
                        Stream.of("inventory", "--type", "aws.lambda.function", "--type", "aws.kms.key"),
                        Stream.of(target))
                .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getRawPath();
            if (body.contains("Action=GetCallerIdentity")) {
                reply(
                        exchange,
                        200,
                        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/a</Arn>"
                                + "<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
            } else if (path.endsWith("/policy")) {
                reply(exchange, 200, JSON.writeValueAsString(Map.of("Policy", policy(path.length()))));
            } else if (path.startsWith("/2015-03-31/functions")) {
                reply(exchange, 200, functions());
            } else {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", "Broken\u202e");
                reply(
                        exchange,
                        400,
                        JSON.writeValueAsString(Map.of(
                                "__type", "Broken", "message", "HALF\n" + String.join("\n", HostileScan.TEXTS))));
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        // Half a character, as no UTF-8 text has it.
        byte[] bytes = body.replace("HALF", "\u0000\u0000").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0 && bytes[i + 1] == 0) {
                bytes[i] = (byte) 0xC3;
                bytes[i + 1] = (byte) 0x28;
            }
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String functions() throws IOException {
        List<Map<String, Object>> functions = new ArrayList<>();
        for (String name : NAMES) {
            functions.add(Map.of(
                    "FunctionName",
                    name,
                    "FunctionArn",
                    "arn:aws:lambda:us-east-1:123456789012:function:a",
                    "Description",
                    name.substring(0, Math.min(name.length(), 20_000)),
                    "Environment",
                    Map.of("Variables", Map.of("A", "x"))));
        }
        return JSON.writeValueAsString(Map.of("Functions", functions));
    }

    private static String policy(int which) throws IOException {
        String text = NAMES.get(which % HostileScan.TEXTS.size());
        Object open = Map.of("Sid", text, "Effect", "Allow", "Principal", "*", "Action", text, "Resource", "*");
        return JSON.writeValueAsString(Map.of("Statement", List.of(open)));
    }

    @Test
    void everyFunctionIsThereAndTheBrokenListingIsAGap() {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.json("report.json").path("assets").size()).isEqualTo(NAMES.size());
        assertThat(run.err()).doesNotContain("internal error", "\tat ");
    }

    @Test
    void nothingThatIsSaidSteersTheTerminalOrHasNoEnd() {
        for (Nephoscope.Run each : List.of(run, inventory)) {
            assertThat(STEERS.matcher(each.out())
                            .results()
                            .map(it -> Integer.toHexString(it.group().charAt(0))))
                    .isEmpty();
            assertThat(STEERS.matcher(each.err())
                            .results()
                            .map(it -> Integer.toHexString(it.group().charAt(0))))
                    .isEmpty();
            assertThat(each.out().length() + each.err().length()).isLessThan(200_000);
        }
        assertThat(inventory.out()).contains("aws.lambda.function", "more characters");
    }

    @Test
    void jsonIsJsonWithoutRawControlsAndHoldsTheWhole() throws IOException {
        for (String file : List.of(
                "report.json",
                "snapshot/assets.ndjson",
                "snapshot/ledger.ndjson",
                "snapshot/units.ndjson",
                "snapshot/findings.ndjson",
                "snapshot/manifest.json")) {
            assertThat(controls(folder.resolve(file))).as(file).isZero();
        }
        int lines = 0;
        int longest = 0;
        try (BufferedReader reader = Files.newBufferedReader(folder.resolve("snapshot/assets.ndjson"))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode said = JSON.readTree(line);
                longest = Math.max(longest, said.path("nativeId").asText().length());
                lines += said.has("uid") ? 1 : 0;
            }
        }
        assertThat(lines).isEqualTo(NAMES.size());
        assertThat(longest).isEqualTo(LARGE);
    }

    /** How many bytes of a file are controls other than the end of a line. */
    private static long controls(Path file) throws IOException {
        long controls = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int letter = in.read(); letter >= 0; letter = in.read()) {
                controls += letter < ' ' && letter != '\n' ? 1 : 0;
            }
        }
        return controls;
    }

    @Test
    void noCellIsAFormulaAndNoneIsLongerThanASpreadsheetTakes() throws IOException {
        for (String file : List.of("findings.csv", "assets.csv")) {
            try (CSVParser parser = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
                for (CSVRecord row : parser) {
                    assertThat(row)
                            .allSatisfy(cell -> assertThat(cell)
                                    .hasSizeLessThan(32_767)
                                    .doesNotContainPattern("(?m)^\\s*[=+@\\t\\r-]"));
                }
            }
        }
    }

    @Test
    void thePageIsNotAsLongAsWhatItShows() throws IOException {
        Path page = folder.resolve("report.html");
        assertThat(Files.size(page)).isLessThan(3_000_000);
        assertThat(STEERS.matcher(Files.readString(page))
                        .results()
                        .map(it -> Integer.toHexString(it.group().charAt(0))))
                .isEmpty();
    }
}
