package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.TerminalPage.INDENT;

import io.nephoscope.rules.Warning;
import java.util.List;

/** What rests on people's word. */
record TerminalStatements(TerminalPage page) {
    private static final int MOST_WARNINGS = 8;

    void write(ReportData data) {
        StatementText text = new StatementText(page.words());
        List<String> sentences = text.totals(data.tally());
        if (sentences.isEmpty() && data.warnings().isEmpty()) {
            return;
        }
        page.heading(Word.STATEMENTS);
        sentences.forEach(sentence -> page.paragraph(INDENT, sentence));
        for (Warning warning : data.warnings()
                .subList(0, Math.min(MOST_WARNINGS, data.warnings().size()))) {
            page.paragraph(INDENT, text.of(warning));
        }
        page.more(data.warnings().size() - MOST_WARNINGS);
    }
}
