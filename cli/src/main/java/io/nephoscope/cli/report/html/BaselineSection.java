package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Shrinkage;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.FewerRow;
import io.nephoscope.cli.report.html.Page.LostRow;
import io.nephoscope.cli.report.html.Page.Since;

/** What was seen in a baseline and is not seen now. */
final class BaselineSection {
    private static final int MOST_ROWS = 200;

    private BaselineSection() {}

    static Since of(Shrinkage since, Lines lines) {
        Words words = lines.words();
        EvenRows<LostRow> lost = EvenRows.of(
                MOST_ROWS,
                "",
                since.lost(),
                it -> it.account().branchOrId(),
                it -> new LostRow(
                        lines.place(it.account()),
                        lines.region(it.region()),
                        lines.type(it.type()),
                        words.list(it.now().stream().map(words::of).toList()),
                        it.assets()));
        EvenRows<FewerRow> fewer = EvenRows.of(
                MOST_ROWS,
                "",
                since.fewer(),
                it -> it.account().branchOrId(),
                it -> new FewerRow(lines.place(it.account()), lines.type(it.type()), it.before(), it.now()));
        return new Since(
                words.of(Word.SINCE, words.time(since.startedAt())),
                since.maxDrop(),
                lost.rows(),
                lost.leftOut(),
                fewer.rows(),
                fewer.leftOut());
    }
}
