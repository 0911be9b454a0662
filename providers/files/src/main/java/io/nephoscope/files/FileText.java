package io.nephoscope.files;

import io.nephoscope.inventory.TargetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file in UTF-8, or in GB18030, which is what a Chinese Excel saves. */
final class FileText {
    private static final long MOST_BYTES = 256L << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    /** @throws TargetException where there is no such file, or it cannot be read */
    static String read(Path file) throws TargetException {
        String text = decode(file, bytes(file));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
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

    private static String decode(Path file, byte[] bytes) throws TargetException {
        try {
            return decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return decode(bytes, Charset.forName("GB18030"));
            } catch (CharacterCodingException e) {
                throw new TargetException(file + ": the file is neither UTF-8 nor GB18030; save it as UTF-8.", e);
            }
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
