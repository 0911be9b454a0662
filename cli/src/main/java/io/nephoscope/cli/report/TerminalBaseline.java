package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.TerminalPage.INDENT;

import io.nephoscope.collect.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What was seen in a baseline and is not seen now. */
final class TerminalBaseline {
    private static final int MOST_ROWS = 5;

    private final TerminalPage page;
    private final Words words;

    TerminalBaseline(TerminalPage page) {
        this.page = page;
        this.words = page.words();
    }

    void write(Shrinkage since) {
        page.blank();
        page.line(words.of(Word.SINCE, words.time(since.startedAt())), page.style()::strong);
        if (!since.isShrunk()) {
            page.paragraph(INDENT, words.of(Word.SINCE_NOTHING));
        }
        rows(Word.LOST, since.lost().stream().map(this::row).toList());
        rows(Word.FEWER, since.fewer().stream().map(this::row).toList());
    }

    private String row(Shrinkage.Lost lost) {
        List<String> parts = new ArrayList<>(List.of(words.name(lost.account().id())));
        if (!lost.region().equals(Unit.ALL)) {
            parts.add(words.name(lost.region()));
        }
        if (!lost.type().equals(Unit.ALL)) {
            parts.add(words.name(lost.type()));
        }
        parts.add(words.list(lost.now().stream().map(words::of).toList()));
        parts.add(words.of(Word.ASSETS, lost.assets()));
        return String.join(INDENT, parts);
    }

    private String row(Shrinkage.Fewer fewer) {
        return String.join(
                INDENT,
                words.name(fewer.account().id()),
                words.name(fewer.type()),
                words.number(fewer.before()) + " → " + words.number(fewer.now()));
    }

    private void rows(Word heading, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.paragraph(INDENT, words.of(heading) + words.of(Word.COLON));
        rows.stream().limit(MOST_ROWS).forEach(row -> page.line(INDENT + INDENT + row, UnaryOperator.identity()));
        page.more(rows.size() - MOST_ROWS);
    }
}
