package io.nephoscope.inventory.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import io.nephoscope.inventory.gateway.Failure;
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
                file + ", line " + line + ": cannot be read (" + Failure.line(String.valueOf(why))
                        + "); the snapshot was damaged or written by another" + " version, so scan again.",
                error);
    }
}
