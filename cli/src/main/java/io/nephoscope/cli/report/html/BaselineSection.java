package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Account;
import io.nephoscope.cli.report.Shrinkage;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.FewerRow;
import io.nephoscope.cli.report.html.Page.LostRow;
import io.nephoscope.cli.report.html.Page.Place;
import io.nephoscope.cli.report.html.Page.Since;

/** What was seen in a baseline and is not seen now. */
final class BaselineSection {
    private static final int MOST_ROWS = 200;

    private BaselineSection() {}

    static Since of(Shrinkage since, Lines lines) {
        Words words = lines.words();
        return new Since(
                words.of(Word.SINCE, words.time(since.startedAt())),
                since.maxDrop(),
                since.lost().stream()
                        .limit(MOST_ROWS)
                        .map(lost -> new LostRow(
                                place(lost.account(), lines),
                                lines.region(lost.region()),
                                lines.type(lost.type()),
                                words.list(lost.now().stream().map(words::of).toList()),
                                lost.assets()))
                        .toList(),
                Math.max(0, since.lost().size() - MOST_ROWS),
                since.fewer().stream()
                        .limit(MOST_ROWS)
                        .map(fewer -> new FewerRow(
                                place(fewer.account(), lines), lines.type(fewer.type()), fewer.before(), fewer.now()))
                        .toList(),
                Math.max(0, since.fewer().size() - MOST_ROWS));
    }

    private static Place place(Account account, Lines lines) {
        return lines.place(account.provider(), account.tenant(), account.id());
    }
}
