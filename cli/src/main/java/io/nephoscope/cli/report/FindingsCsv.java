package io.nephoscope.cli.report;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Language;
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
    private final Language language;
    private final boolean byteOrderMark;

    FindingsCsv(Language language, boolean byteOrderMark) {
        this.language = language;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        Map<String, String> titles = data.rules().stream()
                .collect(Collectors.toMap(RuleInfo::id, rule -> rule.title().in(language)));
        new CsvTable<Finding>(List.of(
                        column("verdict", finding -> finding.verdict().name()),
                        column("severity", finding -> finding.severity().label()),
                        column("rule", Finding::rule),
                        column("title", finding -> titles.getOrDefault(finding.rule(), "")),
                        column("asset", finding -> finding.asset().uid()),
                        column("name", finding -> finding.asset().name()),
                        column("type", finding -> finding.asset().type()),
                        column("tenant", finding -> finding.asset().scope().tenant()),
                        column("account", finding -> finding.asset().scope().account()),
                        column("region", finding -> finding.asset().scope().region()),
                        column("message", finding -> finding.message().in(language)),
                        column("evidence", FindingsCsv::evidence),
                        column("missing", this::missing),
                        column("permissions", FindingsCsv::permissions),
                        column("fingerprint", Finding::fingerprint),
                        column("attested", FindingsCsv::attested),
                        column("waived", FindingsCsv::waived)))
                .write(data.findings()::forEach, byteOrderMark, out);
    }

    private static CsvTable.Column<Finding> column(String name, Function<Finding, String> cell) {
        return new CsvTable.Column<>(name, cell);
    }

    private static String evidence(Finding finding) {
        return finding.evidence().stream()
                .map(it -> it.path() + "=" + FieldText.of(it.value(), "(absent)", "(unknown)")
                        + (it.call().isEmpty() ? "" : " [" + it.call() + "]"))
                .collect(Collectors.joining("; "));
    }

    private String missing(Finding finding) {
        return finding.missing().stream()
                .map(cause -> cause.call() + " " + cause.outcome().label()
                        + (cause.message().isEmpty()
                                ? ""
                                : " (" + cause.message().in(language) + ")"))
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
