package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A snapshot cannot be read or written. The message is one sentence for the user that names the file and the mend. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A line that cannot be read. */
    static SnapshotException damaged(Path file, int line, Exception error) {
        String why = error instanceof JacksonException json ? json.getOriginalMessage() : error.getMessage();
        return new SnapshotException(
                file + ", line " + line + ": cannot be read (" + why
                        + "); the snapshot was damaged or written by another" + " version, so scan again.",
                error);
    }

    /** The reason of an error of the file system, whose message is often a file's name and no more. */
    static String why(IOException error) {
        if (error instanceof FileSystemException file) {
            return file.getReason() == null ? error.getClass().getSimpleName() : file.getReason();
        }
        return String.valueOf(error.getMessage());
    }
}
