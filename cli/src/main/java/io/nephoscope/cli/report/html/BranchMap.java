package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Branch;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How much of each branch fails and how much of it is unknown, by severity.
 *
 * @param rows a branch right before those below it
 */
public record BranchMap(List<Row> rows) {
    private static final int DEEPEST = 6;

    /** First where the largest share fails of the worst severity; where as much fails, what is least known. */
    private static final Comparator<Branch> WORST_FIRST = Arrays.stream(Severity.values())
            .map(severity -> most(branch -> branch.tally().of(severity), Verdict.FAIL))
            .reduce(Comparator::thenComparing)
            .orElseThrow()
            .thenComparing(most(branch -> branch.tally().verdicts(), Verdict.UNKNOWN))
            .thenComparing(Branch::path);

    private static Comparator<Branch> most(Function<Branch, Counts> counted, Verdict verdict) {
        ToDoubleFunction<Branch> share = branch -> {
            Counts counts = counted.apply(branch);
            return counts.judged() == 0 ? 0 : (double) counts.of(verdict) / counts.judged();
        };
        return Comparator.comparingDouble(share).reversed();
    }

    /**
     * A branch with all that lies below it.
     *
     * @param depth how deep it lies below the first
     * @param above the path of the branches above it
     * @param rank its place among all where the worst is the first
     * @param link to all that was found in it
     * @param cells by severity, the worst first, and all of them together
     */
    public record Row(int depth, String above, String name, String note, int rank, String link, List<Cell> cells) {}

    /**
     * Findings of a branch and severity.
     *
     * @param style how much of it fails and is unknown
     * @param fails how many fail; empty where nothing was judged
     * @param judged of how many
     * @param unknown how many are unknown; empty for none
     * @param spoken all of that in words
     */
    public record Cell(String style, String fails, String judged, String unknown, String spoken, String link) {
        /** As it stands in the cell. */
        public String text() {
            return fails + "/" + judged + (unknown.isEmpty() ? "" : " ?" + unknown);
        }
    }

    static BranchMap of(List<Branch> branches, Lines lines) {
        Map<String, Integer> ranks = new HashMap<>();
        branches.stream().sorted(WORST_FIRST).forEach(branch -> ranks.put(branch.path(), ranks.size()));
        return new BranchMap(branches.stream()
                .map(branch -> row(branch, ranks.getOrDefault(branch.path(), 0), lines))
                .toList());
    }

    /** Whether there are so many branches that one looks for the worst. */
    public boolean isTree() {
        return rows.size() > 1;
    }

    private static Row row(Branch branch, int rank, Lines lines) {
        Words words = lines.words();
        String name = lines.branch(branch);
        Fragment within = Fragment.ALL.branch(branch.path());
        Stream<Cell> severities = Arrays.stream(Severity.values())
                .map(severity ->
                        cell(branch.tally().of(severity), name, words.of(severity), within.severity(severity), words));
        Cell all = cell(branch.tally().verdicts(), name, words.of(Word.ALL), within, words);
        return new Row(
                Math.min(branch.depth(), DEEPEST),
                words.name(BranchPath.above(branch.path()).orElse("")),
                name,
                lines.note(branch),
                rank,
                within.verdicts(List.of(Verdict.FAIL, Verdict.UNKNOWN)).link(),
                Stream.concat(severities, Stream.of(all)).toList());
    }

    private static Cell cell(Counts counts, String branch, String severity, Fragment within, Words words) {
        long fails = counts.of(Verdict.FAIL);
        long unknown = counts.of(Verdict.UNKNOWN);
        String spoken = words.of(Word.HEAT_CELL, branch, severity, fails, unknown, counts.judged());
        if (counts.judged() == 0) {
            return new Cell("none", "", "", "", spoken, "");
        }
        return new Cell(
                Heat.of(counts),
                words.number(fails),
                words.number(counts.judged()),
                unknown == 0 ? "" : words.number(unknown),
                spoken,
                within.verdicts(shown(fails, unknown)).link());
    }

    /** What gives the cell its look. */
    private static List<Verdict> shown(long fails, long unknown) {
        List<Verdict> verdicts = new ArrayList<>();
        if (fails > 0) {
            verdicts.add(Verdict.FAIL);
        }
        if (unknown > 0) {
            verdicts.add(Verdict.UNKNOWN);
        }
        return verdicts.isEmpty() ? List.of(Verdict.PASS) : verdicts;
    }
}
