package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The findings: a row for each rule and asset. */
public record FindingsSheet(SheetWords words) {
    public static Sheet<FindingRow> of(ReportData data, SheetWords words) {
        return new Sheet<>(new FindingsSheet(words).columns(), FindingRows.of(data)::forEach);
    }

    /** With room for what a reviewer decides of each. */
    public static Sheet<FindingRow> forReview(ReportData data, SheetWords words) {
        List<Column<FindingRow>> columns = new ArrayList<>(new FindingsSheet(words).columns());
        columns.add(Column.toFillIn(
                Heading.DECISION,
                Text.of("accepted", "接受"),
                Text.of("to be fixed", "待整改"),
                Text.of("false alarm", "误报"),
                Text.of("unclear", "待核实")));
        columns.add(Column.toFillIn(Heading.REVIEWER));
        columns.add(Column.<FindingRow>toFillIn(Heading.COMMENT).wide());
        return new Sheet<>(columns, FindingRows.of(data)::forEach);
    }

    /** What any table of findings may show, in the order of the table that shows all. */
    public List<Column<FindingRow>> columns() {
        return List.of(
                finding(Heading.VERDICT, finding -> words.of(finding.verdict()))
                        .toned(row -> Tone.of(row.finding().verdict()))
                        .narrow(),
                finding(Heading.SEVERITY, finding -> words.of(finding.severity()))
                        .toned(row -> Tone.of(row.finding().severity()))
                        .narrow(),
                finding(Heading.RULE, Finding::rule),
                rule(Heading.TITLE, rule -> words.in(rule.title())).wide(),
                subject(Heading.ASSET, Subject::uid),
                subject(Heading.NAME, Subject::name),
                subject(Heading.NATIVE_ID, Subject::nativeId),
                subject(Heading.TYPE, Subject::type),
                Column.text(Heading.KIND, row -> row.asset().kind()),
                Column.text(Heading.PROVIDER, row -> row.asset().provider()),
                subject(Heading.BRANCH, asset -> asset.scope().branch()),
                subject(Heading.ACCOUNT, asset -> asset.scope().account()),
                Column.text(Heading.ACCOUNT_NAME, row -> row.asset().accountName()),
                subject(Heading.REGION, asset -> asset.scope().region()),
                Column.text(Heading.OWNER, this::owner),
                finding(Heading.MESSAGE, finding -> words.in(finding.message())).wide(),
                finding(Heading.EVIDENCE, this::evidence).wide(),
                finding(Heading.MISSING, this::missing).wide(),
                finding(Heading.PERMISSIONS, FindingsSheet::permissions),
                Column.text(Heading.REMEDIATION, this::remediation).wide(),
                rule(
                        Heading.REFERENCES,
                        rule -> rule.references().stream()
                                .map(RuleInfo.Reference::name)
                                .collect(Collectors.joining("; "))),
                Column.text(Heading.OBSERVED_AT, FindingsSheet::observedAt),
                finding(Heading.FINGERPRINT, Finding::fingerprint),
                finding(Heading.ATTESTED, FindingsSheet::attested),
                waived(Heading.WAIVED_UNTIL, Waived::until),
                waived(Heading.WAIVED_BY, Waived::owner),
                waived(Heading.WAIVER_REASON, Waived::reason));
    }

    private static Column<FindingRow> finding(Heading heading, Function<Finding, String> cell) {
        return Column.text(heading, row -> cell.apply(row.finding()));
    }

    private static Column<FindingRow> rule(Heading heading, Function<RuleInfo, String> cell) {
        return Column.text(heading, row -> cell.apply(row.rule()));
    }

    private static Column<FindingRow> subject(Heading heading, Function<Subject, String> cell) {
        return Column.text(heading, row -> cell.apply(row.finding().asset()));
    }

    private static Column<FindingRow> waived(Heading heading, Function<Waived, String> cell) {
        return finding(heading, finding -> finding.waived().map(cell).orElse(""));
    }

    private String owner(FindingRow row) {
        Object owner = row.asset().owner();
        return owner == Absent.ABSENT ? "" : owner instanceof String name ? name : words.field(owner);
    }

    private String evidence(Finding finding) {
        return finding.evidence().stream()
                .map(it ->
                        it.path() + "=" + words.field(it.value()) + (it.call().isEmpty() ? "" : " [" + it.call() + "]"))
                .collect(Collectors.joining("; "));
    }

    private String missing(Finding finding) {
        return finding.missing().stream()
                .map(cause -> cause.call() + " " + words.of(cause.outcome())
                        + (cause.message().isEmpty() ? "" : " (" + words.in(cause.message()) + ")"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String permissions(Finding finding) {
        return finding.missing().stream()
                .map(Cause::permission)
                .filter(permission -> !permission.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** How to mend it where it stands; nothing for what does not fail. */
    private String remediation(FindingRow row) {
        return row.finding().verdict() == Verdict.FAIL
                ? Optional.ofNullable(row.rule().remediation().get(row.asset().provider()))
                        .map(it -> words.in(it.console()))
                        .orElse("")
                : "";
    }

    private static String observedAt(FindingRow row) {
        return row.asset()
                .read()
                .map(Asset::provenance)
                .map(Asset.Provenance::observedAt)
                .orElse("");
    }

    private static String attested(Finding finding) {
        return finding.attested().stream()
                .map(it -> it.field() + ": " + it.owner() + ", " + it.evidence() + ", " + it.until())
                .collect(Collectors.joining("; "));
    }
}
