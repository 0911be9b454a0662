package io.nephoscope.http;

import java.io.IOException;

/** Sends requests, one exchange for each: whoever wants to try again says so. */
@FunctionalInterface
public interface Transport {
    /**
     * Sends a signed request and waits for all of the answer. An interrupt ends the exchange.
     *
     * @throws UnusableAnswer where what comes cannot be an answer to anybody
     * @throws IOException where nothing comes, or not all of it
     */
    Reply send(Request request) throws IOException, InterruptedException;
}
