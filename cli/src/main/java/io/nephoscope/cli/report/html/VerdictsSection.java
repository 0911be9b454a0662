package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.PlaceCounts;
import io.nephoscope.cli.report.html.Page.SeverityCounts;
import io.nephoscope.cli.report.html.Page.Verdicts;
import io.nephoscope.rules.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts by severity, by branch, by account and by rule. */
final class VerdictsSection {
    /** A branch right before its own branches. */
    private static final Comparator<List<String>> BRANCH_ORDER = (left, right) -> {
        int same = 0;
        while (same < left.size() && same < right.size() && left.get(same).equals(right.get(same))) {
            same++;
        }
        return same < left.size() && same < right.size()
                ? left.get(same).compareTo(right.get(same))
                : Integer.compare(left.size(), right.size());
    };

    private VerdictsSection() {}

    static Verdicts of(ReportData data, Lines lines) {
        Tally tally = data.tally();
        Words words = lines.words();
        return new Verdicts(
                bySeverity(tally, words),
                byBranch(tally, words),
                byAccount(tally, words),
                RulesSection.wanting(data, lines));
    }

    private static List<SeverityCounts> bySeverity(Tally tally, Words words) {
        return Arrays.stream(Severity.values())
                .map(severity -> new SeverityCounts(severity, tally.of(severity), Bar.of(tally.of(severity), words)))
                .toList();
    }

    /** Each branch with all that belong to it. */
    private static List<PlaceCounts> byBranch(Tally tally, Words words) {
        Map<List<String>, Counts> sums = new TreeMap<>(BRANCH_ORDER);
        tally.byTenant().forEach((tenant, counts) -> {
            List<String> path = Arrays.asList(tenant.split("/"));
            for (int depth = 1; depth <= path.size(); depth++) {
                sums.merge(path.subList(0, depth), counts, Counts::plus);
            }
        });
        List<PlaceCounts> rows = new ArrayList<>();
        sums.forEach((path, counts) -> {
            String name = path.get(path.size() - 1);
            rows.add(new PlaceCounts(
                    name.isEmpty() ? words.of(Word.NO_BRANCH) : words.name(name),
                    "",
                    Math.min(path.size() - 1, 6),
                    counts,
                    Bar.of(counts, words)));
        });
        return rows;
    }

    private static List<PlaceCounts> byAccount(Tally tally, Words words) {
        List<PlaceCounts> rows = new ArrayList<>();
        tally.byAccount()
                .forEach((account, counts) -> rows.add(new PlaceCounts(
                        words.name(account.id()),
                        account.tenant().isEmpty()
                                ? words.name(account.provider())
                                : words.name(account.provider()) + " · " + words.name(account.tenant()),
                        0,
                        counts,
                        Bar.of(counts, words))));
        return rows;
    }
}
