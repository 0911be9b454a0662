package io.nephoscope.http.rest;

import io.nephoscope.http.Signer;

/** Who signs requests to a service in a region. */
@FunctionalInterface
public interface Signers {
    /** @param region empty for a call that belongs to none */
    Signer of(String service, String region);
}
