package io.nephoscope.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static Transport direct(Duration deadline) {
        return new HttpTransport(deadline, Optional.empty(), Optional.empty());
    }

    private static Reply get(Loopback server) throws Exception {
        return direct(LONG).send(Request.get(server.endpoint(), "/", Map.of()));
    }

    @Test
    void whatIsSignedIsWhatIsSent() throws Exception {
        try (Loopback server = new Loopback(Loopback.text(200, "好", "X-A: 1", "x-a: 2"))) {
            Request request = Request.get(
                            URI.create(server.endpoint() + "/base/"),
                            "/instances/i-1:describe it",
                            Map.of("filter", "a b*ü", "page", "1"))
                    .with("x-test", "value");
            Reply reply = direct(LONG).send(request);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).isEqualTo("好");
            assertThat(reply.header("x-a")).contains("1");
            assertThat(server.seen().get(0).line())
                    .isEqualTo("GET /base/instances/i-1:describe%20it?filter=a%20b%2A%C3%BC&page=1 HTTP/1.1");
            assertThat(server.seen().get(0).headers())
                    .containsEntry("host", request.host())
                    .containsEntry("x-test", "value");
        }
    }

    @Test
    void aRequestThatWritesCannotBeMade() {
        assertThatThrownBy(() -> new Request("DELETE", URI.create("http://localhost"), "/", Map.of(), Map.of(), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Request("GET", URI.create("http://localhost"), "/", Map.of(), Map.of(), "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Its value may be a token: it is told to nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo", "one\rtwo", "one\u0000two"})
    void aHeaderThatCannotBeSentIsSaidByItsName(String value) {
        Request request =
                Request.get(URI.create("http://localhost:1"), "/", Map.of()).with("x-token", value);

        assertThatThrownBy(() -> direct(LONG).send(request))
                .isInstanceOf(UnusableAnswer.class)
                .hasMessage("not sent, since the header x-token would hold a line break or another character that no"
                        + " header holds");
    }

    @Test
    void aPortThatThereIsNotIsSaid() {
        assertThatThrownBy(() -> direct(LONG).send(Request.get(URI.create("http://localhost:65536"), "/", Map.of())))
                .isInstanceOf(UnusableAnswer.class)
                .hasMessage("not sent, since there is no port 65536; check the endpoint");
    }

    @Test
    void everyStatusIsAnAnswer() throws Exception {
        try (Loopback server = new Loopback(Loopback.text(502, "<html>", "Retry-After: 7"))) {
            Reply reply = get(server);
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.header("retry-after")).contains("7");
        }
    }

    private static Loopback.Answer bytes(int status, Charset charset, String body, String type) {
        return (seen, out) -> {
            Loopback.write(out, "HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Type: " + type + "\r\n\r\n");
            out.write(body.getBytes(charset));
            out.flush();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=gbk", "application/json;Charset=\"GBK\""})
    void aBodyIsReadInTheCharsetThatItNames(String type) throws Exception {
        try (Loopback server = new Loopback(bytes(200, Charset.forName("GBK"), "好", type))) {
            assertThat(get(server).text()).isEqualTo("好");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "text/plain; charset=nobody-knows"})
    void aBodyThatIsNotInItsCharsetIsNoAnswer(String type) throws Exception {
        try (Loopback server = new Loopback(bytes(200, Charset.forName("GBK"), "{\"name\":\"好\"}", type))) {
            assertThatThrownBy(() -> get(server))
                    .isInstanceOf(UnusableAnswer.class)
                    .hasMessageContaining("its characters are not in UTF-8");
        }
    }

    @Test
    void anErrorKeepsItsStatusWhateverItsCharacters() throws Exception {
        try (Loopback server = new Loopback(bytes(502, Charset.forName("GBK"), "网关错误", "text/html"))) {
            assertThat(get(server).status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        try (Loopback elsewhere = new Loopback(Loopback.text(200, "elsewhere"));
                Loopback server = new Loopback(Loopback.text(status, "", "Location: " + elsewhere.endpoint()))) {
            assertThatThrownBy(() -> get(server))
                    .isInstanceOf(UnusableAnswer.class)
                    .hasMessageContaining("redirect");
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void aBodyWithoutAnEndIsLetGoOf() throws Exception {
        try (Loopback server = new Loopback((seen, out) -> {
            Loopback.write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            byte[] much = new byte[1 << 20];
            while (true) {
                out.write(much);
            }
        })) {
            assertThatThrownBy(() -> get(server))
                    .isInstanceOf(UnusableAnswer.class)
                    .hasMessage("it is longer than 32 MB");
            assertThat(server.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBodyThatIsCutIsNoAnswer() throws Exception {
        try (Loopback server = new Loopback(
                (seen, out) -> Loopback.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))) {
            assertThatThrownBy(() -> get(server)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBodyThatNeverEndsIsWaitedForUntilTheDeadlineAndTheConnectionIsEnded() throws Exception {
        try (Loopback server = new Loopback((seen, out) -> {
            Loopback.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            while (true) {
                Loopback.write(out, "x");
            }
        })) {
            Request request = Request.get(server.endpoint(), "/", Map.of());
            assertThatThrownBy(() -> direct(Duration.ofSeconds(3)).send(request))
                    .isInstanceOfAny(IOException.class, UnusableAnswer.class);
            assertThat(server.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void silenceEndsAtTheDeadline() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Loopback server = new Loopback((seen, out) -> over.await())) {
            Request request = Request.get(server.endpoint(), "/", Map.of());
            assertThatThrownBy(() -> direct(Duration.ofMillis(300)).send(request))
                    .isInstanceOf(IOException.class);
            over.countDown();
        }
    }

    @Test
    void anInterruptEndsTheExchange() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (Loopback server = new Loopback((seen, out) -> {
            asked.countDown();
            Loopback.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            while (true) {
                Loopback.write(out, "x");
            }
        })) {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<Reply> waiting = thread.submit(() -> get(server));
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            waiting.cancel(true);
            assertThat(server.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
            thread.shutdownNow();
        }
    }

    @Test
    void aHostWithoutAnAddressIsTold() {
        Request request = Request.get(URI.create("http://nowhere.invalid"), "/", Map.of());
        assertThatThrownBy(() -> direct(LONG).send(request))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("nowhere.invalid");
    }

    @Test
    void aHostThatTakesNoConnectionIsTold() throws Exception {
        Request request;
        try (Loopback server = new Loopback(Loopback.text(200, ""))) {
            request = Request.get(server.endpoint(), "/", Map.of());
        }
        assertThatThrownBy(() -> direct(LONG).send(request))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(request.host());
    }

    @Test
    void theProxyIsAskedInPlaceOfTheHost() throws Exception {
        try (Loopback proxy = new Loopback(Loopback.text(200, "through the proxy"))) {
            ProxySetting setting =
                    ProxySetting.parse("http://localhost:" + proxy.endpoint().getPort());
            Reply reply = new HttpTransport(LONG, Optional.of(setting), Optional.empty())
                    .send(Request.get(URI.create("http://cloud.invalid"), "/v1", Map.of()));

            assertThat(reply.text()).isEqualTo("through the proxy");
            assertThat(proxy.seen().get(0).line()).isEqualTo("GET http://cloud.invalid/v1 HTTP/1.1");
        }
    }

    @Test
    void noMoreRequestsThanAllowedAreWithAHostAtOnce() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        try (Loopback server = new Loopback((seen, out) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            two.countDown();
            two.await();
            now.decrementAndGet();
            Loopback.text(200, "").to(seen, out);
        })) {
            Transport narrow = new HttpTransport(LONG, Optional.empty(), Optional.empty(), 2);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            Callable<Reply> ask = () -> narrow.send(Request.get(server.endpoint(), "/", Map.of()));
            for (Future<Reply> each : threads.invokeAll(Collections.nCopies(8, ask))) {
                assertThat(each.get().status()).isEqualTo(200);
            }
            threads.shutdownNow();
        }
        assertThat(most.get()).isEqualTo(2);
    }
}
