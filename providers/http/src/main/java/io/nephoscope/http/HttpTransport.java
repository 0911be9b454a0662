package io.nephoscope.http;

import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * The JDK's client: HTTP/1.1, no cookies, and no redirects, since a signed request must not travel to where nobody meant to send it.
 * Each host gets a bounded number of requests at once; the others wait for their turn within their deadline.
 */
public final class HttpTransport implements Transport {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 64;
    private static final int LAST_PORT = 65_535;
    private static final int MEGABYTE = 1 << 20;
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([\\w.:+-]+)");
    private static final String LINK = "link";

    private final HttpClient client;
    private final Duration deadline;
    private final int mostAtOnce;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /**
     * @param deadline from the first byte sent to the last byte read; beyond it the exchange is ended
     * @param proxy empty for a direct way
     * @param trust empty for whom the JDK trusts
     */
    public HttpTransport(Duration deadline, Optional<ProxySetting> proxy, Optional<SSLContext> trust) {
        this(deadline, proxy, trust, MOST_AT_ONCE);
    }

    HttpTransport(Duration deadline, Optional<ProxySetting> proxy, Optional<SSLContext> trust, int mostAtOnce) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadline.compareTo(CONNECT) < 0 ? deadline : CONNECT)
                // Without one, the client would take the machine's settings, which nobody would see in the report.
                .proxy(proxy.map(ProxySetting::selector).orElse(HttpClient.Builder.NO_PROXY));
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
        this.deadline = deadline;
        this.mostAtOnce = mostAtOnce;
    }

    @Override
    public Reply send(Request request) throws IOException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        Semaphore turn = hosts.computeIfAbsent(request.host(), host -> new Semaphore(mostAtOnce, true));
        if (!turn.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("not sent, since " + mostAtOnce + " requests to " + request.host() + " did not end");
        }
        try {
            return exchange(request, end);
        } finally {
            turn.release();
        }
    }

    private Reply exchange(Request request, long end) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(built(request), response -> new BoundedBody(Reply.MOST_MEGABYTES * MEGABYTE));
        try {
            return reply(answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BoundedBody.TooLong) {
                throw new UnusableAnswer(Text.of("it is longer than {0} MB", "应答超过 {0} MB", Reply.MOST_MEGABYTES));
            }
            throw told(request, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + deadline.toSeconds() + " s", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** The client says little of hosts that have no address, and of those that take no connection. */
    private static IOException told(Request request, Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException) {
                UnknownHostException unknown =
                        new UnknownHostException(request.endpoint().getHost());
                unknown.initCause(error);
                return unknown;
            }
        }
        if (error instanceof ConnectException && error.getMessage() == null) {
            ConnectException refused = new ConnectException("no connection to " + request.host());
            refused.initCause(error);
            return refused;
        }
        return error instanceof IOException io ? io : new IOException(error);
    }

    /** @throws UnusableAnswer where the client would not send it, and would say so in words of its own */
    private HttpRequest built(Request request) {
        if (request.endpoint().getPort() > LAST_PORT) {
            throw new UnusableAnswer(Text.of(
                    "not sent, since there is no port {0}; check the endpoint",
                    "未发送：没有端口 {0}；请检查服务端点", request.endpoint().getPort()));
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(deadline)
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.bodyBytes()));
        // The client writes the host itself.
        request.headers().forEach((name, value) -> {
            if (!name.equals("host")) {
                set(builder, name, value);
            }
        });
        return builder.build();
    }

    private static void set(HttpRequest.Builder builder, String name, String value) {
        try {
            builder.setHeader(name, value);
        } catch (IllegalArgumentException e) {
            UnusableAnswer none = new UnusableAnswer(Text.of(
                    "not sent, since the header {0} would hold a line break or another character that no header holds",
                    "未发送：请求头 {0} 的值含有换行或其他不允许的字符", name));
            none.initCause(e);
            throw none;
        }
    }

    /** Links to other pages may stand in several headers of one name. */
    private static String value(String name, List<String> values) {
        return name.equalsIgnoreCase(LINK) ? String.join(", ", values) : values.isEmpty() ? "" : values.get(0);
    }

    private static Reply reply(HttpResponse<byte[]> response) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), value(name, values)));
        if (response.statusCode() >= 300 && response.statusCode() < 400 && headers.containsKey("location")) {
            throw new UnusableAnswer(
                    Text.of("it is a redirect, which is not followed; check the endpoint", "应答是重定向，不予跟随；请检查服务端点"));
        }
        byte[] body = ContentCoding.decoded(
                new ByteArrayInputStream(response.body()), response.headers().allValues("content-encoding"));
        return new Reply(response.statusCode(), headers, text(response.statusCode(), body, charset(headers)));
    }

    /** Names whose characters were replaced would be others, or one; where the status says that it is an error, little hangs on the text. */
    private static String text(int status, byte[] body, Charset charset) {
        if (status >= 300) {
            return new String(body, charset);
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            UnusableAnswer other = new UnusableAnswer(
                    Text.of("its characters are not in {0}; check its charset", "应答的字符不是 {0}；请检查其字符集", charset.name()));
            other.initCause(e);
            throw other;
        }
    }

    /** What {@code Content-Type} names; UTF-8 where that is nothing known, which is tried strictly then. */
    private static Charset charset(Map<String, String> headers) {
        Matcher named = CHARSET.matcher(headers.getOrDefault("content-type", ""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
