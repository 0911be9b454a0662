package io.nephoscope.aws.sdk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Refuses what comes in place of an answer: a proxy's page, an error that calls itself a success, or nothing at all. The SDK reads
 * each of them as an answer that holds nothing, as if there were no assets.
 */
final class AnswerCheck implements ExecutionInterceptor {
    private static final int LOOKED_AT = 512;
    /** Behind what may stand before it: a byte order mark, an XML declaration, comments. */
    private static final Pattern NO_ANSWER = Pattern.compile(
            "\\A[\\s\\ufeff]*(?:<\\?[^>]*>\\s*|<!--[^>]*-->\\s*)*<(!DOCTYPE\\s+html|html|Error|Errors|ErrorResponse|Response)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!context.httpResponse().isSuccessful() || context.httpRequest().method() == SdkHttpMethod.HEAD) {
            return context.responseBody();
        }
        InputStream sent = context.responseBody().orElseGet(InputStream::nullInputStream);
        try {
            InputStream body = new BufferedInputStream(sent, LOOKED_AT);
            check(start(body));
            return Optional.of(body);
        } catch (UnusableAnswer | UncheckedIOException e) {
            // The SDK does not give back a connection whose answer an interceptor refuses.
            if (sent instanceof Abortable connection) {
                connection.abort();
            }
            throw e;
        }
    }

    private static void check(String start) {
        if (start.isBlank()) {
            throw new UnusableAnswer("it is empty");
        } else if (NO_ANSWER.matcher(start).matches()) {
            throw new UnusableAnswer("a page or an error came in place of it");
        }
    }

    private static String start(InputStream body) {
        try {
            body.mark(LOOKED_AT);
            String start = new String(body.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            body.reset();
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
