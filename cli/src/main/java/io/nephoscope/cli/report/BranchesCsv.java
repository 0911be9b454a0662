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

/** The branches of the organisation, each with all that lies below it, as a table. */
final class BranchesCsv implements Report {
    private final CsvWords words;
    private final boolean byteOrderMark;

    BranchesCsv(CsvWords words, boolean byteOrderMark) {
        this.words = words;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        new CsvTable<>(columns()).write(data.branches()::forEach, words, byteOrderMark, out);
    }

    private List<CsvTable.Column<Branch>> columns() {
        List<CsvTable.Column<Branch>> columns = new ArrayList<>(List.of(
                new CsvTable.Column<>(CsvTerm.BRANCH, Branch::path),
                new CsvTable.Column<>(CsvTerm.NAME, Branch::name),
                new CsvTable.Column<>(
                        CsvTerm.KIND,
                        branch -> words.forPrograms()
                                ? branch.declared().kind()
                                : words.texts().branchKind(branch.declared().kind())),
                new CsvTable.Column<>(
                        CsvTerm.MLPS_LEVEL,
                        branch -> branch.declared().mlpsLevel() == 0
                                ? ""
                                : String.valueOf(branch.declared().mlpsLevel())),
                new CsvTable.Column<>(CsvTerm.OWNER, branch -> branch.declared().owner()),
                number(CsvTerm.ACCOUNTS.text(), Branch::accounts),
                number(CsvTerm.ACCOUNTS_REACHED.text(), Branch::reached),
                number(CsvTerm.ACCOUNTS_LOST.text(), Branch::lost),
                number(CsvTerm.ASSETS.text(), Branch::allAssets)));
        counts(columns, term -> term.text(), branch -> branch.tally().verdicts());
        for (Severity severity : Severity.values()) {
            counts(
                    columns,
                    term -> headed(severity, term),
                    branch -> branch.tally().of(severity));
        }
        columns.add(new CsvTable.Column<>(CsvTerm.ASSETS_BY_KIND, BranchesCsv::kinds));
        columns.add(new CsvTable.Column<>(CsvTerm.WORST_RULES, this::worst));
        return columns;
    }

    private static Text headed(Severity severity, CsvTerm term) {
        Text label = Text.of(severity.label(), new Words(Language.ZH).of(severity));
        return Text.of("{0}_{1}", "{0}{1}", label, term.text());
    }

    private static void counts(
            List<CsvTable.Column<Branch>> columns, Function<CsvTerm, Text> heading, Function<Branch, Counts> counts) {
        columns.add(number(
                heading.apply(CsvTerm.FAIL), branch -> counts.apply(branch).of(Verdict.FAIL)));
        columns.add(
                number(heading.apply(CsvTerm.OF), branch -> counts.apply(branch).judged()));
        columns.add(number(
                heading.apply(CsvTerm.UNKNOWN), branch -> counts.apply(branch).of(Verdict.UNKNOWN)));
    }

    private static CsvTable.Column<Branch> number(Text heading, Function<Branch, Long> number) {
        return new CsvTable.Column<>(heading, branch -> String.valueOf(number.apply(branch)));
    }

    private static String kinds(Branch branch) {
        return branch.assets().entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining("; "));
    }

    private String worst(Branch branch) {
        return branch.worst().stream()
                .map(it -> it.rule().id() + " "
                        + words.fixed(Text.of(
                                "{0} of {1}",
                                "{1} 项中 {0} 项",
                                it.counts().of(Verdict.FAIL),
                                it.counts().judged())))
                .collect(Collectors.joining("; "));
    }
}
