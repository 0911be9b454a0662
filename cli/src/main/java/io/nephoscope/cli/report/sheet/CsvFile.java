package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.IoConsumer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes a table as CSV: RFC 4180, UTF-8, every cell quoted and harmless to spreadsheets.
 *
 * @param byteOrderMark whether the file begins with the mark by which Excel knows UTF-8
 */
public record CsvFile(SheetWords words, boolean byteOrderMark) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public void write(Sheet<?> table, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(byteOrderMark ? BYTE_ORDER_MARK : "");
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        printer.printRecord(table.columns().stream().map(column -> words.fixed(column.heading())));
        try {
            table.cells(IoConsumer.unchecked(
                    row -> printer.printRecord(row.stream().map(cell -> CellText.of(String.valueOf(cell))))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }
}
