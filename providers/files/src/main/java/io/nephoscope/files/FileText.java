package io.nephoscope.files;

import io.nephoscope.inventory.TargetException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The text of a file.
 *
 * @param charset in which it is written
 */
record FileText(String text, Charset charset) {
    private static final long MOST_BYTES = 256L << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * @param encoding in which it is written, where somebody says so
     * @throws TargetException where there is no such file, or it cannot be read
     */
    static FileText read(Path file, Optional<String> encoding) throws TargetException {
        byte[] bytes = bytes(file);
        Charset charset = encoding.isPresent() ? Encoding.named(file, encoding.get()) : Encoding.of(file, bytes);
        OptionalInt bad = Encoding.firstBadLine(bytes, charset);
        if (bad.isPresent()) {
            throw new TargetException(file + ", line " + bad.getAsInt() + ": the bytes here are not " + charset.name()
                    + "; check the setting encoding.");
        }
        String text = new String(bytes, charset);
        return new FileText(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, charset);
    }

    private static byte[] bytes(Path file) throws TargetException {
        if (!Files.isRegularFile(file)) {
            throw new TargetException(file + ": there is no such file; check its name.");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new TargetException(file + ": the file is larger than 256 MB; split it.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TargetException(file + ": the file cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
