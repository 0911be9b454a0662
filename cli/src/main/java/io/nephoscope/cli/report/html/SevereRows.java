package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Tally;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The findings of one verdict where a list cannot show all: the worst, of every branch alike. */
final class SevereRows<T> {
    private final Verdict verdict;
    private final long all;
    private final Function<Finding, T> row;
    private final Map<Severity, EvenRows<T>> rows = new EnumMap<>(Severity.class);

    SevereRows(Tally tally, Verdict verdict, int most, Function<Finding, T> row) {
        this.verdict = verdict;
        this.all = tally.verdicts().of(verdict);
        this.row = row;
        long room = most;
        for (Severity severity : Severity.values()) {
            long shown = Math.min(room, tally.of(severity).of(verdict));
            if (shown > 0) {
                rows.put(severity, new EvenRows<>((int) shown, severity.name()));
            }
            room -= shown;
        }
    }

    void add(Finding finding) {
        EvenRows<T> its = rows.get(finding.severity());
        if (finding.verdict() == verdict && its != null) {
            its.add(SeenAccount.of(finding.asset()).branchOrId(), () -> row.apply(finding));
        }
    }

    List<T> rows() {
        return rows.values().stream().flatMap(it -> it.rows().stream()).toList();
    }

    /** How many findings of the verdict are not shown. */
    long leftOut() {
        return all - rows().size();
    }
}
