package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.time.Duration;
import java.util.Optional;

/** JD Cloud answered with an error, or something before it did. */
public final class JdError extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;
    private final int status;
    private final String code;
    private final Optional<Duration> retryAfter;

    /**
     * @param status as HTTP has them, from the error itself where it says one: some come with a 200
     * @param code the error's own name, as {@code HTTP_FORBIDDEN}; empty where there is none
     */
    public JdError(int status, String code, Text message, Optional<Duration> retryAfter) {
        super(message.en());
        this.text = message;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    @Override
    public Text text() {
        return text;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code.isEmpty() ? "HTTP " + status : code;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
