package io.nephoscope.files;

import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
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
            throw new TargetException(Text.of(
                    "{0}, line {1}: the bytes here are not {2}; check the setting encoding.",
                    "{0} 第 {1} 行：此处的字节不是 {2}；请检查设置 encoding。", file, bad.getAsInt(), charset.name()));
        }
        String text = new String(bytes, charset);
        return new FileText(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, charset);
    }

    /** @throws TargetException where there is no such file, or it is too large */
    static void require(Path file) throws TargetException {
        if (!Files.isRegularFile(file)) {
            throw new TargetException(
                    Text.of("{0}: there is no such file; check its name.", "{0}：没有该文件；请检查文件名。", file));
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new TargetException(
                        Text.of("{0}: the file is larger than 256 MB; split it.", "{0}：文件超过 256 MB；请拆分。", file));
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] bytes(Path file) throws TargetException {
        require(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static TargetException unreadable(Path file, IOException e) {
        return new TargetException(
                Text.of(
                        "{0}: the file cannot be read ({1}).",
                        "{0}：文件无法读取（{1}）。", file, String.valueOf(e.getMessage())),
                e);
    }
}
