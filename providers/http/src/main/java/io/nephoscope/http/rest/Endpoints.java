package io.nephoscope.http.rest;

import java.net.URI;

/** Where services answer. */
@FunctionalInterface
public interface Endpoints {
    /** @param region empty for a call that belongs to none */
    URI of(String service, String region);
}
