package io.nephoscope.http;

import java.time.Instant;

/** Says to a cloud who asks: pure, so that known requests have known signatures. */
@FunctionalInterface
public interface Signer {
    /** The request with the headers that sign it at a time. */
    Request sign(Request request, Instant time);
}
