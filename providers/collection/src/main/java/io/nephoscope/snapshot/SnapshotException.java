package io.nephoscope.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import java.nio.file.Path;

/** A snapshot cannot be read or written. The message is one sentence for the user that names the file and the mend. */
public final class SnapshotException extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public SnapshotException(Text message) {
        super(message.en());
        this.text = message;
    }

    public SnapshotException(Text message, Throwable cause) {
        super(message.en(), cause);
        this.text = message;
    }

    @Override
    public Text text() {
        return text;
    }

    /** A manifest that is none. */
    static SnapshotException noManifest(Path file, JacksonException error) {
        Text why = Text.quoted(error.getOriginalMessage()).map(Failure::line);
        return new SnapshotException(
                error.getLocation() == null
                        ? Text.of(
                                "{0}: not a snapshot's manifest ({1}); scan again.",
                                "{0}：不是快照的清单（{1}）；请重新扫描。", file, why)
                        : Text.of(
                                "{0}, line {1}: not a snapshot's manifest ({2}); scan again.",
                                "{0} 第 {1} 行：不是快照的清单（{2}）；请重新扫描。",
                                file,
                                error.getLocation().getLineNr(),
                                why),
                error);
    }

    /** A line that cannot be read. */
    static SnapshotException damaged(Path file, int line, Exception error) {
        Text why = error instanceof JacksonException json ? Text.quoted(json.getOriginalMessage()) : Said.by(error);
        return new SnapshotException(
                Text.of(
                        "{0}, line {1}: cannot be read ({2}); the snapshot was damaged or written by another version, so scan"
                                + " again.",
                        "{0} 第 {1} 行：无法读取（{2}）；快照已损坏或由其他版本写入，请重新扫描。", file, line, why.map(Failure::line)),
                error);
    }
}
