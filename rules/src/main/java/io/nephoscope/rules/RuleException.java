package io.nephoscope.rules;

/** Rules cannot be chosen as asked, or findings not be read or written. The message is one sentence for the user, with the mend. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }

    public RuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
