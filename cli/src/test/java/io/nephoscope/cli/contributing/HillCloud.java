package io.nephoscope.cli.contributing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The cloud of the worked example: one server a page, for whoever signs. */
final class HillCloud implements AutoCloseable {
    private static final Map<String, String> ANSWERS = Map.of(
            "/v1/projects/dale",
            "{\"id\": \"dale\"}",
            "/v1/servers?page=1&region=south",
            "{\"total\": 2, \"servers\": [{\"id\": \"s-1\", \"state\": \"RUNNING\", \"addresses\": [\"203.0.113.7\"]}]}",
            "/v1/servers?page=3&region=south",
            "{\"servers\": [], \"total\": 2}",
            "/v1/servers?page=2&region=south",
            "{\"total\": 2, \"servers\": [{\"id\": \"s-2\", \"name\": \"inner\", \"state\": \"RUNNING\", \"addresses\": []}]}");

    private final HttpServer server;
    private volatile boolean refuses;

    private HillCloud(HttpServer server) {
        this.server = server;
    }

    static HillCloud start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HillCloud cloud = new HillCloud(server);
        server.createContext("/v1", cloud::answer);
        server.start();
        return cloud;
    }

    Target target(Path base) {
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Target(
                "hill",
                "",
                "hill",
                List.of("south"),
                Map.of("endpoint", endpoint, "project", "dale"),
                () -> Credentials.of(Map.of("key", "ann")),
                base);
    }

    void refuse() {
        refuses = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().toString();
            String signed = String.valueOf(exchange.getRequestHeaders().getFirst("authorization"));
            if (!signed.equals("Hill ann") || (refuses && asked.contains("servers"))) {
                send(exchange, 403, "{\"error\": \"not for you\"}");
            } else {
                String answer = ANSWERS.get(asked);
                send(exchange, answer == null ? 404 : 200, answer == null ? "{\"error\": \"nothing here\"}" : answer);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
