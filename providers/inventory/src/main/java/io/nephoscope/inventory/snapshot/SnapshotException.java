package io.nephoscope.inventory.snapshot;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** A snapshot cannot be read or written. The message is one sentence for the user that names the file and the mend. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason of an error of the file system, whose message is often a file's name and no more. */
    static String why(IOException error) {
        if (error instanceof FileSystemException file) {
            return file.getReason() == null ? error.getClass().getSimpleName() : file.getReason();
        }
        return String.valueOf(error.getMessage());
    }
}
