package io.nephoscope.cli.report;

import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** The assets that fail worst, found while findings pass by: those of one asset follow one another. It keeps no more than it tells. */
public final class WorstAssets {
    private static final int MOST = 10;

    private final PriorityQueue<Failing> worst = new PriorityQueue<>(Failing.WORST_FIRST.reversed());
    private Optional<Failing> current = Optional.empty();

    /**
     * An asset that fails.
     *
     * @param failures how many rules of each severity it fails; without the failures that somebody accepts
     */
    public record Failing(Subject asset, Map<Severity, Long> failures) {
        private static final Comparator<Failing> WORST_FIRST = worstFirst();

        private static Comparator<Failing> worstFirst() {
            Comparator<Failing> order = Comparator.comparingInt(failing -> 0);
            for (Severity severity : Severity.values()) {
                order = order.thenComparing(
                        failing -> failing.failures().getOrDefault(severity, 0L), Comparator.reverseOrder());
            }
            return order.thenComparing(failing -> failing.asset().uid());
        }
    }

    void add(Finding finding) {
        if (finding.verdict() != Verdict.FAIL || finding.waived().isPresent()) {
            return;
        }
        if (current.filter(it -> it.asset().uid().equals(finding.asset().uid())).isEmpty()) {
            keep();
            current = Optional.of(new Failing(finding.asset(), new EnumMap<>(Severity.class)));
        }
        current.ifPresent(it -> it.failures().merge(finding.severity(), 1L, Long::sum));
    }

    private void keep() {
        current.ifPresent(worst::add);
        if (worst.size() > MOST) {
            worst.remove();
        }
    }

    /** At most ten, the worst first. */
    public List<Failing> list() {
        List<Failing> all = new ArrayList<>(worst);
        current.ifPresent(all::add);
        all.sort(Failing.WORST_FIRST);
        return Collections.unmodifiableList(all.subList(0, Math.min(MOST, all.size())));
    }
}
