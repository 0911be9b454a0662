package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Fact;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.Scanned;
import io.nephoscope.cli.report.html.Page.TargetRow;
import io.nephoscope.snapshot.Manifest;

/** What was asked for, when, and with what. */
final class ScannedSection {
    private ScannedSection() {}

    static Scanned of(ReportData data, Words words) {
        return new Scanned(
                Fact.of(data, words),
                data.manifest().targets().stream()
                        .map(target -> row(target, words))
                        .toList());
    }

    private static TargetRow row(Manifest.ManifestTarget target, Words words) {
        return new TargetRow(
                words.name(target.branch()),
                words.name(target.provider()),
                words.name(target.label()),
                target.regions().stream().map(words::name).toList(),
                target.recordedAt().isEmpty()
                        ? words.of(Word.LIVE)
                        : words.of(Word.RECORDED, words.time(target.recordedAt())));
    }
}
