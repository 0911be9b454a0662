package io.nephoscope.rules;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Findings on disk, one JSON object a line, in the folder of the snapshot that they are of. */
public final class FindingFile implements Findings {
    private static final String NAME = "findings.ndjson";

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

    /**
     * Writes findings to a folder. The file appears when it is whole; what was there before stays until then.
     *
     * @throws RuleException where the folder cannot be written
     */
    public static FindingFile write(Path folder, Findings findings) {
        Path file = folder.resolve(NAME);
        Path part = folder.resolve(NAME + ".part");
        MessageDigest digest = Hash.sha256();
        try {
            OutputStream bytes = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), digest);
            try (JsonGenerator out =
                    DocJson.FACTORY.createGenerator(bytes).setPrettyPrinter(new MinimalPrettyPrinter(""))) {
                findings.forEach(finding -> write(out, finding));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            throw new RuleException(
                    Text.of("The findings cannot be written to {0} ({1}).", "判定结果无法写入 {0}（{1}）。", folder, Said.by(e)),
                    e);
        }
        return new FindingFile(file, HexFormat.of().formatHex(digest.digest()));
    }

    private static void write(JsonGenerator out, Finding finding) {
        try {
            FindingJson.write(out, finding);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forEach(Consumer<Finding> each) {
        Shapes shapes = new Shapes();
        int number = 0;
        MessageDigest digest = Hash.sha256();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new DigestInputStream(Files.newInputStream(file), digest), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(read(line, ++number, shapes));
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new RuleException(Text.of(
                        "{0} is not what was written, for its SHA-256 is another: the findings were"
                                + " changed or damaged; evaluate the snapshot anew.",
                        "{0} 与写入时不符（SHA-256 不同）：判定结果被改动或损坏；请重新执行 evaluate。", file));
            }
        } catch (IOException e) {
            throw new RuleException(Text.of("{0} cannot be read ({1}).", "{0} 无法读取（{1}）。", file, Said.by(e)), e);
        }
    }

    private Finding read(String line, int number, Shapes shapes) {
        try {
            if (DocJson.parse(line, shapes) instanceof Doc json) {
                return FindingJson.read(json);
            }
            throw new IllegalArgumentException("no JSON object");
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new RuleException(
                    Text.of(
                            "{0}, line {1}: cannot be read ({2}); evaluate the snapshot anew.",
                            "{0} 第 {1} 行：无法读取（{2}）；请重新执行 evaluate。", file, number, Failure.line(String.valueOf(why))),
                    e);
        }
    }
}
