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
    private static final Account EVERY = new Account(NOTHING, NOTHING, NOTHING);

    private static final CsvTable<Figure> TABLE = new CsvTable<>(List.of(
            new CsvTable.Column<>("section", Figure::section),
            new CsvTable.Column<>("provider", figure -> figure.account().provider()),
            new CsvTable.Column<>("tenant", figure -> figure.account().tenant()),
            new CsvTable.Column<>("account", figure -> figure.account().id()),
            new CsvTable.Column<>("item", Figure::item),
            new CsvTable.Column<>("outcome", Figure::outcome),
            new CsvTable.Column<>("permission", Figure::permission),
            new CsvTable.Column<>("measure", Figure::measure),
            new CsvTable.Column<>("value", figure -> String.valueOf(figure.value()))));

    private final boolean byteOrderMark;

    SummaryCsv(boolean byteOrderMark) {
        this.byteOrderMark = byteOrderMark;
    }

    /** A number, and what it is the number of. */
    private record Figure(
            String section,
            Account account,
            String item,
            String outcome,
            String permission,
            String measure,
            long value) {

        static Figure of(String section, Account account, String item, String measure, long value) {
            return new Figure(section, account, item, NOTHING, NOTHING, measure, value);
        }

        static Figure of(String section, String measure, long value) {
            return of(section, EVERY, NOTHING, measure, value);
        }
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        TABLE.write(each -> figures(data, each), byteOrderMark, out);
    }

    private static void figures(ReportData data, Consumer<Figure> each) {
        Tally tally = data.tally();
        each.accept(Figure.of("scan", "assets", data.snapshot().size()));
        gaps(data.completeness(), each);
        verdicts("all", EVERY, NOTHING, tally.verdicts(), each);
        for (Severity severity : Severity.values()) {
            verdicts("severity", EVERY, severity.label(), tally.of(severity), each);
        }
        data.tenants().forEach(tenant -> tenant(tenant, each));
        data.accounts().forEach(account -> verdicts("account", account, NOTHING, tally.of(account), each));
        for (RuleInfo rule : data.rules()) {
            verdicts("rule", EVERY, rule.id(), tally.ofRule(rule.id()), each);
        }
        statements(data, each);
        coverage(EVERY, data.coverage().total(), each);
        data.accounts().forEach(account -> coverage(account, data.coverage().of(account), each));
        causes(tally, each);
        permissions(tally.grants(), each);
        calls(Calls.of(data.snapshot()), each);
        data.shrinkage().ifPresent(since -> baseline(since, each));
    }

    private static void tenant(Tenant tenant, Consumer<Figure> each) {
        Account place = new Account(NOTHING, tenant.path(), NOTHING);
        each.accept(Figure.of("tenant", place, NOTHING, "accounts", tenant.accounts()));
        each.accept(Figure.of("tenant", place, NOTHING, "accounts_reached", tenant.reached()));
        each.accept(Figure.of("tenant", place, NOTHING, "accounts_lost", tenant.lost()));
        each.accept(Figure.of("tenant", place, NOTHING, "assets", tenant.allAssets()));
        verdicts("tenant", place, NOTHING, tenant.tally().verdicts(), each);
        for (Severity severity : Severity.values()) {
            verdicts("tenant_severity", place, severity.label(), tenant.tally().of(severity), each);
        }
        tenant.assets().forEach((kind, count) -> each.accept(Figure.of("tenant_kind", place, kind, "assets", count)));
    }

    private static void calls(Calls calls, Consumer<Figure> each) {
        each.accept(Figure.of("calls", "certain", calls.certain()));
        each.accept(Figure.of("calls", "expected", calls.expected()));
        each.accept(Figure.of("calls", "made", calls.made()));
        each.accept(Figure.of("calls", "retries", calls.retries()));
        for (Calls.Row row : calls.rows()) {
            each.accept(of(row, "certain", row.certain()));
            each.accept(of(row, "expected", row.expected()));
            each.accept(of(row, "made", row.made()));
            each.accept(of(row, "retries", row.retries()));
        }
    }

    private static Figure of(Calls.Row row, String measure, long value) {
        return new Figure(
                "call",
                new Account(row.provider(), NOTHING, NOTHING),
                row.call(),
                NOTHING,
                row.permission(),
                measure,
                value);
    }

    private static void baseline(Shrinkage since, Consumer<Figure> each) {
        for (Shrinkage.Lost lost : since.lost()) {
            String now = lost.now().stream().map(CoverageStatus::label).collect(Collectors.joining("; "));
            String what = lost.region() + " " + lost.type();
            each.accept(new Figure("lost", lost.account(), what, now, NOTHING, "assets_before", lost.assets()));
        }
        for (Shrinkage.Fewer fewer : since.fewer()) {
            each.accept(Figure.of("fewer", fewer.account(), fewer.type(), "before", fewer.before()));
            each.accept(Figure.of("fewer", fewer.account(), fewer.type(), "now", fewer.now()));
        }
    }

    private static void gaps(Completeness gaps, Consumer<Figure> each) {
        each.accept(Figure.of("gaps", "cut_off", gaps.cutOff() ? 1 : 0));
        each.accept(Figure.of("gaps", "listings", gaps.listings()));
        each.accept(Figure.of("gaps", "calls", gaps.calls()));
        each.accept(Figure.of("gaps", "assets", gaps.assets()));
        each.accept(Figure.of("gaps", "broken", gaps.broken()));
        each.accept(Figure.of("gaps", "types", gaps.types().size()));
    }

    private static void verdicts(String section, Account account, String item, Counts counts, Consumer<Figure> each) {
        for (Verdict verdict : Verdict.values()) {
            each.accept(Figure.of(section, account, item, verdict.name(), counts.of(verdict)));
        }
    }

    private static void statements(ReportData data, Consumer<Figure> each) {
        Tally tally = data.tally();
        for (Verdict verdict : Verdict.values()) {
            each.accept(Figure.of("attested", verdict.name(), tally.verdicts().attested(verdict)));
        }
        for (Severity severity : Severity.values()) {
            each.accept(Figure.of(
                    "waived",
                    EVERY,
                    severity.label(),
                    Verdict.FAIL.name(),
                    tally.of(severity).waived()));
        }
        each.accept(Figure.of("statements", "warnings", data.warnings().size()));
    }

    private static void coverage(Account account, Map<CoverageStatus, Long> counts, Consumer<Figure> each) {
        counts.forEach((status, count) -> each.accept(Figure.of("coverage", account, NOTHING, status.label(), count)));
    }

    private static void causes(Tally tally, Consumer<Figure> each) {
        for (Tally.RankedGap cause : tally.gaps()) {
            each.accept(new Figure(
                    "cause",
                    EVERY,
                    cause.gap().what().en(),
                    cause.gap().outcome().label(),
                    cause.gap().permission(),
                    Verdict.UNKNOWN.name(),
                    cause.verdicts()));
        }
    }

    private static void permissions(Grants grants, Consumer<Figure> each) {
        each.accept(Figure.of("grant", "permissions", grants.needed()));
        each.accept(Figure.of("grant", "known", grants.knowable()));
        int rank = 0;
        for (Grants.Ranked permission : grants.ranked()) {
            rank++;
            each.accept(of(permission, "rank", rank));
            each.accept(of(permission, "waiting", permission.verdicts()));
            each.accept(of(permission, "waiting_alone", permission.alone()));
            each.accept(of(permission, "known", permission.known()));
        }
    }

    private static Figure of(Grants.Ranked permission, String measure, long value) {
        return new Figure("permission", EVERY, NOTHING, NOTHING, permission.permission(), measure, value);
    }
}
