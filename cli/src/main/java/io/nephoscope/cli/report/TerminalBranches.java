package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.TerminalPage.INDENT;

import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The organisation as a short table: each branch with all that lies below it. */
final class TerminalBranches {
    private static final int MOST = 20;
    private static final int NARROWEST_NAME = 12;

    private final TerminalPage page;
    private final Words words;

    TerminalBranches(TerminalPage page) {
        this.page = page;
        this.words = page.words();
    }

    /** Nothing where no branch has two branches: the rest of the page tells of the only one. */
    void write(List<Branch> branches) {
        if (branches.stream().map(Branch::depth).distinct().count() == branches.size()) {
            return;
        }
        List<Branch> shown = branches.subList(0, Math.min(MOST, branches.size()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.of(Word.ACCOUNTS_HEAD), words.of(Word.ASSETS_HEAD), head(Verdict.FAIL), head(Verdict.UNKNOWN)));
        shown.forEach(branch -> rows.add(cells(branch)));
        int[] widths = new int[rows.get(0).size()];
        int used = INDENT.length();
        for (int column = 0; column < widths.length; column++) {
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], Columns.width(row.get(column)));
            }
            used += widths[column] + INDENT.length();
        }
        int name = Math.max(NARROWEST_NAME, Math.min(longestName(shown), page.columns() - used));
        page.heading(Word.BRANCHES);
        row("", name, rows.get(0), widths, Verdict.NOT_APPLICABLE);
        for (int i = 0; i < shown.size(); i++) {
            Branch branch = shown.get(i);
            boolean fails = branch.tally().verdicts().of(Verdict.FAIL) > 0;
            row(name(branch), name, rows.get(i + 1), widths, fails ? Verdict.FAIL : Verdict.NOT_APPLICABLE);
        }
        page.more(branches.size() - MOST);
    }

    private int longestName(List<Branch> branches) {
        return branches.stream().mapToInt(it -> Columns.width(name(it))).max().orElse(0);
    }

    private String name(Branch branch) {
        String name = branch.name().isEmpty() ? words.of(Word.NO_BRANCH) : words.name(branch.name());
        return " ".repeat(2 * branch.depth()) + name;
    }

    private List<String> cells(Branch branch) {
        Counts verdicts = branch.tally().verdicts();
        String lost = branch.lost() == 0 ? "" : " (" + words.of(Word.ACCOUNTS_LOST, branch.lost()) + ")";
        return List.of(
                words.number(branch.accounts()) + lost,
                words.number(branch.allAssets()),
                words.of(Word.PART_OF, verdicts.of(Verdict.FAIL), verdicts.judged()),
                words.number(verdicts.of(Verdict.UNKNOWN)));
    }

    private String head(Verdict verdict) {
        return Words.shape(verdict) + " " + words.of(verdict);
    }

    private void row(String name, int nameWidth, List<String> cells, int[] widths, Verdict style) {
        StringBuilder row = new StringBuilder(INDENT).append(Columns.left(Columns.cut(name, nameWidth), nameWidth));
        for (int column = 0; column < widths.length; column++) {
            String cell = Columns.right(cells.get(column), widths[column]);
            boolean isFail = column == 2 && style == Verdict.FAIL;
            row.append(INDENT).append(isFail ? page.style().verdict(style, cell) : cell);
        }
        page.row(row.toString());
    }
}
