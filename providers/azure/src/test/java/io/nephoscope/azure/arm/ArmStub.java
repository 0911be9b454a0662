package io.nephoscope.azure.arm;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A Resource Manager that answers whatever a test wants, without a wire. */
final class ArmStub implements HttpClient, AutoCloseable {
    private final Function<Asked, Reply> answers;
    private final List<Asked> asked = new ArrayList<>();
    private final Gateway gateway;
    private final GraphQuota quota = new GraphQuota();

    /** @param path with its query */
    record Asked(String host, String path, String body) {}

    record Reply(int status, String body, Map<String, String> headers) {
        static Reply ok(String body) {
            return new Reply(200, body.replace('\'', '"'), Map.of());
        }
    }

    ArmStub(Function<Asked, Reply> answers) {
        this(answers, Pace.REAL);
    }

    ArmStub(Function<Asked, Reply> answers, Pace pace) {
        this.answers = answers;
        this.gateway = new Gateway(new Limits(Duration.ofSeconds(10), 1, 1, Duration.ZERO, Duration.ZERO, 500), pace);
    }

    Site site(Grants grants) {
        ArmClient client = new ArmClient(
                new HttpPipelineBuilder().httpClient(this).build(), URI.create("https://management.example/"));
        AzureAccount account = new AzureAccount(client, quota, "1", grants);
        return Site.of("azure", new Scope("", "1", Scope.GLOBAL), account, new ArmFailures(), gateway);
    }

    /** A site at which everything may be read. */
    Site site() {
        return site(Grants.of(granting("*"), "/subscriptions/1"));
    }

    private static Site granting(String action) {
        return new ArmStub(request -> Reply.ok("{'value':[{'actions':['" + action + "'],'notActions':[]}]}"))
                .site(Grants.none());
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public synchronized HttpResponse sendSync(HttpRequest request, Context context) {
        String body = request.getBodyAsBinaryData() == null
                ? ""
                : request.getBodyAsBinaryData().toString();
        Asked now = new Asked(request.getUrl().getHost(), request.getUrl().getFile(), body);
        asked.add(now);
        return new Response(request, answers.apply(now));
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromSupplier(() -> sendSync(request, Context.NONE));
    }

    @Override
    public void close() {
        gateway.close();
    }

    private static final class Response extends HttpResponse {
        private final Reply reply;
        private final HttpHeaders headers = new HttpHeaders();

        Response(HttpRequest request, Reply reply) {
            super(request);
            this.reply = reply;
            reply.headers().forEach((name, value) -> headers.set(HttpHeaderName.fromString(name), value));
        }

        @Override
        public int getStatusCode() {
            return reply.status();
        }

        @Override
        @SuppressWarnings("deprecation") // still abstract
        public String getHeaderValue(String name) {
            return headers.getValue(HttpHeaderName.fromString(name));
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.just(ByteBuffer.wrap(reply.body().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Mono<InputStream> getBodyAsInputStream() {
            return Mono.just(new ByteArrayInputStream(reply.body().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.just(reply.body().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Mono<String> getBodyAsString() {
            return Mono.just(reply.body());
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.just(reply.body());
        }
    }
}
