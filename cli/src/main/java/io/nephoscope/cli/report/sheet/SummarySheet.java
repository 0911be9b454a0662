package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.plan.Calls;
import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.Completeness;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.Grants;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Shrinkage;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every figure of a report in a row of its own, for spreadsheets that make tables of their own of it. */
public record SummarySheet(SheetWords words) {
    private static final String NOTHING = "";
    private static final SeenAccount EVERY = new SeenAccount(NOTHING, NOTHING, NOTHING);

    public static Sheet<?> of(ReportData data, SheetWords words) {
        return new Sheet<>(
                List.of(
                        Column.<Figure>text(Heading.SECTION, figure -> words.of(figure.section())),
                        Column.text(Heading.PROVIDER, figure -> figure.account().provider()),
                        Column.text(Heading.BRANCH, figure -> figure.account().branch()),
                        Column.text(Heading.ACCOUNT, figure -> figure.account().id()),
                        Column.text(Heading.ITEM, Figure::item),
                        Column.text(Heading.OUTCOME, Figure::outcome),
                        Column.text(Heading.PERMISSION, Figure::permission),
                        Column.text(Heading.MEASURE, Figure::measure),
                        Column.number(Heading.VALUE, Figure::value)),
                each -> new SummarySheet(words).figures(data, each));
    }

    /** A number, and what it is the number of. */
    private record Figure(
            Heading section,
            SeenAccount account,
            String item,
            String outcome,
            String permission,
            String measure,
            long value) {

        static Figure of(Heading section, SeenAccount account, String item, String measure, long value) {
            return new Figure(section, account, item, NOTHING, NOTHING, measure, value);
        }

        static Figure of(Heading section, String measure, long value) {
            return of(section, EVERY, NOTHING, measure, value);
        }
    }

    private void figures(ReportData data, Consumer<Figure> each) {
        Tally tally = data.tally();
        each.accept(Figure.of(
                Heading.SCAN, words.of(Heading.ASSETS), data.snapshot().size()));
        gaps(data.completeness(), each);
        verdicts(Heading.ALL, EVERY, NOTHING, tally.verdicts(), each);
        for (Severity severity : Severity.values()) {
            verdicts(Heading.SEVERITY, EVERY, words.of(severity), tally.of(severity), each);
        }
        data.branches().forEach(branch -> branch(branch, each));
        data.accounts().forEach(account -> verdicts(Heading.ACCOUNT, account, NOTHING, tally.of(account), each));
        for (RuleInfo rule : data.rules()) {
            verdicts(Heading.RULE, EVERY, rule.id(), tally.ofRule(rule.id()), each);
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
        each.accept(Figure.of(Heading.BRANCH, place, NOTHING, words.of(Heading.ACCOUNTS), branch.accounts()));
        each.accept(Figure.of(Heading.BRANCH, place, NOTHING, words.of(Heading.ACCOUNTS_REACHED), branch.reached()));
        each.accept(Figure.of(Heading.BRANCH, place, NOTHING, words.of(Heading.ACCOUNTS_LOST), branch.lost()));
        each.accept(Figure.of(Heading.BRANCH, place, NOTHING, words.of(Heading.ASSETS), branch.allAssets()));
        verdicts(Heading.BRANCH, place, NOTHING, branch.tally().verdicts(), each);
        for (Severity severity : Severity.values()) {
            verdicts(
                    Heading.BRANCH_SEVERITY,
                    place,
                    words.of(severity),
                    branch.tally().of(severity),
                    each);
        }
        branch.assets()
                .forEach((kind, count) ->
                        each.accept(Figure.of(Heading.BRANCH_KIND, place, kind, words.of(Heading.ASSETS), count)));
    }

    private void calls(Calls calls, Consumer<Figure> each) {
        each.accept(Figure.of(Heading.CALLS, words.of(Heading.CERTAIN), calls.certain()));
        each.accept(Figure.of(Heading.CALLS, words.of(Heading.EXPECTED), calls.expected()));
        each.accept(Figure.of(Heading.CALLS, words.of(Heading.MADE), calls.made()));
        each.accept(Figure.of(Heading.CALLS, words.of(Heading.RETRIES), calls.retries()));
        for (Calls.Row row : calls.rows()) {
            each.accept(of(row, words.of(Heading.CERTAIN), row.certain()));
            each.accept(of(row, words.of(Heading.EXPECTED), row.expected()));
            each.accept(of(row, words.of(Heading.MADE), row.made()));
            each.accept(of(row, words.of(Heading.RETRIES), row.retries()));
        }
    }

    private Figure of(Calls.Row row, String measure, long value) {
        return new Figure(
                Heading.CALL,
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
                    Heading.LOST, lost.account(), what, now, NOTHING, words.of(Heading.ASSETS_BEFORE), lost.assets()));
        }
        for (Shrinkage.Fewer fewer : since.fewer()) {
            each.accept(
                    Figure.of(Heading.FEWER, fewer.account(), fewer.type(), words.of(Heading.BEFORE), fewer.before()));
            each.accept(Figure.of(Heading.FEWER, fewer.account(), fewer.type(), words.of(Heading.NOW), fewer.now()));
        }
    }

    private void gaps(Completeness gaps, Consumer<Figure> each) {
        each.accept(Figure.of(Heading.GAPS, words.of(Heading.CUT_OFF), gaps.cutOff() ? 1 : 0));
        each.accept(Figure.of(Heading.GAPS, words.of(Heading.LISTINGS), gaps.listings()));
        each.accept(Figure.of(Heading.GAPS, words.of(Heading.CALLS), gaps.calls()));
        each.accept(Figure.of(Heading.GAPS, words.of(Heading.ASSETS), gaps.assets()));
        each.accept(Figure.of(Heading.GAPS, words.of(Heading.BROKEN), gaps.broken()));
        each.accept(
                Figure.of(Heading.GAPS, words.of(Heading.TYPES), gaps.types().size()));
    }

    private void verdicts(Heading section, SeenAccount account, String item, Counts counts, Consumer<Figure> each) {
        for (Verdict verdict : Verdict.values()) {
            each.accept(Figure.of(section, account, item, words.of(verdict), counts.of(verdict)));
        }
    }

    private void statements(ReportData data, Consumer<Figure> each) {
        Tally tally = data.tally();
        for (Verdict verdict : Verdict.values()) {
            each.accept(Figure.of(
                    Heading.ATTESTED, words.of(verdict), tally.verdicts().attested(verdict)));
        }
        for (Severity severity : Severity.values()) {
            each.accept(Figure.of(
                    Heading.WAIVED,
                    EVERY,
                    words.of(severity),
                    words.of(Verdict.FAIL),
                    tally.of(severity).waived()));
        }
        each.accept(Figure.of(
                Heading.STATEMENTS, words.of(Heading.WARNINGS), data.warnings().size()));
    }

    private void coverage(SeenAccount account, Map<CoverageStatus, Long> counts, Consumer<Figure> each) {
        counts.forEach(
                (status, count) -> each.accept(Figure.of(Heading.COVERAGE, account, NOTHING, words.of(status), count)));
    }

    private void causes(Tally tally, Consumer<Figure> each) {
        for (Tally.RankedGap cause : tally.gaps()) {
            each.accept(new Figure(
                    Heading.CAUSE,
                    EVERY,
                    words.in(cause.gap().what()),
                    words.of(cause.gap().outcome()),
                    cause.gap().permission(),
                    words.of(Verdict.UNKNOWN),
                    cause.verdicts()));
        }
    }

    private void permissions(Grants grants, Consumer<Figure> each) {
        each.accept(Figure.of(Heading.GRANT, words.of(Heading.PERMISSIONS), grants.needed()));
        each.accept(Figure.of(Heading.GRANT, words.of(Heading.KNOWN), grants.knowable()));
        int rank = 0;
        for (Grants.Ranked permission : grants.ranked()) {
            rank++;
            each.accept(of(permission, words.of(Heading.RANK), rank));
            each.accept(of(permission, words.of(Heading.WAITING), permission.verdicts()));
            each.accept(of(permission, words.of(Heading.WAITING_ALONE), permission.alone()));
            each.accept(of(permission, words.of(Heading.KNOWN), permission.known()));
        }
    }

    private Figure of(Grants.Ranked permission, String measure, long value) {
        return new Figure(Heading.PERMISSION, EVERY, NOTHING, NOTHING, permission.permission(), measure, value);
    }
}
