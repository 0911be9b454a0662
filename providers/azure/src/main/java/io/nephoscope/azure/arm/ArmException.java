package io.nephoscope.azure.arm;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.time.Duration;
import java.util.Optional;

/** An answer of the Resource Manager that is an error, or that cannot be used. */
final class ArmException extends Exception implements Said {
    /** The code of an answer that came and cannot be read. */
    static final String UNUSABLE = "UnusableAnswer";

    private static final long serialVersionUID = 1L;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final transient Text text;
    private final int status;
    private final String code;

    @SuppressWarnings("serial") // never leaves the process
    private final Optional<Duration> retryAfter;

    /**
     * An error that the Resource Manager answered.
     *
     * @param code its own, as {@code AuthorizationFailed}; empty where the answer has none
     */
    ArmException(int status, String code, Text message, Optional<Duration> retryAfter) {
        super(message.en());
        this.text = message;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** An answer of which nobody saw what it says. */
    static ArmException unusable(Text why) {
        return new ArmException(OK, UNUSABLE, why, Optional.empty());
    }

    /** An answer that was cut off, or that something on the way gave: the next one may be whole. */
    static ArmException broken(Text why) {
        return new ArmException(SERVER_ERROR, UNUSABLE, why, Optional.empty());
    }

    @Override
    public Text text() {
        return text;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
