package io.nephoscope.cli.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rows that a list shows where it cannot show all: first one of every branch, then a second of every branch, and so on, so that no
 * branch pushes out another. The rows that stay keep the order in which they came.
 */
final class EvenRows<T> {
    private final int most;
    private final String list;
    private final Map<String, Integer> offered = new HashMap<>();
    private final TreeMap<Turn, T> kept = new TreeMap<>();
    private long count;

    /**
     * @param most how many rows there may be
     * @param list what tells it from other lists: where there is no room for one row of every branch, each list leaves out others
     */
    EvenRows(int most, String list) {
        this.most = most;
        this.list = list;
    }

    private record Turn(int round, int lot, long number) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparingInt(Turn::round).thenComparingInt(Turn::lot).thenComparingLong(Turn::number);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    /** The rows of what is there, each offered for the branch in which it is. */
    static <S, T> EvenRows<T> of(int most, String list, List<S> all, Function<S, String> branch, Function<S, T> row) {
        EvenRows<T> rows = new EvenRows<>(most, list);
        all.forEach(it -> rows.add(branch.apply(it), () -> row.apply(it)));
        return rows;
    }

    /** Offers a row, which is made only where there is room for it. */
    void add(String branch, Supplier<T> row) {
        Turn turn = new Turn(offered.merge(branch, 1, Integer::sum), (list + "\n" + branch).hashCode(), ++count);
        if (kept.size() == most && turn.compareTo(kept.lastKey()) < 0) {
            kept.pollLastEntry();
        }
        if (kept.size() < most) {
            kept.put(turn, row.get());
        }
    }

    List<T> rows() {
        List<Turn> turns = new ArrayList<>(kept.keySet());
        turns.sort(Comparator.comparingLong(Turn::number));
        return turns.stream().map(kept::get).toList();
    }

    long offered() {
        return count;
    }

    /** How many rows were offered and are not shown. */
    long leftOut() {
        return count - kept.size();
    }
}
