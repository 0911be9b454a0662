package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;

/** A target cannot be reached as it is configured. The message is one sentence for the user that names the mend. */
public final class TargetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Cause cause;

    public TargetException(String message) {
        this(message, new Cause("", Status.FAILED, "", ""));
    }

    public TargetException(String message, Throwable thrown) {
        super(message, thrown);
        this.cause = new Cause("", Status.FAILED, "", "");
    }

    /** @param unanswered the call without whose answer nothing can be read there */
    public TargetException(String message, Cause unanswered) {
        super(message);
        this.cause = unanswered;
    }

    /** The account is closed: that is told, and it is no gap, since nothing runs there and nobody can mend it. */
    public static TargetException closed(String message) {
        return new TargetException(message, new Cause("", Status.UNSUPPORTED, "", ""));
    }

    /** How the call ended that would have told the way in, with the sentence for the user as its words. */
    public Cause why() {
        String sentence = String.valueOf(getMessage());
        Status outcome = cause.outcome().isGap() || isClosed() ? cause.outcome() : Status.FAILED;
        return new Cause(cause.call(), outcome, cause.permission(), sentence);
    }

    public boolean isClosed() {
        return cause.outcome() == Status.UNSUPPORTED && cause.call().isEmpty();
    }
}
