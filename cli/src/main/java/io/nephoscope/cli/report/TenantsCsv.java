package io.nephoscope.cli.report;

import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The nodes of the organisation, each with all that lies below it, as a table. */
final class TenantsCsv implements Report {
    private static final CsvTable<Tenant> TABLE = new CsvTable<>(columns());

    private final boolean byteOrderMark;

    TenantsCsv(boolean byteOrderMark) {
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        TABLE.write(data.tenants()::forEach, byteOrderMark, out);
    }

    private static List<CsvTable.Column<Tenant>> columns() {
        List<CsvTable.Column<Tenant>> columns = new ArrayList<>(List.of(
                new CsvTable.Column<>("tenant", Tenant::path),
                new CsvTable.Column<>("name", Tenant::name),
                new CsvTable.Column<>("kind", tenant -> tenant.node().kind()),
                new CsvTable.Column<>(
                        "mlps_level",
                        tenant -> tenant.node().mlpsLevel() == 0
                                ? ""
                                : String.valueOf(tenant.node().mlpsLevel())),
                new CsvTable.Column<>("owner", tenant -> tenant.node().owner()),
                number("accounts", Tenant::accounts),
                number("accounts_reached", Tenant::reached),
                number("accounts_lost", Tenant::lost),
                number("assets", Tenant::allAssets)));
        counts(columns, "", tenant -> tenant.tally().verdicts());
        for (Severity severity : Severity.values()) {
            counts(columns, severity.label() + "_", tenant -> tenant.tally().of(severity));
        }
        columns.add(new CsvTable.Column<>("assets_by_kind", TenantsCsv::kinds));
        columns.add(new CsvTable.Column<>("worst_rules", TenantsCsv::worst));
        return columns;
    }

    private static void counts(List<CsvTable.Column<Tenant>> columns, String prefix, Function<Tenant, Counts> counts) {
        columns.add(number(prefix + "fail", tenant -> counts.apply(tenant).of(Verdict.FAIL)));
        columns.add(number(prefix + "of", tenant -> counts.apply(tenant).judged()));
        columns.add(number(prefix + "unknown", tenant -> counts.apply(tenant).of(Verdict.UNKNOWN)));
    }

    private static CsvTable.Column<Tenant> number(String name, Function<Tenant, Long> number) {
        return new CsvTable.Column<>(name, tenant -> String.valueOf(number.apply(tenant)));
    }

    private static String kinds(Tenant tenant) {
        return tenant.assets().entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String worst(Tenant tenant) {
        return tenant.worst().stream()
                .map(it -> it.rule().id() + " " + it.counts().of(Verdict.FAIL) + " of "
                        + it.counts().judged())
                .collect(Collectors.joining("; "));
    }
}
