package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Opening;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.Cover;
import io.nephoscope.cli.report.html.Page.Total;

/** The head of the page. */
final class CoverSection {
    private CoverSection() {}

    static Cover of(ReportData data, Words words) {
        return new Cover(
                Opening.of(data, words),
                Words.VERDICTS.stream()
                        .map(verdict ->
                                new Total(verdict, data.tally().verdicts().of(verdict)))
                        .toList(),
                Bar.of(data.tally().verdicts(), words),
                words.name(data.toolVersion()),
                words.name(data.manifest().scanId()));
    }
}
