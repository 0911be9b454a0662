package io.nephoscope.jdcloud.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import io.nephoscope.http.Transport;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/** Asks JD Cloud's own services, and reads their answers: {@code {"requestId", "result" or "error"}}. */
public final class JdClient {
    static final Text A_PAGE = Text.of("a page in place of an answer", "返回的是网页而非应答");

    private final Transport transport;
    private final JdEndpoints endpoints;
    private final JdCredentials credentials;
    private final Clock clock;

    public JdClient(Transport transport, JdEndpoints endpoints, JdCredentials credentials, Clock clock) {
        this.transport = transport;
        this.endpoints = endpoints;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** A result, and what time it was where it came from. */
    public record Answer(Doc result, Reply reply) {}

    /**
     * Sends a call.
     *
     * @throws JdError where the answer is an error, whatever its HTTP status
     * @throws UnusableAnswer where it is neither a whole result nor an error
     */
    public Answer ask(JdCall call, String region, Question question) throws IOException, InterruptedException {
        String at = call.regionFrom(region);
        URI endpoint = endpoints.of(call.service(), at);
        String path = call.path(at, question);
        Request request = call.method().equals("GET")
                ? Request.get(endpoint, path, question.query())
                : Request.readByPost(endpoint, path, question.query(), json(question.body()));
        String signed = at.isEmpty() ? endpoints.signedRegion(call.service()) : at;
        JdSigner signer = new JdSigner(
                credentials, signed, call.service(), () -> UUID.randomUUID().toString());
        Reply reply = transport.send(signer.sign(request, clock.instant()).with("user-agent", "nephoscope"));
        Doc result = result(reply);
        call.operation().proof().missing(result).ifPresent(member -> {
            throw new UnusableAnswer(Proof.without(member));
        });
        return new Answer(result, reply);
    }

    private static Doc result(Reply reply) {
        Doc envelope = envelope(reply);
        if (envelope.get("error") instanceof Doc error) {
            int code = error.get("code") instanceof Long known && known >= 400 && known < 600
                    ? Math.toIntExact(known)
                    : reply.status();
            throw new JdError(code, error.text("status"), Text.quoted(error.text("message")), RetryAfter.of(reply));
        } else if (reply.status() != 200) {
            throw new JdError(reply.status(), "", Text.EMPTY, RetryAfter.of(reply));
        } else if (envelope.get("result") instanceof Doc result) {
            return result;
        }
        throw new UnusableAnswer(Text.of("it holds neither a result nor an error", "应答既无结果也无错误"));
    }

    /** The object that the body is; a page in its place is an error of whatever stands before the cloud. */
    private static Doc envelope(Reply reply) {
        String text = reply.text();
        try {
            if (DocJson.parse(text) instanceof Doc doc) {
                return doc;
            }
        } catch (IOException e) {
            if (reply.status() != 200) {
                throw new JdError(
                        reply.status(),
                        "",
                        text.isBlank() ? Text.of("an empty answer", "应答为空") : A_PAGE,
                        RetryAfter.of(reply));
            }
            throw new UnusableAnswer(
                    text.isBlank()
                            ? Text.of("it is empty", "应答为空")
                            : Text.of(
                                    "it is no JSON, or says a key twice; check the endpoint and the proxy",
                                    "应答不是 JSON 或有重复的键；请检查服务端点和代理"));
        }
        throw new UnusableAnswer(Text.of("it is no object", "应答不是对象"));
    }

    private static String json(Doc body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            DocJson.write(out, body, "", (path, unknown) -> {});
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be written", e);
        }
        return text.toString();
    }
}
