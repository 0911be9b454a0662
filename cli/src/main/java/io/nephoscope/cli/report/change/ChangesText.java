package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.Style;
import io.nephoscope.cli.report.TerminalPage;
import io.nephoscope.cli.report.Words;
import io.nephoscope.rules.Finding.Subject;
import java.util.List;

/** A comparison for a terminal: what became of what was open, the worst first. */
public final class ChangesText {
    private static final int MOST_ROWS = 20;
    private static final int SEVERITY_WIDTH = 8;
    private static final String INDENT = " ".repeat(SEVERITY_WIDTH + 4);

    private final TerminalPage page;
    private final Words words;
    private final Style style;
    private final ChangeWords told;

    public ChangesText(TerminalPage page) {
        this.page = page;
        this.words = page.words();
        this.style = page.style();
        this.told = new ChangeWords(words);
    }

    public void write(Comparison comparison) {
        page.line(told.title(comparison), style::strong);
        page.paragraph("", told.totals(comparison));
        for (Change change : Change.values()) {
            List<Changed> open =
                    comparison.of(change).stream().filter(Changed::isOpen).toList();
            if (!open.isEmpty()) {
                page.blank();
                page.line(words.name(change.text()), style::strong);
                open.stream().limit(MOST_ROWS).forEach(this::row);
                page.more(open.size() - MOST_ROWS);
            }
        }
        page.out().flush();
    }

    private void row(Changed changed) {
        Subject asset = changed.asset();
        page.entry(
                words.of(changed.severity()),
                SEVERITY_WIDTH,
                List.of(words.name(changed.rule()), told.verdicts(changed), words.name(asset.name())));
        page.paragraph(
                INDENT,
                String.join(
                        " ",
                        words.name(asset.type()),
                        words.name(asset.scope().branch()),
                        words.name(asset.scope().account()),
                        words.name(asset.scope().region()),
                        "(" + told.reasons(changed) + ")"),
                style::quiet);
    }
}
