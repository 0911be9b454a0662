package io.nephoscope.files;

import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is known of a workbook before it is read.
 *
 * @param hasStyles whether it says how its numbers are shown
 */
record XlsxFile(boolean hasStyles) {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** Of .xls, and of a workbook behind a password. */
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final long MOST_BYTES = 256L << 20;

    /** Whether the file is a workbook, whatever it is called. */
    static boolean isOne(Path file) throws TargetException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(ZIP.length);
        } catch (IOException e) {
            throw FileText.unreadable(file, e);
        }
        if (Arrays.equals(first, OLD)) {
            throw new TargetException(Text.of(
                    "{0}: this is a workbook of an old format (.xls), or one behind a password; save it as .xlsx without one.",
                    "{0}：这是旧格式（.xls）或带密码的工作簿；请取消密码并另存为 .xlsx。", file));
        }
        return Arrays.equals(first, ZIP);
    }

    /**
     * Unpacks the file once and keeps nothing, since what a zip says of its size may be a lie.
     *
     * @throws TargetException where it is too large for a register, or no zip
     */
    static XlsxFile check(Path file) throws TargetException {
        boolean hasStyles = false;
        long left = MOST_BYTES;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : List.copyOf(zip.stream().toList())) {
                hasStyles |= part.getName().endsWith("styles.xml");
                try (InputStream in = zip.getInputStream(part)) {
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        left -= count;
                        if (left < 0) {
                            throw new TargetException(Text.of(
                                    "{0}: the workbook is larger than 256 MB when it is unpacked; split it.",
                                    "{0}：工作簿解压后超过 256 MB；请拆分。", file));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new TargetException(
                    Text.of(
                            "{0}: the workbook is damaged ({1}); open it in Excel and save it anew.",
                            "{0}：工作簿已损坏（{1}）；请用 Excel 打开并重新保存。", file, Said.by(e)),
                    e);
        }
        return new XlsxFile(hasStyles);
    }
}
