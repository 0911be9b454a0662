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
    private static final Map<String, String> PAGES = Map.of(
            "region=south&page=1",
            "{\"total\": 2, \"servers\": [{\"id\": \"s-1\", \"ip\": \"203.0.113.7\", \"state\": \"RUNNING\"}]}",
            "region=south&page=2",
            "{\"total\": 2, \"servers\": [{\"id\": \"s-2\", \"name\": \"inner\", \"state\": \"RUNNING\"}]}");

    private final HttpServer server;
    private volatile boolean refuses;

    private HillCloud(HttpServer server) {
        this.server = server;
    }

    static HillCloud start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HillCloud cloud = new HillCloud(server);
        server.createContext("/v1/servers", cloud::answer);
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
                Map.of("endpoint-url", endpoint, "project", "dale"),
                () -> Credentials.of(Map.of("access-key", "ann")),
                base);
    }

    void refuse() {
        refuses = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String signed = String.valueOf(exchange.getRequestHeaders().getFirst("authorization"));
            if (refuses || !signed.matches("Hill ann \\d{10}")) {
                send(exchange, 403, "not for you");
            } else {
                String query = exchange.getRequestURI().getQuery();
                String page = PAGES.get(query.startsWith("page") ? swapped(query) : query);
                send(exchange, page == null ? 404 : 200, page == null ? "no such page" : page);
            }
        }
    }

    /** The order of parameters says nothing. */
    private static String swapped(String query) {
        String[] pairs = query.split("&", 2);
        return pairs[1] + "&" + pairs[0];
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
