package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.Page.Fact;
import io.nephoscope.cli.report.html.Page.Scanned;
import io.nephoscope.cli.report.html.Page.TargetRow;
import io.nephoscope.snapshot.Manifest;
import java.util.ArrayList;
import java.util.List;

/** What was asked for, when, and with what. */
final class ScannedSection {
    private ScannedSection() {}

    static Scanned of(ReportData data, Words words) {
        Manifest manifest = data.manifest();
        List<Fact> facts = new ArrayList<>();
        if (!manifest.organisation().isEmpty()) {
            facts.add(new Fact(words.of(Word.ORGANISATION), words.name(manifest.organisation())));
        }
        facts.add(new Fact(words.of(Word.STARTED), words.time(manifest.startedAt())));
        manifest.resumedAt().forEach(at -> facts.add(new Fact(words.of(Word.RESUMED), words.time(at))));
        facts.add(new Fact(
                words.of(Word.FINISHED),
                manifest.finishedAt().isEmpty() ? words.of(Word.NOT_FINISHED) : words.time(manifest.finishedAt())));
        facts.add(new Fact(words.of(Word.SCAN_ID), words.name(manifest.scanId())));
        facts.add(new Fact(words.of(Word.COLLECTED_WITH), "Nephoscope " + words.name(manifest.toolVersion())));
        facts.add(new Fact(words.of(Word.REPORTED_WITH), "Nephoscope " + words.name(data.toolVersion())));
        return new Scanned(
                facts,
                manifest.targets().stream().map(target -> row(target, words)).toList());
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
