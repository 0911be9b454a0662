package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** What was read and what was not, as a table. */
final class CoverageCsv implements Report {
    private final CsvWords words;
    private final boolean byteOrderMark;

    CoverageCsv(CsvWords words, boolean byteOrderMark) {
        this.words = words;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        new CsvTable<Coverage.Row>(List.of(
                        column(CsvTerm.PROVIDER, Unit::provider),
                        column(CsvTerm.BRANCH, unit -> unit.scope().branch()),
                        column(CsvTerm.ACCOUNT, unit -> unit.scope().account()),
                        column(CsvTerm.REGION, unit -> unit.scope().region()),
                        column(CsvTerm.TYPE, Unit::type),
                        new CsvTable.Column<>(CsvTerm.STATUS, row -> words.of(row.status())),
                        column(CsvTerm.ASSETS, unit -> String.valueOf(unit.assets())),
                        column(CsvTerm.OUTSIDE_REGIONS, unit -> String.valueOf(unit.skipped())),
                        column(CsvTerm.GONE, unit -> String.valueOf(unit.gone())),
                        column(CsvTerm.CALL, unit -> unit.listing().call()),
                        column(CsvTerm.PERMISSION, unit -> unit.listing().permission()),
                        column(CsvTerm.MESSAGE, unit -> words.in(unit.listing().message()))))
                .write(data.coverage().rows()::forEach, words, byteOrderMark, out);
    }

    private static CsvTable.Column<Coverage.Row> column(CsvTerm name, Function<Unit, String> cell) {
        return new CsvTable.Column<>(name, row -> cell.apply(row.told()));
    }
}
