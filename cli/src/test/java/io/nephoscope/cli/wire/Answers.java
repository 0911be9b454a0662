package io.nephoscope.cli.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What the emulator answers to each request, kept so that many scans of one world ask it once. */
public final class Answers {
    /** One answer. */
    public record Reply(int status, Map<String, List<String>> headers, byte[] body) {}

    /** Asks the emulator. */
    @FunctionalInterface
    interface Ask {
        Reply ask() throws IOException, InterruptedException;
    }

    private final Map<String, Reply> kept = new ConcurrentHashMap<>();
    private volatile boolean learning = true;

    /** From now on every request that was answered before gets the last answer that was seen. */
    public void keep() {
        learning = false;
    }

    Reply to(AwsRequest request, Ask ask, UnaryOperator<Reply> corrected) throws IOException, InterruptedException {
        Reply known = learning ? null : kept.get(request.key());
        if (known != null) {
            return known;
        }
        Reply reply = corrected.apply(ask.ask());
        kept.put(request.key(), reply);
        return reply;
    }
}
