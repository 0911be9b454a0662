package io.nephoscope.cli.report;

import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** How many findings of each verdict, and how many of them rest on statements. */
public final class Counts {
    private final Map<Verdict, Long> byVerdict = new EnumMap<>(Verdict.class);

    private final Map<Verdict, Long> attested = new EnumMap<>(Verdict.class);
    private long waived;

    void add(Finding finding) {
        byVerdict.merge(finding.verdict(), 1L, Long::sum);
        if (!finding.attested().isEmpty()) {
            attested.merge(finding.verdict(), 1L, Long::sum);
        }
        waived += finding.waived().isPresent() ? 1 : 0;
    }

    /** The sum of these and others. */
    public Counts plus(Counts other) {
        Counts sum = new Counts();
        sum.byVerdict.putAll(byVerdict);
        other.byVerdict.forEach((verdict, count) -> sum.byVerdict.merge(verdict, count, Long::sum));
        sum.attested.putAll(attested);
        other.attested.forEach((verdict, count) -> sum.attested.merge(verdict, count, Long::sum));
        sum.waived = waived + other.waived;
        return sum;
    }

    public long of(Verdict verdict) {
        return byVerdict.getOrDefault(verdict, 0L);
    }

    /** How many could be PASS or FAIL: without those to which the rule does not apply, and those that a person must attest. */
    public long judged() {
        return of(Verdict.PASS) + of(Verdict.FAIL) + of(Verdict.UNKNOWN);
    }

    /** How many of a verdict rest on what somebody answers for, since it was not read. */
    public long attested(Verdict verdict) {
        return attested.getOrDefault(verdict, 0L);
    }

    /** How many rest on that in all. */
    public long attested() {
        return attested.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many FAIL, and somebody accepts it. */
    public long waived() {
        return waived;
    }

    /** How many of a verdict a gate counts: a FAIL that somebody accepts is none. */
    public long counting(Verdict verdict) {
        return of(verdict) - (verdict == Verdict.FAIL ? waived : 0);
    }

    public long total() {
        return byVerdict.values().stream().mapToLong(Long::longValue).sum();
    }
}
