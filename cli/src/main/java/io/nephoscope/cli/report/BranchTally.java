package io.nephoscope.cli.report;

import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The findings of a branch, counted: without those of its branches, or with them where they were added. */
public final class BranchTally {
    private final Map<Severity, Counts> bySeverity = new EnumMap<>(Severity.class);
    private final SortedMap<String, Counts> byRule = new TreeMap<>();

    void add(Finding finding) {
        bySeverity.computeIfAbsent(finding.severity(), key -> new Counts()).add(finding);
        byRule.computeIfAbsent(finding.rule(), key -> new Counts()).add(finding);
    }

    void addAll(BranchTally other) {
        other.bySeverity.forEach((severity, counts) -> bySeverity.merge(severity, counts, Counts::plus));
        other.byRule.forEach((rule, counts) -> byRule.merge(rule, counts, Counts::plus));
    }

    public Counts verdicts() {
        return bySeverity.values().stream().reduce(new Counts(), Counts::plus);
    }

    public Counts of(Severity severity) {
        return bySeverity.getOrDefault(severity, new Counts());
    }

    /** By rule id; without the rules that judged nothing here. */
    public SortedMap<String, Counts> byRule() {
        return Collections.unmodifiableSortedMap(byRule);
    }
}
