package io.nephoscope.azure.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.nephoscope.azure.replay.ArmReplay.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Azure on the loopback address: tokens, the Resource Manager and Resource Graph, over a world of our own. */
public final class AzureServer implements AutoCloseable {
    private static final int LARGEST_PAGE = 1_000;

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<AzureRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Map<String, AzureFault> faults = new ConcurrentHashMap<>();
    private final AtomicInteger queries = new AtomicInteger();
    private final ArmReplay arm;
    private final GraphReplay graph;
    private final int quota;

    private AzureServer(AzureWorld world, int graphPage, int armPage, int quota) throws IOException {
        this.arm = new ArmReplay(world, armPage);
        this.graph = new GraphReplay(world, graphPage, this::mayRead);
        this.quota = quota;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(LoopbackTls.context()));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Pages as Azure has them, and a quota that is never used up. */
    public static AzureServer start(AzureWorld world) throws IOException {
        return new AzureServer(world, LARGEST_PAGE, 100, Integer.MAX_VALUE);
    }

    /** Pages so small that much has several, and a quota of queries for each second. */
    public static AzureServer start(AzureWorld world, int graphPage, int armPage, int quota) throws IOException {
        return new AzureServer(world, graphPage, armPage, quota);
    }

    public URI endpoint() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** The file of certificates that makes it trusted. */
    public Path ca() {
        return LoopbackTls.pem();
    }

    /** The settings of a target that lead here, its secret apart. */
    public Map<String, String> settings() {
        return Map.of(
                "endpoint-url",
                endpoint().toString(),
                "authority-url",
                endpoint().toString(),
                "ca",
                ca().toString(),
                "tenant-id",
                AzureWorld.TENANT,
                "client-id",
                AzureWorld.CLIENT);
    }

    /** Takes a permission away from the caller, in every subscription. */
    public void revoke(String action) {
        revoked.add(action.toLowerCase(Locale.ROOT));
    }

    /** Makes every read fail that an action grants; {@code token} and {@code graph} stand for these two. */
    public void fail(String action, AzureFault fault) {
        if (fault == AzureFault.DENIED && !action.equals("token") && !action.equals("graph")) {
            revoke(action);
        } else {
            faults.put(action.toLowerCase(Locale.ROOT), fault);
        }
    }

    /** Nothing fails any more, and what was asked so far is forgotten. */
    public void heal() {
        faults.clear();
        revoked.clear();
        requests.clear();
    }

    /** What was asked, tokens included, in order. */
    public List<AzureRequest> requests() {
        return List.copyOf(requests);
    }

    private boolean mayRead(String subscription, String action) {
        return !revoked.contains(action.toLowerCase(Locale.ROOT));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            AzureRequest request = AzureRequest.of(exchange.getRequestMethod(), exchange.getRequestURI());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(request);
            String key = request.isToken() ? "token" : request.isGraph() ? "graph" : request.action();
            Optional<AzureFault> fault = Optional.ofNullable(faults.get(key.toLowerCase(Locale.ROOT)));
            if (fault.isPresent()) {
                fail(exchange, fault.get(), request);
            } else {
                Answer answer = answer(exchange, request, body);
                send(
                        exchange,
                        answer.status(),
                        "application/json; charset=utf-8",
                        answer.body().toString());
            }
        }
    }

    private Answer answer(HttpExchange exchange, AzureRequest request, String body) throws IOException {
        if (request.isToken()) {
            return token(body);
        } else if (!("Bearer " + AzureWorld.TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return ArmReplay.error(
                    401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
        } else if (request.isGraph()) {
            return graph(exchange, request, body);
        } else if (!request.method().equals("GET")) {
            throw new AssertionError("nothing but reads is sent, and this is a " + request.method());
        }
        exchange.getResponseHeaders().set("x-ms-ratelimit-remaining-subscription-reads", "1099");
        if (!request.subscription().isEmpty() && !mayRead(request.subscription(), request.action())) {
            return denied(request);
        }
        return request.action().equalsIgnoreCase("Microsoft.Authorization/permissions/read")
                ? permissions(request)
                : arm.answer(request);
    }

    private Answer token(String form) {
        boolean right = form.contains("client_id=" + AzureWorld.CLIENT)
                && AzureRequest.decode(form).contains("client_secret=" + AzureWorld.SECRET)
                && AzureRequest.decode(form).contains("scope=https://management.azure.com/.default");
        ObjectNode body = AzureWorld.LENIENT.createObjectNode();
        return right
                ? new Answer(
                        200,
                        body.put("token_type", "Bearer")
                                .put("expires_in", 3599)
                                .put("ext_expires_in", 3599)
                                .put("access_token", AzureWorld.TOKEN))
                : new Answer(
                        401,
                        body.put("error", "invalid_client")
                                .put(
                                        "error_description",
                                        "AADSTS7000215: Invalid client secret provided."
                                                + " Trace ID: 0f1e2d3c-aaaa-bbbb-cccc-0123456789ab"
                                                + " Correlation ID: 12345678-aaaa-bbbb-cccc-0123456789ab"
                                                + " Timestamp: 2026-01-01 00:00:00Z"));
    }

    private Answer graph(HttpExchange exchange, AzureRequest request, String body) throws IOException {
        if (!request.method().equals("POST") || request.parameter("api-version").isEmpty()) {
            throw new AssertionError("not a query: " + request);
        }
        int left = quota - 1 - queries.getAndIncrement() % quota;
        exchange.getResponseHeaders().set("x-ms-user-quota-remaining", String.valueOf(left));
        exchange.getResponseHeaders().set("x-ms-user-quota-resets-after", "00:00:01");
        try {
            return new Answer(200, graph.answer(AzureWorld.LENIENT.readTree(body)));
        } catch (IllegalArgumentException e) {
            return ArmReplay.error(
                    400, "BadRequest", "Please provide below info when asking for support: " + e.getMessage());
        }
    }

    private Answer permissions(AzureRequest request) {
        if (!request.parameter("api-version").equals("2022-04-01")) {
            return arm.answer(request);
        }
        ObjectNode body = AzureWorld.LENIENT.createObjectNode();
        ArrayNode grants = body.putArray("value");
        ObjectNode grant = grants.addObject();
        grant.putArray("actions").add("*/read");
        ArrayNode not = grant.putArray("notActions");
        revoked.forEach(not::add);
        grant.putArray("dataActions");
        grant.putArray("notDataActions");
        return new Answer(200, body);
    }

    private static Answer denied(AzureRequest request) {
        return ArmReplay.error(
                403,
                "AuthorizationFailed",
                "The client '" + AzureWorld.CLIENT + "' does not have authorization to perform action '"
                        + request.action() + "' over scope '" + request.path()
                        + "' or the scope is invalid. If access was recently granted, please refresh your credentials.");
    }

    private void fail(HttpExchange exchange, AzureFault fault, AzureRequest request) throws IOException {
        String json = "application/json";
        switch (fault) {
            case DENIED -> send(exchange, 403, json, denied(request).body().toString());
            case THROTTLED -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(
                        exchange,
                        429,
                        json,
                        "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Too many requests.\"}}");
            }
            case SERVER_ERROR ->
                send(
                        exchange,
                        500,
                        json,
                        "{\"error\":{\"code\":\"InternalServerError\",\"message\":\"An error occurred.\"}}");
            case HTML -> send(exchange, 502, "text/html", "<html><body><h1>Bad Gateway</h1></body></html>");
            case XML ->
                send(
                        exchange,
                        400,
                        "application/xml",
                        "<?xml version=\"1.0\"?><Error><Code>InvalidUri</Code><Message>No.</Message></Error>");
            case UNKNOWN_ERROR ->
                send(exchange, 409, json, "{\"error\":{\"code\":\"CephalopodError\",\"message\":\"Ink everywhere.\"}}");
            case EMPTY -> send(exchange, 200, json, "");
            case CUT -> {
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write("{\"value\": [".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case HANGING -> hang();
        }
    }

    private void hang() {
        try {
            if (!closing.await(10, TimeUnit.MINUTES)) {
                throw new AssertionError("nobody closed the server");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
