package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.BranchRow;
import io.nephoscope.cli.report.html.Page.Branches;
import io.nephoscope.cli.report.html.Page.KindCount;
import io.nephoscope.cli.report.html.Page.WorstRow;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The organisation as a tree, each branch with all that lies below it. */
final class BranchesSection {
    private static final int MOST = 2_000;
    private static final int DEEPEST = 6;

    private BranchesSection() {}

    static Branches of(List<Branch> branches, Lines lines) {
        List<BranchRow> rows =
                branches.stream().limit(MOST).map(branch -> row(branch, lines)).toList();
        return new Branches(rows, Math.max(0, branches.size() - MOST));
    }

    private static BranchRow row(Branch branch, Lines lines) {
        Words words = lines.words();
        List<WorstRow> worst = branch.worst().stream()
                .map(it -> new WorstRow(lines.rule(it.rule()), of(it.counts(), words), failures(branch, it.rule())))
                .toList();
        List<KindCount> kinds = new ArrayList<>();
        branch.assets().forEach((kind, count) -> kinds.add(new KindCount(kind, count)));
        return new BranchRow(
                lines.branch(branch),
                words.name(branch.path()),
                lines.note(branch),
                Math.min(branch.depth(), DEEPEST),
                branch.accounts(),
                branch.lost(),
                branch.allAssets(),
                Bar.of(branch.tally().verdicts(), words),
                kinds,
                worst);
    }

    private static String failures(Branch branch, RuleInfo rule) {
        return Fragment.ALL
                .verdicts(List.of(Verdict.FAIL))
                .branch(branch.path())
                .rule(rule.id())
                .link();
    }

    private static String of(Counts counts, Words words) {
        return words.of(Word.PART_OF, counts.of(Verdict.FAIL), counts.judged());
    }
}
