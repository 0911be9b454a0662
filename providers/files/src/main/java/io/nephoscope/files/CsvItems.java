package io.nephoscope.files;

import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a table whose first line names the columns. */
final class CsvItems implements Items {
    private static final Text BROKEN = Text.of(
            "the quotes do not match, so that nothing from here on was read; double each quote inside a quoted cell",
            "引号不配对，此处之后的内容均未读取；单元格内的引号请写两遍");

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private CsvItems(CSVParser parser, Iterator<CSVRecord> records, List<String> header) {
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
            List<String> header = new ArrayList<>();
            records.next()
                    .forEach(cell ->
                            header.add(cell.replaceAll("\\p{Cntrl}", " ").strip()));
            return new CsvItems(parser, records, header);
        } catch (IOException | UncheckedIOException e) {
            throw new TargetException(
                    Text.of(
                            "{0}, line 1: the quotes of the header do not match; double each quote inside a quoted cell.",
                            "{0} 第 1 行：表头的引号不配对；单元格内的引号请写两遍。", file),
                    e);
        }
    }

    /** The names of the columns in order; empty for a column without one. */
    List<String> header() {
        return header;
    }

    @Override
    public void read(Consumer<Item> each, Lost lost) {
        for (long line = parser.getCurrentLineNumber() + 1; ; line = parser.getCurrentLineNumber() + 1) {
            try {
                if (!records.hasNext()) {
                    return;
                }
                read(line, records.next().toList(), each, lost);
            } catch (UncheckedIOException e) {
                lost.at(line, BROKEN);
                return;
            }
        }
    }

    private void read(long line, List<String> cells, Consumer<Item> each, Lost lost) {
        Map<String, Object> values = new LinkedHashMap<>();
        Optional<Text> stray = Optional.empty();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < header.size() ? header.get(i) : "";
            String text = cells.get(i).strip();
            if (!text.isEmpty() && column.isEmpty() && stray.isEmpty()) {
                stray = Optional.of(Text.of(
                        "cell {0} of the row, {1}, has no column in the header; quote cells that hold the delimiter",
                        "该行第 {0} 个单元格 {1} 在表头中没有对应的列；含分隔符的单元格请加引号", i + 1, Value.quoted(text)));
            } else if (!text.isEmpty()) {
                values.put(column, text);
            }
        }
        if (stray.isPresent()) {
            lost.at(line, stray.get());
        } else if (!values.isEmpty()) {
            each.accept(new Item(line, values));
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
