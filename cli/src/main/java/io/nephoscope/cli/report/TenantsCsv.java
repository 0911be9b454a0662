package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
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
    private final CsvWords words;
    private final boolean byteOrderMark;

    TenantsCsv(CsvWords words, boolean byteOrderMark) {
        this.words = words;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        new CsvTable<>(columns()).write(data.tenants()::forEach, words, byteOrderMark, out);
    }

    private List<CsvTable.Column<Tenant>> columns() {
        List<CsvTable.Column<Tenant>> columns = new ArrayList<>(List.of(
                new CsvTable.Column<>(CsvTerm.TENANT, Tenant::path),
                new CsvTable.Column<>(CsvTerm.NAME, Tenant::name),
                new CsvTable.Column<>(
                        CsvTerm.KIND,
                        tenant -> words.forPrograms()
                                ? tenant.node().kind()
                                : words.texts().nodeKind(tenant.node().kind())),
                new CsvTable.Column<>(
                        CsvTerm.MLPS_LEVEL,
                        tenant -> tenant.node().mlpsLevel() == 0
                                ? ""
                                : String.valueOf(tenant.node().mlpsLevel())),
                new CsvTable.Column<>(CsvTerm.OWNER, tenant -> tenant.node().owner()),
                number(CsvTerm.ACCOUNTS.text(), Tenant::accounts),
                number(CsvTerm.ACCOUNTS_REACHED.text(), Tenant::reached),
                number(CsvTerm.ACCOUNTS_LOST.text(), Tenant::lost),
                number(CsvTerm.ASSETS.text(), Tenant::allAssets)));
        counts(columns, term -> term.text(), tenant -> tenant.tally().verdicts());
        for (Severity severity : Severity.values()) {
            counts(
                    columns,
                    term -> headed(severity, term),
                    tenant -> tenant.tally().of(severity));
        }
        columns.add(new CsvTable.Column<>(CsvTerm.ASSETS_BY_KIND, TenantsCsv::kinds));
        columns.add(new CsvTable.Column<>(CsvTerm.WORST_RULES, this::worst));
        return columns;
    }

    private static Text headed(Severity severity, CsvTerm term) {
        Text label = Text.of(severity.label(), new Words(Language.ZH).of(severity));
        return Text.of("{0}_{1}", "{0}{1}", label, term.text());
    }

    private static void counts(
            List<CsvTable.Column<Tenant>> columns, Function<CsvTerm, Text> heading, Function<Tenant, Counts> counts) {
        columns.add(number(
                heading.apply(CsvTerm.FAIL), tenant -> counts.apply(tenant).of(Verdict.FAIL)));
        columns.add(
                number(heading.apply(CsvTerm.OF), tenant -> counts.apply(tenant).judged()));
        columns.add(number(
                heading.apply(CsvTerm.UNKNOWN), tenant -> counts.apply(tenant).of(Verdict.UNKNOWN)));
    }

    private static CsvTable.Column<Tenant> number(Text heading, Function<Tenant, Long> number) {
        return new CsvTable.Column<>(heading, tenant -> String.valueOf(number.apply(tenant)));
    }

    private static String kinds(Tenant tenant) {
        return tenant.assets().entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining("; "));
    }

    private String worst(Tenant tenant) {
        return tenant.worst().stream()
                .map(it -> it.rule().id() + " "
                        + words.fixed(Text.of(
                                "{0} of {1}",
                                "{1} 项中 {0} 项",
                                it.counts().of(Verdict.FAIL),
                                it.counts().judged())))
                .collect(Collectors.joining("; "));
    }
}
