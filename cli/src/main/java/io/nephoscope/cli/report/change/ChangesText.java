package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.Style;
import io.nephoscope.cli.report.TerminalPage;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.rules.Finding.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comparison for a terminal: what became of what was open, the worst first. */
public final class ChangesText {
    private static final int MOST_ROWS = 20;
    private static final int SEVERITY_WIDTH = 8;
    private static final String INDENT = " ".repeat(SEVERITY_WIDTH + 4);

    private final TerminalPage page;
    private final Words words;
    private final Style style;

    public ChangesText(TerminalPage page) {
        this.page = page;
        this.words = page.words();
        this.style = page.style();
    }

    public void write(Comparison comparison) {
        page.line(
                words.of(
                        Word.COMPARED,
                        words.time(comparison.before().scan().startedAt()),
                        words.time(comparison.now().scan().startedAt())),
                style::strong);
        page.paragraph("", totals(comparison));
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

    private String totals(Comparison comparison) {
        List<String> totals = new ArrayList<>(Arrays.stream(Change.values())
                .map(change -> words.name(change.text()) + " "
                        + words.number(comparison.of(change).size()))
                .toList());
        totals.add(words.of(Word.UNCHANGED, comparison.unchanged()));
        totals.add(words.of(Word.APPEARED, comparison.appeared()));
        return String.join(" · ", totals);
    }

    private void row(Changed changed) {
        Subject asset = changed.asset();
        page.entry(
                words.of(changed.severity()),
                SEVERITY_WIDTH,
                List.of(words.name(changed.rule()), verdicts(changed), words.name(asset.name())));
        page.paragraph(
                INDENT,
                String.join(
                        " ",
                        words.name(asset.type()),
                        words.name(asset.scope().branch()),
                        words.name(asset.scope().account()),
                        words.name(asset.scope().region()),
                        "(" + reasons(changed) + ")"),
                style::quiet);
    }

    private String reasons(Changed changed) {
        return changed.reasons().stream()
                .map(reason -> words.name(reason.text()))
                .sorted()
                .collect(Collectors.joining(words.of(Word.LIST_SEPARATOR)));
    }

    private String verdicts(Changed changed) {
        return verdict(changed.before()) + " → " + verdict(changed.now());
    }

    private String verdict(Optional<Result> result) {
        return result.map(
                        it -> words.of(it.verdict()) + (it.isWaived() ? " (" + words.of(Word.WAIVED_SHORT) + ")" : ""))
                .orElse("–");
    }
}
