package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiFunction;

/**
 * A table of a report as CSV.
 *
 * @param sheet makes the table
 */
public record CsvReport(BiFunction<ReportData, SheetWords, Sheet<?>> sheet, CsvFile file) implements Report {
    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        file.write(sheet.apply(data, file.words()), out);
    }
}
