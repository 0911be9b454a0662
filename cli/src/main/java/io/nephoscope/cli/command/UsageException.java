package io.nephoscope.cli.command;

/** What was asked for cannot be done as it was asked. The message is one sentence for the user that names the mend. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
