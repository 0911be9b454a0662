package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.BranchRow;
import io.nephoscope.cli.report.html.Page.Branches;
import io.nephoscope.cli.report.html.Page.KindCount;
import io.nephoscope.cli.report.html.Page.SeverityFails;
import io.nephoscope.cli.report.html.Page.WorstRow;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The organisation as a tree, each branch with all that lies below it. */
final class BranchesSection {
    private static final int MOST = 2_000;
    private static final int DEEPEST = 6;

    private BranchesSection() {}

    static Branches of(ReportData data, Lines lines) {
        List<Branch> branches = data.branches();
        List<BranchRow> rows =
                branches.stream().limit(MOST).map(branch -> row(branch, lines)).toList();
        return new Branches(rows, Math.max(0, branches.size() - MOST));
    }

    private static BranchRow row(Branch branch, Lines lines) {
        Words words = lines.words();
        List<WorstRow> worst = branch.worst().stream()
                .map(it -> new WorstRow(lines.rule(it.rule()), of(it.counts(), words)))
                .toList();
        List<KindCount> kinds = new ArrayList<>();
        branch.assets().forEach((kind, count) -> kinds.add(new KindCount(kind, count)));
        return new BranchRow(
                branch.name().isEmpty() ? words.of(Word.NO_BRANCH) : words.name(branch.name()),
                words.name(branch.path()),
                note(branch, words),
                Math.min(branch.depth(), DEEPEST),
                branch.accounts(),
                branch.lost(),
                branch.allAssets(),
                Arrays.stream(Severity.values())
                        .map(severity -> fails(branch.tally().of(severity), words))
                        .toList(),
                Bar.of(branch.tally().verdicts(), words),
                kinds,
                worst);
    }

    private static SeverityFails fails(Counts counts, Words words) {
        return new SeverityFails(
                counts.of(Verdict.FAIL),
                counts.judged(),
                of(counts, words),
                counts.of(Verdict.UNKNOWN) == 0 ? "" : words.of(Word.UNKNOWN_MORE, counts.of(Verdict.UNKNOWN)));
    }

    private static String of(Counts counts, Words words) {
        return words.of(Word.PART_OF, counts.of(Verdict.FAIL), counts.judged());
    }

    private static String note(Branch branch, Words words) {
        List<String> parts = new ArrayList<>();
        if (!branch.declared().kind().isEmpty()) {
            parts.add(words.branchKind(branch.declared().kind()));
        }
        if (branch.declared().mlpsLevel() > 0) {
            parts.add(words.of(Word.MLPS_LEVEL, branch.declared().mlpsLevel()));
        }
        if (!branch.declared().owner().isEmpty()) {
            parts.add(words.name(branch.declared().owner()));
        }
        return String.join(" · ", parts);
    }
}
