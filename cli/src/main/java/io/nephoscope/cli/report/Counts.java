package io.nephoscope.cli.report;

import io.nephoscope.rules.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** How many findings of each verdict. */
public final class Counts {
    private final Map<Verdict, Long> byVerdict = new EnumMap<>(Verdict.class);

    void add(Verdict verdict) {
        byVerdict.merge(verdict, 1L, Long::sum);
    }

    /** The sum of these and others. */
    public Counts plus(Counts other) {
        Counts sum = new Counts();
        sum.byVerdict.putAll(byVerdict);
        other.byVerdict.forEach((verdict, count) -> sum.byVerdict.merge(verdict, count, Long::sum));
        return sum;
    }

    public long of(Verdict verdict) {
        return byVerdict.getOrDefault(verdict, 0L);
    }

    /** How many could be PASS or FAIL: without those to which the rule does not apply, and those that a person must attest. */
    public long judged() {
        return of(Verdict.PASS) + of(Verdict.FAIL) + of(Verdict.UNKNOWN);
    }

    public long total() {
        return byVerdict.values().stream().mapToLong(Long::longValue).sum();
    }
}
