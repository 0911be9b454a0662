package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Text;
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

/** A table as CSV: RFC 4180, UTF-8, every cell quoted and harmless to spreadsheets. */
final class CsvTable<T> {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Column<T>> columns;

    /** @param heading in English as programs know it */
    record Column<T>(Text heading, Function<T, String> cell) {
        Column(CsvTerm term, Function<T, String> cell) {
            this(term.text(), cell);
        }
    }

    CsvTable(List<Column<T>> columns) {
        this.columns = columns;
    }

    /** Writes a table whose rows a walk hands on. */
    void write(Consumer<Consumer<T>> rows, CsvWords words, boolean byteOrderMark, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(byteOrderMark ? BYTE_ORDER_MARK : "");
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        printer.printRecord(columns.stream().map(column -> words.fixed(column.heading())));
        try {
            rows.accept(IoConsumer.unchecked(row -> printer.printRecord(
                    columns.stream().map(column -> CsvCell.of(column.cell().apply(row))))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }
}
