package io.nephoscope.cli.report;

import io.nephoscope.cli.plan.Calls;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every figure of a report in a row of its own, for spreadsheets that make tables of their own of it. */
final class SummaryCsv implements Report {
    private static final String NOTHING = "";
    private static final SeenAccount EVERY = new SeenAccount(NOTHING, NOTHING, NOTHING);

    private final CsvWords words;
    private final boolean byteOrderMark;

    SummaryCsv(CsvWords words, boolean byteOrderMark) {
        this.words = words;
        this.byteOrderMark = byteOrderMark;
    }

    /** A number, and what it is the number of. */
    private record Figure(
            CsvTerm section,
            SeenAccount account,
            String item,
            String outcome,
            String permission,
            String measure,
            long value) {

        static Figure of(CsvTerm section, SeenAccount account, String item, String measure, long value) {
            return new Figure(section, account, item, NOTHING, NOTHING, measure, value);
        }

        static Figure of(CsvTerm section, String measure, long value) {
            return of(section, EVERY, NOTHING, measure, value);
        }
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        new CsvTable<Figure>(List.of(
                        new CsvTable.Column<>(CsvTerm.SECTION, figure -> words.of(figure.section())),
                        new CsvTable.Column<>(
                                CsvTerm.PROVIDER, figure -> figure.account().provider()),
                        new CsvTable.Column<>(
                                CsvTerm.BRANCH, figure -> figure.account().branch()),
                        new CsvTable.Column<>(
                                CsvTerm.ACCOUNT, figure -> figure.account().id()),
                        new CsvTable.Column<>(CsvTerm.ITEM, Figure::item),
                        new CsvTable.Column<>(CsvTerm.OUTCOME, Figure::outcome),
                        new CsvTable.Column<>(CsvTerm.PERMISSION, Figure::permission),
                        new CsvTable.Column<>(CsvTerm.MEASURE, Figure::measure),
                        new CsvTable.Column<>(CsvTerm.VALUE, figure -> String.valueOf(figure.value()))))
                .write(each -> figures(data, each), words, byteOrderMark, out);
    }

    private void figures(ReportData data, Consumer<Figure> each) {
        Tally tally = data.tally();
        each.accept(Figure.of(
                CsvTerm.SCAN, words.of(CsvTerm.ASSETS), data.snapshot().size()));
        gaps(data.completeness(), each);
        verdicts(CsvTerm.ALL, EVERY, NOTHING, tally.verdicts(), each);
        for (Severity severity : Severity.values()) {
            verdicts(CsvTerm.SEVERITY, EVERY, words.of(severity), tally.of(severity), each);
        }
        data.branches().forEach(branch -> branch(branch, each));
        data.accounts().forEach(account -> verdicts(CsvTerm.ACCOUNT, account, NOTHING, tally.of(account), each));
        for (RuleInfo rule : data.rules()) {
            verdicts(CsvTerm.RULE, EVERY, rule.id(), tally.ofRule(rule.id()), each);
        }
        statements(data, each);
        coverage(EVERY, data.coverage().total(), each);
        data.accounts().forEach(account -> coverage(account, data.coverage().of(account), each));
        causes(tally, each);
        permissions(tally.grants(), each);
        calls(Calls.of(data.snapshot()), each);
        data.shrinkage().ifPresent(since -> baseline(since, each));
    }

    private void branch(Branch branch, Consumer<Figure> each) {
        SeenAccount place = new SeenAccount(NOTHING, branch.path(), NOTHING);
        each.accept(Figure.of(CsvTerm.BRANCH, place, NOTHING, words.of(CsvTerm.ACCOUNTS), branch.accounts()));
        each.accept(Figure.of(CsvTerm.BRANCH, place, NOTHING, words.of(CsvTerm.ACCOUNTS_REACHED), branch.reached()));
        each.accept(Figure.of(CsvTerm.BRANCH, place, NOTHING, words.of(CsvTerm.ACCOUNTS_LOST), branch.lost()));
        each.accept(Figure.of(CsvTerm.BRANCH, place, NOTHING, words.of(CsvTerm.ASSETS), branch.allAssets()));
        verdicts(CsvTerm.BRANCH, place, NOTHING, branch.tally().verdicts(), each);
        for (Severity severity : Severity.values()) {
            verdicts(
                    CsvTerm.BRANCH_SEVERITY,
                    place,
                    words.of(severity),
                    branch.tally().of(severity),
                    each);
        }
        branch.assets()
                .forEach((kind, count) ->
                        each.accept(Figure.of(CsvTerm.BRANCH_KIND, place, kind, words.of(CsvTerm.ASSETS), count)));
    }

    private void calls(Calls calls, Consumer<Figure> each) {
        each.accept(Figure.of(CsvTerm.CALLS, words.of(CsvTerm.CERTAIN), calls.certain()));
        each.accept(Figure.of(CsvTerm.CALLS, words.of(CsvTerm.EXPECTED), calls.expected()));
        each.accept(Figure.of(CsvTerm.CALLS, words.of(CsvTerm.MADE), calls.made()));
        each.accept(Figure.of(CsvTerm.CALLS, words.of(CsvTerm.RETRIES), calls.retries()));
        for (Calls.Row row : calls.rows()) {
            each.accept(of(row, words.of(CsvTerm.CERTAIN), row.certain()));
            each.accept(of(row, words.of(CsvTerm.EXPECTED), row.expected()));
            each.accept(of(row, words.of(CsvTerm.MADE), row.made()));
            each.accept(of(row, words.of(CsvTerm.RETRIES), row.retries()));
        }
    }

    private Figure of(Calls.Row row, String measure, long value) {
        return new Figure(
                CsvTerm.CALL,
                new SeenAccount(row.provider(), NOTHING, NOTHING),
                row.call(),
                NOTHING,
                row.permission(),
                measure,
                value);
    }

    private void baseline(Shrinkage since, Consumer<Figure> each) {
        for (Shrinkage.Lost lost : since.lost()) {
            String now = lost.now().stream().map(words::of).collect(Collectors.joining("; "));
            String what = lost.region() + " " + lost.type();
            each.accept(new Figure(
                    CsvTerm.LOST, lost.account(), what, now, NOTHING, words.of(CsvTerm.ASSETS_BEFORE), lost.assets()));
        }
        for (Shrinkage.Fewer fewer : since.fewer()) {
            each.accept(
                    Figure.of(CsvTerm.FEWER, fewer.account(), fewer.type(), words.of(CsvTerm.BEFORE), fewer.before()));
            each.accept(Figure.of(CsvTerm.FEWER, fewer.account(), fewer.type(), words.of(CsvTerm.NOW), fewer.now()));
        }
    }

    private void gaps(Completeness gaps, Consumer<Figure> each) {
        each.accept(Figure.of(CsvTerm.GAPS, words.of(CsvTerm.CUT_OFF), gaps.cutOff() ? 1 : 0));
        each.accept(Figure.of(CsvTerm.GAPS, words.of(CsvTerm.LISTINGS), gaps.listings()));
        each.accept(Figure.of(CsvTerm.GAPS, words.of(CsvTerm.CALLS), gaps.calls()));
        each.accept(Figure.of(CsvTerm.GAPS, words.of(CsvTerm.ASSETS), gaps.assets()));
        each.accept(Figure.of(CsvTerm.GAPS, words.of(CsvTerm.BROKEN), gaps.broken()));
        each.accept(
                Figure.of(CsvTerm.GAPS, words.of(CsvTerm.TYPES), gaps.types().size()));
    }

    private void verdicts(CsvTerm section, SeenAccount account, String item, Counts counts, Consumer<Figure> each) {
        for (Verdict verdict : Verdict.values()) {
            each.accept(Figure.of(section, account, item, words.of(verdict), counts.of(verdict)));
        }
    }

    private void statements(ReportData data, Consumer<Figure> each) {
        Tally tally = data.tally();
        for (Verdict verdict : Verdict.values()) {
            each.accept(Figure.of(
                    CsvTerm.ATTESTED, words.of(verdict), tally.verdicts().attested(verdict)));
        }
        for (Severity severity : Severity.values()) {
            each.accept(Figure.of(
                    CsvTerm.WAIVED,
                    EVERY,
                    words.of(severity),
                    words.of(Verdict.FAIL),
                    tally.of(severity).waived()));
        }
        each.accept(Figure.of(
                CsvTerm.STATEMENTS, words.of(CsvTerm.WARNINGS), data.warnings().size()));
    }

    private void coverage(SeenAccount account, Map<CoverageStatus, Long> counts, Consumer<Figure> each) {
        counts.forEach(
                (status, count) -> each.accept(Figure.of(CsvTerm.COVERAGE, account, NOTHING, words.of(status), count)));
    }

    private void causes(Tally tally, Consumer<Figure> each) {
        for (Tally.RankedGap cause : tally.gaps()) {
            each.accept(new Figure(
                    CsvTerm.CAUSE,
                    EVERY,
                    words.in(cause.gap().what()),
                    words.of(cause.gap().outcome()),
                    cause.gap().permission(),
                    words.of(Verdict.UNKNOWN),
                    cause.verdicts()));
        }
    }

    private void permissions(Grants grants, Consumer<Figure> each) {
        each.accept(Figure.of(CsvTerm.GRANT, words.of(CsvTerm.PERMISSIONS), grants.needed()));
        each.accept(Figure.of(CsvTerm.GRANT, words.of(CsvTerm.KNOWN), grants.knowable()));
        int rank = 0;
        for (Grants.Ranked permission : grants.ranked()) {
            rank++;
            each.accept(of(permission, words.of(CsvTerm.RANK), rank));
            each.accept(of(permission, words.of(CsvTerm.WAITING), permission.verdicts()));
            each.accept(of(permission, words.of(CsvTerm.WAITING_ALONE), permission.alone()));
            each.accept(of(permission, words.of(CsvTerm.KNOWN), permission.known()));
        }
    }

    private Figure of(Grants.Ranked permission, String measure, long value) {
        return new Figure(CsvTerm.PERMISSION, EVERY, NOTHING, NOTHING, permission.permission(), measure, value);
    }
}
