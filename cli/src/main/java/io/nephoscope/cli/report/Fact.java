package io.nephoscope.cli.report;

import io.nephoscope.snapshot.Manifest;
import java.util.ArrayList;
import java.util.List;

/** One thing that a report says of its scan: of what, when, and with what. */
public record Fact(String name, String value) {
    public static List<Fact> of(ReportData data, Words words) {
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
        return facts;
    }
}
