package io.nephoscope.yaml;

import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a YAML file: UTF-8, or UTF-16 behind its byte order mark, as YAML has it. Anything else is refused, and not guessed: the
 * names of branches and the days of waivers would be what the guess makes of them.
 */
final class YamlText {
    private static final long MEGABYTE = 1 << 20;
    private static final long LARGEST = 16 * MEGABYTE;
    private static final String GB18030 = "GB18030";

    private YamlText() {}

    /** @throws YamlException where the bytes are no text, with the line and the mend; or where they are too many to be written by people */
    static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new YamlException(Text.of(
                    "{0}: the file is larger than {1} MB; is it the right one?",
                    "{0}：文件超过 {1} MB；是否选错了文件？", file, LARGEST / MEGABYTE));
        }
        return read(file.toString(), Files.readAllBytes(file));
    }

    /**
     * The same of a file that was read.
     *
     * @param file as messages give it
     */
    static String read(String file, byte[] bytes) {
        boolean isMarked = bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        Charset charset = isMarked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        int bad = firstBad(bytes, charset);
        if (bad < bytes.length) {
            throw new YamlException(refusal(file, line(bytes, bad), isMarked, bytes));
        }
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Text refusal(String file, int line, boolean isMarked, byte[] bytes) {
        if (isMarked) {
            return Text.of(
                    "{0}, line {1}: the bytes here are not UTF-16, as the file begins; save it as UTF-8.",
                    "{0} 第 {1} 行：此处的字节不是文件开头所标明的 UTF-16；请另存为 UTF-8。", file, line);
        }
        return firstBad(bytes, Charset.forName(GB18030)) == bytes.length
                ? Text.of(
                        "{0}, line {1}: the file is not UTF-8 (it may be GB18030, also called GBK or ANSI); save it as UTF-8.",
                        "{0} 第 {1} 行：文件不是 UTF-8 编码（可能是 GB18030，即 GBK 或 ANSI）；请另存为 UTF-8。", file, line)
                : Text.of(
                        "{0}, line {1}: the bytes here are not UTF-8; save the file as UTF-8.",
                        "{0} 第 {1} 行：此处的字节不是 UTF-8；请将文件另存为 UTF-8。", file, line);
    }

    /** Where the first bytes stand that are none of an encoding; behind the end where there are none. */
    private static int firstBad(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8_192);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : bytes.length;
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
