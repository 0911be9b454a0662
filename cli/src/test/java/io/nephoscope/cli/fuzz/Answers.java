package io.nephoscope.cli.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.gateway.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that speaks like AWS: one good answer for each operation, until it is told another. What it does not know it denies. */
final class Answers implements AutoCloseable {
    /** By operation, as {@code kms:ListKeys}. */
    static final Map<String, byte[]> GOOD = good();

    private static final Pattern SERVICE = Pattern.compile("Credential=[^/]*/[^/]*/[^/]*/([^/]*)/");
    private static final Pattern ACTION = Pattern.compile("Action=(\\w+)");
    private static final Map<String, String> OF_BUCKETS = Map.of(
            "acl", "GetBucketAcl",
            "encryption", "GetBucketEncryption",
            "location", "GetBucketLocation",
            "logging", "GetBucketLogging",
            "ownershipControls", "GetBucketOwnershipControls",
            "policy", "GetBucketPolicy",
            "publicAccessBlock", "GetPublicAccessBlock",
            "versioning", "GetBucketVersioning");
    private static final String CALLER =
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                    + "<Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AIDA0</UserId><Account>123456789012</Account>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> bodies = new ConcurrentHashMap<>(GOOD);
    private final Provider aws = Providers.all().stream()
            .filter(provider -> provider.name().equals("aws"))
            .findFirst()
            .orElseThrow();

    Answers() throws IOException {
        // Else head and body of an answer lie 40 ms apart.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("aws.accessKeyId", "AKIDFUZZ");
        System.setProperty("aws.secretAccessKey", "none");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static Map<String, byte[]> good() {
        Map<String, byte[]> good = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/answers"))) {
            for (Path file : files.toList()) {
                good.put(
                        String.valueOf(file.getFileName()).replace('.', ':'),
                        Files.readString(file).strip().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        good.put("sts:GetCallerIdentity", CALLER.getBytes(UTF_8));
        return good;
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            String form = new String(request.getRequestBody().readAllBytes(), UTF_8);
            byte[] body = bodies.get(operation(request, form));
            byte[] sent = body == null
                    ? "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>".getBytes(UTF_8)
                    : body;
            request.getResponseHeaders().set("Content-Type", "text/xml");
            request.sendResponseHeaders(body == null ? 403 : 200, sent.length == 0 ? -1 : sent.length);
            request.getResponseBody().write(sent);
        }
    }

    private static String operation(HttpExchange request, String form) {
        Matcher signed =
                SERVICE.matcher(String.valueOf(request.getRequestHeaders().getFirst("Authorization")));
        String service = signed.find() ? signed.group(1) : "";
        String target = request.getRequestHeaders().getFirst("X-Amz-Target");
        String path = request.getRequestURI().getPath();
        String query = String.valueOf(request.getRequestURI().getQuery());
        Matcher action = ACTION.matcher(form);
        if (target != null) {
            return service + ":" + target.substring(target.lastIndexOf('.') + 1);
        } else if (action.find()) {
            return service + ":" + action.group(1);
        } else if (service.equals("lambda")) {
            return path.endsWith("/policy") ? "lambda:GetPolicy" : "lambda:ListFunctions";
        } else if (path.contains("/configuration/publicAccessBlock")) {
            return "s3control:GetPublicAccessBlock";
        }
        return "s3:" + OF_BUCKETS.getOrDefault(query.replaceAll("[=&].*", ""), "ListBuckets");
    }

    /** From now on this is the answer to an operation. */
    void say(String operation, byte[] body) {
        bodies.put(operation, body);
    }

    /** From now on every answer is good. */
    void heal() {
        bodies.putAll(GOOD);
    }

    /** The types for which an operation may be sent. */
    List<AssetType> typesThatAsk(String operation) {
        return aws.types().stream()
                .filter(type -> type.uses(type.details()).stream()
                        .anyMatch(use -> use.operation().call().equals(operation)))
                .toList();
    }

    Connection connect(Gateway gateway) throws TargetException {
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        return aws.connect(
                new Target("aws", "", "aws", List.of("us-east-1"), Map.of("endpoint-url", endpoint), Path.of("")),
                gateway);
    }

    @Override
    public void close() {
        aws.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
