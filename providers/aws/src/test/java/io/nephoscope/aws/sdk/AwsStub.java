package io.nephoscope.aws.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.LedgerRow;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A server on this machine that answers as a test says, and the calls that are sent to it. */
public final class AwsStub implements AutoCloseable {
    /** What a server of AWS sends along with every answer, and nobody wants to read twice. */
    static final String REQUEST_ID = "0123456789ABCDEF";

    static final AwsService<Ec2Client> EC2 = new AwsService<>("ec2", Ec2Client::builder);
    static final AwsService<IamClient> IAM = new AwsService<>("iam", IamClient::builder);
    static final AwsService<KmsClient> KMS = new AwsService<>("kms", KmsClient::builder);
    static final AwsService<LambdaClient> LAMBDA = new AwsService<>("lambda", LambdaClient::builder);
    static final AwsService<S3Client> S3 = new AwsService<>("s3", S3Client::builder);

    /** Answers a request. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange request) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AwsClients clients;
    /** Every try is a call, and none waits. */
    private final Gateway gateway =
            new Gateway(new Limits(Duration.ofSeconds(30), 1, 1, Duration.ZERO, Duration.ZERO, 500), new Pace() {
                @Override
                public long nanos() {
                    return 0;
                }

                @Override
                public void pause(Duration time) {}
            });

    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());

    public AwsStub(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", request -> {
            authorizations.add(String.valueOf(request.getRequestHeaders().getFirst("Authorization")));
            try (request) {
                request.setStreams(
                        new ByteArrayInputStream(request.getRequestBody().readAllBytes()), null);
                answer.to(request);
            }
        });
        server.start();
        clients = new AwsClients(
                Optional.of(new AwsEndpoint(endpoint().toString())),
                Apache5HttpClient.create(),
                Duration.ofSeconds(60));
    }

    /** A server that gives every request the same answer. */
    public static AwsStub answering(int status, String type, String body) throws IOException {
        return new AwsStub(request -> answer(request, status, type, body));
    }

    /** A server of the services that name their operation in a form: it answers each with the body given for it. */
    public static AwsStub answering(Map<String, String> bodies) throws IOException {
        return new AwsStub(request -> {
            String form = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String action = form.replaceAll("(?s).*Action=(\\w+).*", "$1");
            String body = bodies.getOrDefault(
                    action,
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no " + action
                            + " for you</Message></Error><RequestId>" + REQUEST_ID + "</RequestId></ErrorResponse>");
            answer(request, bodies.containsKey(action) ? 200 : 403, "text/xml", body);
        });
    }

    public static void answer(HttpExchange request, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().set("Content-Type", type);
        request.getResponseHeaders().set("x-amz-request-id", REQUEST_ID);
        request.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        request.getResponseBody().write(bytes);
    }

    AwsClients clients() {
        return clients;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The access key ids in order, each as it stood in a request's signature. */
    public List<String> signers() {
        synchronized (authorizations) {
            return authorizations.stream()
                    .map(header -> header.replaceAll(".*Credential=([^/]*)/.*", "$1"))
                    .toList();
        }
    }

    static AwsCredentialsProvider credentials(String accessKeyId) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret of " + accessKeyId));
    }

    Site site(String account, AwsCredentialsProvider credentials) {
        AwsAccount client = new AwsAccount(clients, credentials, "us-east-1", "aws", List.of());
        return Site.of("aws", new Scope("", account, Scope.GLOBAL), client, new AwsFailures(), gateway);
    }

    public Site site() {
        return site("1", credentials("AKIDFIRST"));
    }

    /** What the calls so far came to. */
    List<LedgerRow> ledger() {
        return gateway.ledger().drain();
    }

    /** How a call ends, and what is said of it. */
    String ending(AwsCall<?, String, ?> call) {
        return ending(call, new AwsAccount(clients, credentials("AKIDFIRST"), "us-east-1", "aws", List.of()));
    }

    /** The same, sent on behalf of an account that a test made itself. */
    String ending(AwsCall<?, String, ?> call, AwsAccount account) {
        Site site = Site.of("aws", new Scope("", "1", Scope.GLOBAL), account, new AwsFailures(), gateway);
        Cause cause = call.at(site, "x").cause("", "");
        return (cause.outcome().label() + " " + cause.message().en()).strip();
    }

    @Override
    public void close() {
        gateway.close();
        clients.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
