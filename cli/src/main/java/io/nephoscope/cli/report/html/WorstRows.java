package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.StatementText;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.Worst;
import io.nephoscope.cli.report.html.Page.WorstFinding;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The worst of what failed, for paper and for browsers that run no script: as many as one reads, of every branch alike. */
final class WorstRows {
    private static final int MOST = 100;
    private static final int MOST_OBSERVATIONS = 2;

    private final Lines lines;
    private final Map<String, RuleInfo> rules;
    private final Map<Severity, EvenRows<WorstFinding>> rows = new EnumMap<>(Severity.class);

    private WorstRows(ReportData data, Lines lines) {
        this.lines = lines;
        this.rules = data.rules().stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
        long room = MOST;
        for (Severity severity : Severity.values()) {
            long shown = Math.min(room, data.tally().of(severity).of(Verdict.FAIL));
            if (shown > 0) {
                rows.put(severity, new EvenRows<>((int) shown, severity.name()));
            }
            room -= shown;
        }
    }

    static Worst of(ReportData data, Lines lines) {
        WorstRows worst = new WorstRows(data, lines);
        data.findings().forEach(worst::add);
        List<WorstFinding> shown =
                worst.rows.values().stream().flatMap(it -> it.rows().stream()).toList();
        return new Worst(shown, data.tally().verdicts().of(Verdict.FAIL) - shown.size());
    }

    private void add(Finding finding) {
        EvenRows<WorstFinding> its = rows.get(finding.severity());
        if (finding.verdict() == Verdict.FAIL && its != null) {
            its.add(SeenAccount.of(finding.asset()).branchOrId(), () -> row(finding));
        }
    }

    private WorstFinding row(Finding finding) {
        Words words = lines.words();
        return new WorstFinding(
                lines.rule(Objects.requireNonNull(rules.get(finding.rule()))),
                lines.asset(finding.asset()),
                words.value(words.in(finding.message())),
                new StatementText(words).marks(finding),
                finding.evidence().stream()
                        .limit(MOST_OBSERVATIONS)
                        .map(lines::inShort)
                        .toList());
    }
}
