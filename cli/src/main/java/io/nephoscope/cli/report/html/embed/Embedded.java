package io.nephoscope.cli.report.html.embed;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.JudgedAsset;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Every finding and every asset, as the page carries them. Written in one walk over both, which go by the same order: what a panel alone shows
 * streams into the page, and what tables, filters and the search need is kept packed until the end.
 */
public final class Embedded implements Content {
    private final ReportData data;
    private final Words words;

    public Embedded(ReportData data, Words words) {
        this.data = data;
        this.words = words;
    }

    /** A text of the table, where the page itself shows it. */
    public String of(Phrase phrase) {
        return phrase.in(words.language());
    }

    @Override
    public void writeTo(TemplateOutput page) {
        try {
            new Walk(page).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one walk. */
    private final class Walk {
        private final TemplateOutput page;
        private final Shared shared = new Shared(data);
        private final AssetColumns assets = new AssetColumns(shared);
        private final FindingColumns findings = new FindingColumns(shared, words.language());
        private final Details details;
        private final FindingRows rows = FindingRows.of(data);
        /** Assets of the snapshot that the walk has not come to. */
        private final Deque<String> ahead = new ArrayDeque<>(data.snapshot().uids());

        private Optional<JudgedAsset> at = Optional.empty();
        private int judgements;

        Walk(TemplateOutput page) throws IOException {
            this.page = page;
            this.details = new Details(page, shared, data.snapshot(), words);
        }

        void write() throws IOException {
            rows.forEach(IoConsumer.unchecked(this::add));
            while (!ahead.isEmpty()) {
                begin(rows.asset(ahead.removeFirst()));
            }
            leave();
            details.end();
            assets.end(page);
            findings.end(page);
            shared.end(page, words);
        }

        private void add(FindingRow row) throws IOException {
            String uid = row.asset().subject().uid();
            if (at.filter(it -> it.subject().uid().equals(uid)).isEmpty()) {
                while (!ahead.isEmpty() && ahead.getFirst().compareTo(uid) < 0) {
                    begin(rows.asset(ahead.removeFirst()));
                }
                if (row.asset().read().isPresent()) {
                    ahead.removeFirst();
                }
                begin(row.asset());
            }
            judgements++;
            findings.add(row.finding());
            details.add(row.finding());
        }

        private void begin(JudgedAsset asset) throws IOException {
            leave();
            assets.add(asset);
            details.begin(asset.read());
            at = Optional.of(asset);
        }

        private void leave() throws IOException {
            if (at.isPresent()) {
                assets.judged(judgements);
                details.endAsset();
                judgements = 0;
            }
        }
    }
}
