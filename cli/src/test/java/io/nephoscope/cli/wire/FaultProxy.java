package io.nephoscope.cli.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.cli.wire.Answers.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/** Stands before the emulator, hands requests on, counts them, and lets those fail that a test chose. */
public final class FaultProxy implements AutoCloseable {
    private static final int OK = 200;
    private static final String PAGE = "<html><body><h1>Sign in</h1></body></html>";
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
    /** What an account that never used them says of things that the emulator has never heard of. */
    private static final Map<String, String> UNHEARD_OF = Map.of(
            "ec2:GetSnapshotBlockPublicAccessState",
            "<GetSnapshotBlockPublicAccessStateResponse><state>unblocked</state></GetSnapshotBlockPublicAccessStateResponse>",
            "lambda:ListFunctionUrlConfigs",
            "{\"FunctionUrlConfigs\":[]}");

    private final URI behind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Planned> faults = new CopyOnWriteArrayList<>();
    private final List<AwsRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Function<AwsRequest, String>> answers = new ConcurrentHashMap<>();
    private final Map<String, BiFunction<AwsRequest, String, String>> corrections = new ConcurrentHashMap<>();
    private final OtherAnswers others = new OtherAnswers();
    private volatile Answers known = new Answers();
    /** Holds those who get no answer. */
    private volatile CountDownLatch silence = new CountDownLatch(1);

    private record Planned(Predicate<AwsRequest> when, Fault fault) {}

    private FaultProxy(URI behind) throws IOException {
        this.behind = behind;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static FaultProxy before(Moto moto) throws IOException {
        return new FaultProxy(moto.endpoint());
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every call of this name fails from now on. */
    public FaultProxy fail(String call, Fault fault) {
        return fail(request -> request.call().equals(call), fault);
    }

    public FaultProxy fail(Predicate<AwsRequest> when, Fault fault) {
        faults.add(new Planned(when, fault));
        return this;
    }

    /** Every call of this name is answered so from now on, without asking the emulator. */
    public FaultProxy answer(String call, Function<AwsRequest, String> body) {
        answers.put(call, body);
        return this;
    }

    /**
     * Every answer to calls of this name is made anew, for what the emulator cannot be brought to say.
     *
     * @param change makes it of the caller's access key and the emulator's own answer
     */
    public FaultProxy correct(String call, BinaryOperator<String> change) {
        return correctEach(call, (request, answer) -> change.apply(request.accessKey(), answer));
    }

    /**
     * The same, where it depends on what is asked.
     *
     * @param change makes it of the request and the emulator's own answer
     */
    FaultProxy correctEach(String call, BiFunction<AwsRequest, String, String> change) {
        corrections.put(call, change);
        return this;
    }

    /** Answers as the emulator did when these were learnt. Corrections are made once, when an answer is learnt. */
    public FaultProxy remembering(Answers answers) {
        known = answers;
        return this;
    }

    /** Nothing fails any more, and nothing was called; corrections stay. */
    public void heal() {
        faults.clear();
        answers.clear();
        requests.clear();
        silence.countDown();
        silence = new CountDownLatch(1);
    }

    /** The calls that came, as {@code s3:GetBucketPolicy}, in order. */
    public List<String> calls() {
        return requests.stream().map(AwsRequest::call).toList();
    }

    /** The requests that came, in order. */
    public List<AwsRequest> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            AwsRequest request = AwsRequest.of(exchange);
            requests.add(request);
            Optional<Fault> fault = faults.stream()
                    .filter(planned -> planned.when().test(request))
                    .map(Planned::fault)
                    .findFirst();
            if (fault.isEmpty() && answers.containsKey(request.call())) {
                byte[] body = answers.get(request.call()).apply(request).getBytes(StandardCharsets.UTF_8);
                reply(exchange, OK, body, body.length);
            } else if (fault.isEmpty()) {
                Reply answer = healthy(exchange, request);
                exchange.getResponseHeaders().putAll(answer.headers());
                reply(exchange, answer.status(), answer.body(), answer.body().length);
            } else {
                fail(exchange, request, fault.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange, AwsRequest request, Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case DENIED, THROTTLED, NOT_SUBSCRIBED, SERVER_ERROR, EXPIRED, BARRED -> {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", fault.code(request.protocol()));
                byte[] body = fault.body(request).getBytes(StandardCharsets.UTF_8);
                reply(exchange, fault.status(), body, body.length);
            }
            case HTML -> {
                byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                reply(exchange, fault.status(), body, body.length);
            }
            case PAGE_GZIP -> {
                byte[] body = OtherAnswers.gzip(PAGE.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                reply(exchange, fault.status(), body, body.length);
            }
            case ANOTHER -> {
                byte[] body = OtherAnswers.another(request, healthy(exchange, request));
                reply(exchange, fault.status(), body, body.length);
            }
            case HALF_SAID -> {
                byte[] body = others.half(request, healthy(exchange, request));
                reply(exchange, fault.status(), body, body.length);
            }
            case TRUNCATED, HALF -> {
                byte[] body = healthy(exchange, request).body();
                byte[] half = Arrays.copyOf(body, body.length / 2);
                int promised = fault == Fault.HALF ? half.length : Math.max(body.length, 1);
                reply(exchange, fault.status(), half, promised);
            }
            case SILENCE -> silence.await();
            case RESET -> exchange.close();
        }
    }

    /** Sends a body that may be shorter than promised, after which the connection is cut. */
    private static void reply(HttpExchange exchange, int status, byte[] body, int promised) throws IOException {
        exchange.sendResponseHeaders(status, promised == 0 ? -1 : promised);
        if (promised > 0) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }

    /** What the emulator says, corrected. */
    private Reply healthy(HttpExchange exchange, AwsRequest request) throws IOException, InterruptedException {
        return known.to(request, () -> ask(exchange, request), answer -> corrected(request, answer));
    }

    private Reply corrected(AwsRequest request, Reply answer) {
        BiFunction<AwsRequest, String, String> correction = corrections.get(request.call());
        if (correction == null) {
            return answer;
        }
        String body = correction.apply(request, new String(answer.body(), StandardCharsets.UTF_8));
        return new Reply(OK, answer.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    private Reply ask(HttpExchange exchange, AwsRequest request) throws IOException, InterruptedException {
        String unheardOf = UNHEARD_OF.get(request.call());
        if (unheardOf != null) {
            return new Reply(OK, Map.of(), unheardOf.getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest.Builder forward = HttpRequest.newBuilder(behind.resolve(request.target()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(request.body()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> forward.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(forward.build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT)));
        return new Reply(answer.statusCode(), headers, answer.body());
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
