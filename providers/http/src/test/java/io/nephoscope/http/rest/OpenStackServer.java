package io.nephoscope.http.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers as OpenStack does: an identity service that gives tokens for a password (Identity API v3), and a compute service that takes
 * none but these, each for the project of its own.
 */
final class OpenStackServer implements AutoCloseable {
    static final String USER = "reader";
    static final String PASSWORD = "pa\"ss-wörd";
    static final String DOMAIN = "harbour";
    static final String TOKEN = "gAAAAABlcHJvZC10b2tlbi1vZi1oYXJib3Vy-";

    final List<String> asked = new CopyOnWriteArrayList<>();
    /** The project, or the domain, of each token that is good. */
    private final Map<String, String> tokens = new TreeMap<>();

    private final HttpServer server;
    private int given;

    OpenStackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/identity/v3/auth/tokens", this::give);
        server.createContext("/compute/servers", this::list);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** No token that was given is good any more. */
    synchronized void expire() {
        tokens.clear();
    }

    private synchronized void give(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Doc auth = ((Doc) DocJson.parse(body)).doc("auth");
        Doc user = auth.doc("identity").doc("password").doc("user");
        boolean isKnown = exchange.getRequestMethod().equals("POST")
                && auth.doc("identity").list("methods").texts().toList().equals(List.of("password"))
                && user.text("name").equals(USER)
                && user.text("password").equals(PASSWORD)
                && user.doc("domain").text("name").equals(DOMAIN);
        Optional<String> scope = scope(auth.doc("scope"));
        asked.add("token of " + scope.orElse("nothing"));
        if (!isKnown) {
            answer(exchange, 401, "{\"error\":{\"code\":401,\"title\":\"Unauthorized\"}}");
        } else if (scope.isEmpty()) {
            answer(exchange, 400, "{\"error\":{\"code\":400,\"title\":\"Bad Request\"}}");
        } else {
            String token = TOKEN + ++given;
            tokens.put(token, scope.get());
            exchange.getResponseHeaders().set("X-Subject-Token", token);
            answer(exchange, 201, "{\"token\":{\"methods\":[\"password\"]}}");
        }
    }

    /** A project that is named needs the domain in which it is; one that is given by its id does not. */
    private static Optional<String> scope(Doc scope) {
        Doc project = scope.doc("project");
        if (project.has("id")) {
            return Optional.of("project id " + project.text("id"));
        } else if (project.has("name")) {
            return Optional.of("project " + project.text("name"))
                    .filter(it -> project.doc("domain").text("name").equals(DOMAIN));
        }
        return Optional.of(scope.doc("domain").text("name"))
                .filter(DOMAIN::equals)
                .map(it -> "domain " + it);
    }

    private synchronized void list(HttpExchange exchange) throws IOException {
        String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Auth-Token"))
                .orElse("");
        String scope = tokens.getOrDefault(token, "");
        asked.add("servers of " + (scope.isEmpty() ? "nobody" : scope));
        answer(
                exchange,
                scope.isEmpty() ? 401 : 200,
                scope.isEmpty()
                        ? "{\"error\":{\"message\":\"The request you have made requires authentication.\"}}"
                        : "{\"servers\":[{\"id\":\"vm of " + scope + "\"}]}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
