package io.nephoscope.inventory;

/** A target cannot be reached as it is configured. The message is one sentence for the user that names the mend. */
public final class TargetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean isClosed;

    public TargetException(String message) {
        super(message);
        this.isClosed = false;
    }

    public TargetException(String message, Throwable cause) {
        super(message, cause);
        this.isClosed = false;
    }

    private TargetException(String message, boolean isClosed) {
        super(message);
        this.isClosed = isClosed;
    }

    /** The account is closed: that is told, and it is no gap, since nothing runs there and nobody can mend it. */
    public static TargetException closed(String message) {
        return new TargetException(message, true);
    }

    public boolean isClosed() {
        return isClosed;
    }
}
