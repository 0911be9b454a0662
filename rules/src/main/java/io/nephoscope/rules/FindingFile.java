package io.nephoscope.rules;

import com.fasterxml.jackson.core.JacksonException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.inventory.output.WholeFile;
import io.nephoscope.snapshot.Entries;
import io.nephoscope.snapshot.Ids;
import io.nephoscope.snapshot.JsonLine;
import io.nephoscope.snapshot.LineReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Findings on disk, one JSON object a line, in the folder of the snapshot that they are of. */
public final class FindingFile implements Findings {
    private static final String NAME = "findings.ndjson";
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String sha256;

    private FindingFile(Path file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /**
     * The findings that were written to a folder.
     *
     * @param sha256 of the file's bytes, in hexadecimal digits: what whoever wrote it was told
     * @throws RuleException where there are none
     */
    public static FindingFile in(Path folder, String sha256) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new RuleException(Text.of(
                    "There are no findings in {0}; evaluate the snapshot first.",
                    "{0} 中没有判定结果；请先对快照执行 evaluate。", folder));
        }
        return new FindingFile(file, sha256);
    }

    /** Of the file's bytes, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Writes findings to a folder, for the eyes of their owner. */
    public static FindingFile write(Path folder, Findings findings) {
        return write(folder, FileMode.PRIVATE, findings);
    }

    /**
     * Writes findings to a folder. The file appears when it is whole; what was there before stays until then.
     *
     * @throws RuleException where the folder cannot be written
     */
    public static FindingFile write(Path folder, FileMode mode, Findings findings) {
        Path file = folder.resolve(NAME);
        MessageDigest digest = Hash.sha256();
        try {
            WholeFile.write(file, mode, bytes -> {
                OutputStream out = new BufferedOutputStream(new DigestOutputStream(bytes, digest), BUFFER);
                Ids ids = new Ids((table, id, entry) -> out.write(JsonLine.of(table, id, entry)));
                findings.forEach(finding -> write(out, finding, ids));
                out.flush();
            });
        } catch (IOException e) {
            throw new RuleException(
                    Text.of(
                            "The findings cannot be written to {0} ({1}); make room, or evaluate a copy that can be written.",
                            "判定结果无法写入 {0}（{1}）；请腾出空间，或评估一份可写的副本。", folder, WholeFile.why(e)),
                    e);
        }
        return new FindingFile(file, HexFormat.of().formatHex(digest.digest()));
    }

    private static void write(OutputStream out, Finding finding, Ids ids) {
        try {
            out.write(JsonLine.of(line -> FindingJson.writeLine(line, finding, ids)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forEach(Consumer<Finding> each) {
        Shapes shapes = new Shapes();
        try (LineReader lines = new LineReader(file);
                FileChannel channel = FileChannel.open(file)) {
            Entries entries = new Entries(channel, shapes);
            for (Optional<LineReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                read(line.get(), shapes, entries).ifPresent(each);
            }
            if (!lines.seal().sha256().equals(sha256)) {
                throw new RuleException(Text.of(
                        "{0} is not what was written, for its SHA-256 is another: the findings were"
                                + " changed or damaged; evaluate the snapshot anew.",
                        "{0} 与写入时不符（SHA-256 不同）：判定结果被改动或损坏；请重新执行 evaluate。", file));
            }
        } catch (IOException e) {
            throw new RuleException(Text.of("{0} cannot be read ({1}).", "{0} 无法读取（{1}）。", file, Said.by(e)), e);
        }
    }

    /** The finding of a line; empty where the line is an entry to which findings refer. */
    private Optional<Finding> read(LineReader.Line line, Shapes shapes, Entries entries) {
        try {
            if (DocJson.parse(line.text(), shapes) instanceof Doc json) {
                return entries.isEntry(json, line) ? Optional.empty() : Optional.of(FindingJson.read(json, entries));
            }
            throw new IllegalArgumentException("no JSON object");
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new RuleException(
                    Text.of(
                            "{0}, line {1}: cannot be read ({2}); evaluate the snapshot anew.",
                            "{0} 第 {1} 行：无法读取（{2}）；请重新执行 evaluate。",
                            file,
                            line.number(),
                            Failure.line(String.valueOf(why))),
                    e);
        }
    }
}
