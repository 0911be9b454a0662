package io.nephoscope.cli.report;

import io.nephoscope.inventory.collect.Unit;
import io.nephoscope.inventory.doc.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** What was read and what was not, as a table. */
final class CoverageCsv implements Report {
    private final Words words;
    private final boolean byteOrderMark;

    CoverageCsv(Language language, boolean byteOrderMark) {
        this.words = new Words(language);
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        new CsvTable<Coverage.Row>(List.of(
                        column("provider", Unit::provider),
                        column("tenant", unit -> unit.scope().tenant()),
                        column("account", unit -> unit.scope().account()),
                        column("region", unit -> unit.scope().region()),
                        column("type", Unit::type),
                        new CsvTable.Column<>("status", row -> row.status().label()),
                        column("assets", unit -> String.valueOf(unit.assets())),
                        column("outside_regions", unit -> String.valueOf(unit.skipped())),
                        column("gone", unit -> String.valueOf(unit.gone())),
                        column("call", unit -> unit.listing().call()),
                        column("permission", unit -> unit.listing().permission()),
                        column("message", unit -> unit.listing().message().in(words.language()))))
                .write(data.coverage().rows()::forEach, byteOrderMark, out);
    }

    private CsvTable.Column<Coverage.Row> column(String name, Function<Unit, String> cell) {
        return new CsvTable.Column<>(name, row -> cell.apply(row.told()));
    }
}
