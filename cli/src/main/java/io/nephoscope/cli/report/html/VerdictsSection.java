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

/** The verdicts by severity and by account. */
final class VerdictsSection {
    private VerdictsSection() {}

    static Verdicts of(ReportData data, Lines lines) {
        Tally tally = data.tally();
        Words words = lines.words();
        return new Verdicts(bySeverity(tally, words), byAccount(tally, lines));
    }

    private static List<SeverityCounts> bySeverity(Tally tally, Words words) {
        return Arrays.stream(Severity.values())
                .map(severity -> new SeverityCounts(severity, tally.of(severity), Bar.of(tally.of(severity), words)))
                .toList();
    }

    private static List<PlaceCounts> byAccount(Tally tally, Lines lines) {
        List<PlaceCounts> rows = new ArrayList<>();
        tally.byAccount()
                .forEach((account, counts) ->
                        rows.add(new PlaceCounts(lines.place(account), counts, Bar.of(counts, lines.words()))));
        return rows;
    }
}
