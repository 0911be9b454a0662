package io.nephoscope.inventory;

/** A target cannot be reached as it is configured. The message is one sentence for the user that names the mend. */
public final class TargetException extends Exception {
    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }

    public TargetException(String message, Throwable cause) {
        super(message, cause);
    }
}
