package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How a cell of a heat map looks: coloured by the share of failures, hatched by the share of what is unknown. The style sheet has the
 * colours {@code fails0} to {@code fails9} and the hatchings {@code open0} to {@code open5}, of which the first is none.
 */
public final class Heat {
    /** In percent, the highest share of each colour: what does not fail at all has the first. */
    private static final List<Integer> FAILS = List.of(0, 1, 2, 5, 10, 20, 35, 50, 75, 100);
    /** The same of the hatchings. */
    private static final List<Integer> OPEN = List.of(0, 5, 25, 50, 75, 100);

    private Heat() {}

    /** @param text the shares that look so */
    public record Step(String style, String text) {}

    /** The colours, for a legend. */
    public static List<Step> colours() {
        return steps("fails", FAILS);
    }

    /** The hatchings, for a legend; without the first, which is none. */
    public static List<Step> hatchings() {
        return steps("open", OPEN).subList(1, OPEN.size());
    }

    private static List<Step> steps(String style, List<Integer> bounds) {
        List<Step> steps = new ArrayList<>();
        for (int bound : bounds) {
            steps.add(new Step(style + steps.size(), bound == 0 ? "0" : "≤ " + bound + "%"));
        }
        return steps;
    }

    /** @param counts with something judged among them */
    static String of(Counts counts) {
        return "fails" + step(counts, Verdict.FAIL, FAILS) + " " + open(counts);
    }

    /** The hatching alone. */
    static String open(Counts counts) {
        return "open" + step(counts, Verdict.UNKNOWN, OPEN);
    }

    private static long step(Counts counts, Verdict verdict, List<Integer> bounds) {
        return bounds.stream()
                .filter(bound -> counts.of(verdict) * 100 > bound * counts.judged())
                .count();
    }
}
