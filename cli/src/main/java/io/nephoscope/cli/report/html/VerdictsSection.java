package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.PlaceCounts;
import io.nephoscope.cli.report.html.Page.SeverityCounts;
import io.nephoscope.cli.report.html.Page.Verdicts;
import io.nephoscope.rules.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The verdicts by severity, by branch, by account and by rule. */
final class VerdictsSection {
    private VerdictsSection() {}

    static Verdicts of(ReportData data, Lines lines) {
        Tally tally = data.tally();
        Words words = lines.words();
        return new Verdicts(bySeverity(tally, words), byAccount(tally, words), RulesSection.wanting(data, lines));
    }

    private static List<SeverityCounts> bySeverity(Tally tally, Words words) {
        return Arrays.stream(Severity.values())
                .map(severity -> new SeverityCounts(severity, tally.of(severity), Bar.of(tally.of(severity), words)))
                .toList();
    }

    private static List<PlaceCounts> byAccount(Tally tally, Words words) {
        List<PlaceCounts> rows = new ArrayList<>();
        tally.byAccount()
                .forEach((account, counts) -> rows.add(new PlaceCounts(
                        words.name(account.id()),
                        account.branch().isEmpty()
                                ? words.name(account.provider())
                                : words.name(account.provider()) + " · " + words.name(account.branch()),
                        counts,
                        Bar.of(counts, words))));
        return rows;
    }
}
