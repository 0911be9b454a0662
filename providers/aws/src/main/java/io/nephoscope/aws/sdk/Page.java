package io.nephoscope.aws.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on.
 *
 * @param token the provider's token, or null for the first page, as the SDK's builders take it
 */
public record Page(@Nullable String token) {
    /** The first page. */
    public static final Page FIRST = new Page(null);
}
