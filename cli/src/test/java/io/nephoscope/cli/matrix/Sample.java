package io.nephoscope.cli.matrix;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which calls of the matrix fail alone in a scan: one in ten, chosen anew in each build, or all of them with
 * {@code -Dnephoscope.matrix=whole}.
 *
 * @param seed by which they are chosen; {@code -Dnephoscope.matrix.seed} chooses them again
 */
record Sample(boolean isWhole, long seed) {
    private static final int ONE_IN = 10;

    static Sample asked() {
        return new Sample(
                "whole".equals(System.getProperty("nephoscope.matrix")),
                Long.getLong("nephoscope.matrix.seed", new Random().nextInt(1_000_000)));
    }

    boolean holds(Cell cell) {
        return isWhole || new Random(seed + cell.toString().hashCode()).nextInt(ONE_IN) == 0;
    }

    /** One call of each sort. */
    List<String> oneOfEach(List<String> calls, Function<String, String> sort) {
        Random choice = new Random(seed);
        return calls.stream().collect(Collectors.groupingBy(sort, TreeMap::new, Collectors.toList())).values().stream()
                .map(alike -> alike.get(choice.nextInt(alike.size())))
                .toList();
    }

    @Override
    public String toString() {
        return isWhole ? "each call alone" : "one call in ten also alone, by the seed " + seed;
    }
}
