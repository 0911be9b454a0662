package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The findings as a table. */
final class FindingsCsv implements Report {
    private final CsvWords words;
    private final boolean byteOrderMark;

    FindingsCsv(CsvWords words, boolean byteOrderMark) {
        this.words = words;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        Map<String, String> titles =
                data.rules().stream().collect(Collectors.toMap(RuleInfo::id, rule -> words.in(rule.title())));
        new CsvTable<Finding>(List.of(
                        column(CsvTerm.VERDICT, finding -> words.of(finding.verdict())),
                        column(CsvTerm.SEVERITY, finding -> words.of(finding.severity())),
                        column(CsvTerm.RULE, Finding::rule),
                        column(CsvTerm.TITLE, finding -> titles.getOrDefault(finding.rule(), "")),
                        column(CsvTerm.ASSET, finding -> finding.asset().uid()),
                        column(CsvTerm.NAME, finding -> finding.asset().name()),
                        column(CsvTerm.TYPE, finding -> finding.asset().type()),
                        column(
                                CsvTerm.BRANCH,
                                finding -> finding.asset().scope().branch()),
                        column(
                                CsvTerm.ACCOUNT,
                                finding -> finding.asset().scope().account()),
                        column(
                                CsvTerm.REGION,
                                finding -> finding.asset().scope().region()),
                        column(CsvTerm.MESSAGE, finding -> words.in(finding.message())),
                        column(CsvTerm.EVIDENCE, this::evidence),
                        column(CsvTerm.MISSING, this::missing),
                        column(CsvTerm.PERMISSIONS, FindingsCsv::permissions),
                        column(CsvTerm.FINGERPRINT, Finding::fingerprint),
                        column(CsvTerm.ATTESTED, FindingsCsv::attested),
                        column(CsvTerm.WAIVED, FindingsCsv::waived)))
                .write(data.findings()::forEach, words, byteOrderMark, out);
    }

    private static CsvTable.Column<Finding> column(CsvTerm name, Function<Finding, String> cell) {
        return new CsvTable.Column<>(name, cell);
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

    private static String attested(Finding finding) {
        return finding.attested().stream()
                .map(it -> it.field() + ": " + it.owner() + ", " + it.evidence() + ", " + it.until())
                .collect(Collectors.joining("; "));
    }

    private static String waived(Finding finding) {
        return finding.waived()
                .map(it -> it.until() + ", " + it.owner() + ": " + it.reason())
                .orElse("");
    }

    private static String permissions(Finding finding) {
        return finding.missing().stream()
                .map(Cause::permission)
                .filter(permission -> !permission.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
