package io.nephoscope.inventory.snapshot;

/** A snapshot cannot be read or written. The message is one sentence for the user that names the file and the mend. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
