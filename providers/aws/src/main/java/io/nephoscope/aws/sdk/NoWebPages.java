package io.nephoscope.aws.sdk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Refuses web pages that come in place of answers, from a proxy that wants a password for one: read as XML, such a page is an answer
 * without a single field, and a bucket of which nobody saw anything would look well kept.
 */
final class NoWebPages implements ExecutionInterceptor {
    private static final int LOOKED_AT = 512;
    private static final Pattern WEB_PAGE =
            Pattern.compile("(?is)\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+)?html\\b.*");

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return context.responseBody().map(NoWebPages::checked);
    }

    private static InputStream checked(InputStream body) {
        try {
            InputStream answer = new BufferedInputStream(body, LOOKED_AT);
            answer.mark(LOOKED_AT);
            String beginning = new String(answer.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            if (WEB_PAGE.matcher(beginning).matches()) {
                throw SdkClientException.create("a web page came in place of an answer");
            }
            answer.reset();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
