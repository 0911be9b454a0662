package io.nephoscope.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A table as CSV: RFC 4180, UTF-8, every cell quoted and harmless to spreadsheets. Column names are the same in every language,
 * since programs read them.
 */
final class CsvTable<T> {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Column<T>> columns;

    record Column<T>(String name, Function<T, String> cell) {}

    CsvTable(List<Column<T>> columns) {
        this.columns = columns;
    }

    /** Writes a table whose rows a walk hands on. */
    void write(Consumer<Consumer<T>> rows, boolean byteOrderMark, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(byteOrderMark ? BYTE_ORDER_MARK : "");
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        printer.printRecord(columns.stream().map(Column::name));
        try {
            rows.accept(IoConsumer.unchecked(row -> printer.printRecord(
                    columns.stream().map(column -> CsvCell.of(column.cell().apply(row))))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }
}
