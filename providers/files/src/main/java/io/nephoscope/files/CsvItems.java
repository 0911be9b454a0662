package io.nephoscope.files;

import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a table whose first line names the columns. */
final class CsvItems implements Items {
    private static final Text BROKEN = Text.of(
            "the quotes do not match, so that nothing from here on was read; double each quote inside a quoted cell",
            "引号不配对，此处之后的内容均未读取；单元格内的引号请写两遍");

    private static final Text QUOTE = Text.of("quote cells that hold the delimiter", "含分隔符的单元格请加引号");

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Header header;

    private CsvItems(CSVParser parser, Iterator<CSVRecord> records, Header header) {
        this.parser = parser;
        this.records = records;
        this.header = header;
    }

    /** @throws TargetException where the text has no header */
    static CsvItems of(String file, String text) throws TargetException {
        if (text.isBlank()) {
            throw new TargetException(Text.of(
                    "{0}: the file is empty; its first line must name the columns.", "{0}：文件为空；第一行须为列名。", file));
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try {
            CSVParser parser = CSVParser.parse(text, format);
            Iterator<CSVRecord> records = parser.iterator();
            return new CsvItems(parser, records, Header.of(records.next().toList(), QUOTE));
        } catch (IOException | UncheckedIOException e) {
            throw new TargetException(
                    Text.of(
                            "{0}, line 1: the quotes of the header do not match; double each quote inside a quoted cell.",
                            "{0} 第 1 行：表头的引号不配对；单元格内的引号请写两遍。", file),
                    e);
        }
    }

    Header header() {
        return header;
    }

    @Override
    public void read(Consumer<Item> each, Lost lost) {
        for (long line = parser.getCurrentLineNumber() + 1; ; line = parser.getCurrentLineNumber() + 1) {
            try {
                if (!records.hasNext()) {
                    return;
                }
                header.read(line, List.copyOf(records.next().toList()), each, lost);
            } catch (UncheckedIOException e) {
                lost.at(line, BROKEN);
                return;
            }
        }
    }

    /** The one that the header has most of: comma, semicolon or tab. */
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String line, char delimiter) {
        return line.chars().filter(letter -> letter == delimiter).count();
    }
}
