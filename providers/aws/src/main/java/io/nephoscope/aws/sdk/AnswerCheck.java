package io.nephoscope.aws.sdk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Refuses what comes in place of an answer: a proxy's page, an error that calls itself a success, or nothing at all. The SDK reads
 * each of them as an answer that holds nothing, as if there were no assets.
 */
final class AnswerCheck implements ExecutionInterceptor {
    private static final int LOOKED_AT = 512;
    /** Behind what may stand before it: a byte order mark, an XML declaration, comments. */
    private static final String BEFORE = "\\A[\\s\\ufeff]*(?:<\\?[^>]*>\\s*|<!--[^>]*-->\\s*)*";

    private static final Pattern NO_ANSWER = Pattern.compile(
            BEFORE + "<(!DOCTYPE\\s+html|html|Error|Errors|ErrorResponse|Response)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** The root element, whose name is the first group. */
    private static final Pattern ROOT = Pattern.compile(BEFORE + "<(?:[\\w.-]+:)?([\\w.-]+).*", Pattern.DOTALL);
    /** What services are sent that answer under the operation's own name: the query protocol's, and EC2's. */
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!context.httpResponse().isSuccessful() || context.httpRequest().method() == SdkHttpMethod.HEAD) {
            return context.responseBody();
        }
        InputStream sent = context.responseBody().orElseGet(InputStream::nullInputStream);
        try {
            InputStream body = new BufferedInputStream(sent, LOOKED_AT);
            String start = start(body);
            check(start);
            if (isForm(context)) {
                checkName(start, attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
            }
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

    private static boolean isForm(Context.ModifyHttpResponse context) {
        return context.httpRequest()
                .firstMatchingHeader("Content-Type")
                .filter(type -> type.startsWith(FORM))
                .isPresent();
    }

    /** Without this, whatever is XML would be an answer that holds nothing. What is no XML at all the SDK refuses by itself. */
    private static void checkName(String start, String operation) {
        Matcher root = ROOT.matcher(start);
        if (root.matches() && !root.group(1).equals(operation + "Response")) {
            throw new UnusableAnswer("it is no answer to " + operation);
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
