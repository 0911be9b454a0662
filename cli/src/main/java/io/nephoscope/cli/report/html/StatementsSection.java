package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.StatementText;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.RuleHead;
import io.nephoscope.cli.report.html.Page.StatedField;
import io.nephoscope.cli.report.html.Page.StatedRow;
import io.nephoscope.cli.report.html.Page.Statements;
import io.nephoscope.rules.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What rests on people's word, in as many rows as a page can bear. */
final class StatementsSection {
    private static final int MOST_ROWS = 500;

    private final Lines lines;
    private final Map<String, RuleHead> rules = new HashMap<>();
    private final EvenRows<StatedRow> rows = new EvenRows<>(MOST_ROWS, "");

    private StatementsSection(Lines lines) {
        this.lines = lines;
    }

    /** Empty where nobody stated anything. */
    static Optional<Statements> of(ReportData data, Lines lines) {
        StatementText text = new StatementText(lines.words());
        List<String> totals = text.totals(data.tally());
        if (totals.isEmpty() && data.warnings().isEmpty()) {
            return Optional.empty();
        }
        StatementsSection section = new StatementsSection(lines);
        if (data.tally().verdicts().attested() > 0) {
            data.rules().forEach(rule -> section.rules.put(rule.id(), lines.rule(rule)));
            data.findings().forEach(section::add);
        }
        return Optional.of(new Statements(
                totals,
                section.rows.rows(),
                section.rows.leftOut(),
                data.warnings().stream().map(text::of).toList()));
    }

    private void add(Finding finding) {
        if (!finding.attested().isEmpty()) {
            rows.add(SeenAccount.of(finding.asset()).branchOrId(), () -> row(finding));
        }
    }

    private StatedRow row(Finding finding) {
        return new StatedRow(
                finding.verdict(),
                Objects.requireNonNull(rules.get(finding.rule())),
                lines.asset(finding.asset()),
                finding.attested().stream().map(this::field).toList());
    }

    private StatedField field(Finding.Attested attested) {
        Words words = lines.words();
        return new StatedField(
                words.name(attested.field()),
                words.value(attested.statement()),
                words.name(attested.owner()),
                words.name(attested.evidence()),
                words.name(attested.until()));
    }
}
