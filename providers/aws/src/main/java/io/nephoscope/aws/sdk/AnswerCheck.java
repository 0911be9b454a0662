package io.nephoscope.aws.sdk;

import io.nephoscope.http.ContentCoding;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Refuses what comes in place of an answer: a proxy's page, an answer of something else, half of one, or nothing at all. The SDK reads
 * each of them as an answer that holds nothing, as if there were no assets. Bodies are read whole, as they were before anybody
 * compressed them, and end before they fill the memory, errors among them.
 */
final class AnswerCheck implements ExecutionInterceptor {
    /** What the operation that is sent declares of its answer. */
    static final ExecutionAttribute<Proof> PROOF = new ExecutionAttribute<>("NephoscopeProof");

    private static final ExecutionAttribute<byte[]> BODY = new ExecutionAttribute<>("NephoscopeBody");
    private static final String CODING = "Content-Encoding";
    private static final int LOOKED_AT = 512;
    /** What a server leaves behind is read on that far, since a connection that was read to its end can be used again. */
    private static final int MOST_LEFT = 64 * 1024;

    /** Behind what may stand before it: a byte order mark, an XML declaration, comments. */
    private static final Pattern NO_ANSWER = Pattern.compile(
            "\\A[\\s\\ufeff]*(?:<\\?[^>]*>\\s*|<!--[^>]*-->\\s*)*"
                    + "<(!DOCTYPE\\s+html|html|Error|Errors|ErrorResponse|Response)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What services are sent that answer under the operation's own name: the query protocol's, and EC2's. */
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The body comes out of {@link #modifyHttpResponseContent} as it was before it was compressed. */
    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.httpResponse().toBuilder().removeHeader(CODING).build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        InputStream sent = context.responseBody().orElseGet(InputStream::nullInputStream);
        byte[] body = read(sent, context.httpResponse());
        if (isAnswer(context)) {
            check(new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8));
            attributes.putAttribute(BODY, body);
        }
        return context.responseBody().map(it -> new ByteArrayInputStream(body));
    }

    private static boolean isAnswer(Context.ModifyHttpResponse context) {
        return context.httpResponse().isSuccessful() && context.httpRequest().method() != SdkHttpMethod.HEAD;
    }

    private static byte[] read(InputStream sent, SdkHttpResponse response) {
        try {
            byte[] body = ContentCoding.decoded(sent, response.matchingHeaders(CODING));
            if (sent.readNBytes(MOST_LEFT).length < MOST_LEFT) {
                sent.close();
                return body;
            }
            throw new UnusableAnswer(Text.of("it does not end", "应答没有结尾"));
        } catch (IOException e) {
            abort(sent);
            throw new UncheckedIOException(e);
        } catch (UnusableAnswer e) {
            abort(sent);
            throw new UnusableAnswer(e.text());
        }
    }

    /** The SDK does not give back a connection whose answer an interceptor refuses; closing it would read on to its end. */
    private static void abort(InputStream sent) {
        if (sent instanceof Abortable connection) {
            connection.abort();
        }
    }

    private static void check(String start) {
        if (start.isBlank()) {
            throw new UnusableAnswer(Text.of("it is empty", "应答为空"));
        } else if (NO_ANSWER.matcher(start).matches()) {
            throw new UnusableAnswer(Text.of("a page or an error came in place of it", "返回的是网页或错误，而非应答"));
        }
    }

    /** What the SDK made of the body tells which of its members came, and by which names they may come. */
    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        byte[] body = attributes.getAttribute(BODY);
        if (body != null) {
            Proof proof = attributes.getAttribute(PROOF);
            String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            boolean isForm = context.httpRequest()
                    .firstMatchingHeader("Content-Type")
                    .filter(type -> type.startsWith(FORM))
                    .isPresent();
            new WireAnswer(operation, isForm, proof.document(), response).check(body);
            proof.missing(path -> SdkDocs.at(response, path)).ifPresent(path -> {
                throw new UnusableAnswer(Proof.without(path));
            });
        }
        return response;
    }
}
