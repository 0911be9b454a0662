package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;

/** A target cannot be reached as it is configured. The message is one sentence for the user that names the mend. */
public final class TargetException extends Exception implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;
    private final transient Cause cause;

    public TargetException(Text message) {
        this(message, new Cause("", Status.FAILED, "", Text.EMPTY));
    }

    public TargetException(Text message, Throwable thrown) {
        super(message.en(), thrown);
        this.text = message;
        this.cause = new Cause("", Status.FAILED, "", Text.EMPTY);
    }

    /** @param unanswered the call without whose answer nothing can be read there */
    public TargetException(Text message, Cause unanswered) {
        super(message.en());
        this.text = message;
        this.cause = unanswered;
    }

    /** The account is closed: that is told, and it is no gap, since nothing runs there and nobody can mend it. */
    public static TargetException closed(Text message) {
        return new TargetException(message, new Cause("", Status.UNSUPPORTED, "", Text.EMPTY));
    }

    /** How the call ended that would have told the way in, with the sentence for the user as its words. */
    public Cause why() {
        Status outcome = cause.outcome().isGap() || isClosed() ? cause.outcome() : Status.FAILED;
        return new Cause(cause.call(), outcome, cause.permission(), text);
    }

    @Override
    public Text text() {
        return text;
    }

    public boolean isClosed() {
        return cause.outcome() == Status.UNSUPPORTED && cause.call().isEmpty();
    }
}
