package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The branches of the organisation, each with all that lies below it, as a table. */
public record BranchesSheet(SheetWords words) {
    public static Sheet<Branch> of(ReportData data, SheetWords words) {
        return new Sheet<>(new BranchesSheet(words).columns(), data.branches()::forEach);
    }

    private List<Column<Branch>> columns() {
        List<Column<Branch>> columns = new ArrayList<>(List.of(
                Column.text(Heading.BRANCH, Branch::path),
                Column.text(Heading.NAME, Branch::name),
                Column.text(
                        Heading.KIND,
                        branch -> words.forPrograms()
                                ? branch.declared().kind()
                                : words.texts().branchKind(branch.declared().kind())),
                Column.text(
                        Heading.MLPS_LEVEL,
                        branch -> branch.declared().mlpsLevel() == 0
                                ? ""
                                : String.valueOf(branch.declared().mlpsLevel())),
                Column.text(Heading.OWNER, branch -> branch.declared().owner()),
                Column.number(Heading.ACCOUNTS, Branch::accounts),
                Column.number(Heading.ACCOUNTS_REACHED, Branch::reached),
                Column.number(Heading.ACCOUNTS_LOST, Branch::lost),
                Column.number(Heading.ASSETS, Branch::allAssets)));
        counts(columns, term -> term.text(), branch -> branch.tally().verdicts());
        for (Severity severity : Severity.values()) {
            counts(
                    columns,
                    term -> headed(severity, term),
                    branch -> branch.tally().of(severity));
        }
        columns.add(Column.text(Heading.ASSETS_BY_KIND, BranchesSheet::kinds).wide());
        columns.add(Column.text(Heading.WORST_RULES, this::worst).wide());
        return columns;
    }

    private static Text headed(Severity severity, Heading term) {
        Text label = Text.of(severity.label(), new Words(Language.ZH).of(severity));
        return Text.of("{0}_{1}", "{0}{1}", label, term.text());
    }

    private static void counts(
            List<Column<Branch>> columns, Function<Heading, Text> heading, Function<Branch, Counts> counts) {
        columns.add(Column.number(
                heading.apply(Heading.FAIL), branch -> counts.apply(branch).of(Verdict.FAIL)));
        columns.add(Column.number(
                heading.apply(Heading.OF), branch -> counts.apply(branch).judged()));
        columns.add(Column.number(
                heading.apply(Heading.UNKNOWN), branch -> counts.apply(branch).of(Verdict.UNKNOWN)));
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
