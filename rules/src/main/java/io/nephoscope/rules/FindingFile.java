package io.nephoscope.rules;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.inventory.output.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            throw new RuleException("There are no findings in " + folder + "; evaluate the snapshot first.");
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
                try (JsonGenerator out = DocJson.FACTORY
                        .createGenerator(new DigestOutputStream(bytes, digest))
                        .setPrettyPrinter(new MinimalPrettyPrinter(""))
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                    findings.forEach(finding -> write(out, finding));
                }
            });
        } catch (IOException e) {
            throw new RuleException(
                    "The findings cannot be written to " + folder + " (" + WholeFile.why(e)
                            + "); make room, or evaluate a copy that can be written.",
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
                throw new RuleException(file + " is not what was written, for its SHA-256 is another: the findings were"
                        + " changed or damaged; evaluate the snapshot anew.");
            }
        } catch (IOException e) {
            throw new RuleException(file + " cannot be read (" + e.getMessage() + ").", e);
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
                    file + ", line " + number + ": cannot be read (" + Failure.line(String.valueOf(why))
                            + "); evaluate the snapshot anew.",
                    e);
        }
    }
}
