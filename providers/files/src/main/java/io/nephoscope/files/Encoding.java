package io.nephoscope.files;

import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out how a file is written where nobody says it: UTF-8, UTF-16 behind a byte order mark, or GB18030, which is what a Chinese Excel
 * saves. Nearly every file can be read as GB18030, so that it must also look like Chinese; a wrong guess would change names without a
 * word.
 */
final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** What is written with the same bytes as GB18030, and told from it by how often they come. */
    private static final Set<String> NEIGHBOURS = Set.of("EUC-KR", "EUC-JP", "EUC-TW", "BIG5", "SHIFT_JIS");

    private final Path file;
    private final byte[] bytes;

    private Encoding(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** @throws TargetException where it cannot be told */
    static Charset of(Path file, byte[] bytes) throws TargetException {
        return new Encoding(file, bytes).guess();
    }

    /**
     * @param name as {@code windows-1252}
     * @throws TargetException where there is no encoding of that name
     */
    static Charset named(Path file, String name) throws TargetException {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new TargetException(
                    Text.of(
                            "{0}: there is no encoding {1};"
                                    + " write UTF-8, GB18030, Big5, Shift_JIS, windows-1252 or another one that Java knows.",
                            "{0}：没有编码 {1}；请写 UTF-8、GB18030、Big5、Shift_JIS、windows-1252 或 Java 支持的其他编码。",
                            file,
                            Value.quoted(name)),
                    e);
        }
    }

    private Charset guess() throws TargetException {
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        if (firstBadLine(StandardCharsets.UTF_8).isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        refuseTwo();
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        Optional<String> heard = Optional.ofNullable(detector.getDetectedCharset());
        boolean isChinese = heard.filter(GB18030.name()::equals).isPresent()
                || (isCommonChinese() && heard.filter(NEIGHBOURS::contains).isEmpty());
        if (!isChinese || firstBadLine(GB18030).isPresent()) {
            Text looks = heard.filter(name -> !name.equals(StandardCharsets.UTF_8.name()))
                    .map(name -> Text.of(" (it looks like {0})", "（看起来是 {0}）", name.toLowerCase(Locale.ROOT)))
                    .orElse(Text.EMPTY);
            throw new TargetException(Text.of(
                    "{0}: the file is neither UTF-8 nor GB18030{1};"
                            + " save it as UTF-8, or name its encoding in the setting encoding.",
                    "{0}：文件既不是 UTF-8 也不是 GB18030{1}；请另存为 UTF-8，或用设置 encoding 指明编码。", file, looks));
        }
        List<byte[]> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (isWestern(lines.get(i))) {
                throw new TargetException(Text.of(
                        "{0}, line {1}: the file is in two encodings: this line does not read as Chinese, and others do;"
                                + " save all of it as UTF-8.",
                        "{0} 第 {1} 行：文件混用了两种编码：其他行是中文，本行不是；请全部另存为 UTF-8。", file, i + 1));
            }
        }
        return GB18030;
    }

    /** Whether a line holds a letter with an accent within a word, which GB18030 takes for half a character, and no common Chinese. */
    private static boolean isWestern(byte[] line) {
        boolean isWestern = false;
        for (int i = 0; i + 1 < line.length; i++) {
            if ((line[i] & 0xFF) >= 0x80) {
                if ((line[i + 1] & 0xFF) >= 0x80) {
                    return false;
                }
                isWestern |= i > 0 && Character.isLetter(line[i - 1]) && Character.isLetter(line[i + 1]);
                i++;
            }
        }
        return isWestern;
    }

    private boolean startsWith(int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Rows of two systems that were put one below the other. */
    private void refuseTwo() throws TargetException {
        int utf8 = 0;
        int other = 0;
        List<byte[]> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> text = decoded(lines.get(i), StandardCharsets.UTF_8);
            if (text.isEmpty() && other == 0) {
                other = i + 1;
            } else if (text.filter(Encoding::canOnlyBeUtf8).isPresent() && utf8 == 0) {
                utf8 = i + 1;
            }
        }
        if (utf8 > 0 && other > 0) {
            throw new TargetException(Text.of(
                    "{0}, line {1}: the file is in two encodings: line {2} is UTF-8 and line {3} is not;"
                            + " save all of it as UTF-8.",
                    "{0} 第 {1} 行：文件混用了两种编码：第 {2} 行是 UTF-8，第 {3} 行不是；请全部另存为 UTF-8。",
                    file,
                    Math.max(utf8, other),
                    utf8,
                    other));
        }
    }

    private List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    /** A letter of another alphabet may be two bytes of GB18030 by chance; three bytes, or a Latin letter within a word, are none. */
    private static boolean canOnlyBeUtf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isLatin = letter >= 0xC0 && letter <= 0x24F;
            boolean isInWord = isAsciiLetter(text, i - 1) || isAsciiLetter(text, i + 1);
            if (letter >= 0x800 || (isLatin && isInWord)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsciiLetter(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x80 && Character.isLetter(text.charAt(at));
    }

    /** Whether all that is not ASCII would be common Chinese: the first level of GB 2312, with its punctuation. */
    private boolean isCommonChinese() {
        boolean isChinese = false;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead >= 0x80) {
                i++;
                int trail = i < bytes.length ? bytes[i] & 0xFF : 0;
                boolean isHanzi = lead >= 0xB0 && lead <= 0xD7;
                boolean isPunctuation = lead == 0xA1 || lead == 0xA2 || lead == 0xA3;
                if (trail < 0xA1 || !(isHanzi || isPunctuation)) {
                    return false;
                }
                isChinese |= isHanzi;
            }
        }
        return isChinese;
    }

    private OptionalInt firstBadLine(Charset charset) {
        return firstBadLine(bytes, charset);
    }

    /** The line, from 1, in which the bytes are none of an encoding. */
    static OptionalInt firstBadLine(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8_192);
        CharsetDecoder decoder = strict(charset);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (!result.isError()) {
            return OptionalInt.empty();
        }
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return OptionalInt.of(line);
    }

    private static Optional<String> decoded(byte[] line, Charset charset) {
        return firstBadLine(line, charset).isPresent() ? Optional.empty() : Optional.of(new String(line, charset));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
