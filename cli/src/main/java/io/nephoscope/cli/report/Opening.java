package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.snapshot.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report says first.
 *
 * @param title the organisation, where there is one
 * @param extent how much was scanned and when, in one line
 * @param complete whether nothing is missing
 * @param headline the same in words
 * @param completeness what is missing, in sentences
 * @param replayed a sentence for each target that was not read live
 */
public record Opening(
        String title, String extent, boolean complete, String headline, String completeness, List<String> replayed) {

    private static final int MOST_REPLAYED = 5;

    public static Opening of(ReportData data, Words words) {
        Manifest manifest = data.manifest();
        Completeness completeness = data.completeness();
        boolean isShrunk = data.shrinkage().filter(Shrinkage::isShrunk).isPresent();
        List<String> sentences = new ArrayList<>();
        if (!data.snapshot().branch().isEmpty()) {
            sentences.add(words.of(Word.WITHIN, words.name(data.snapshot().branch())));
        }
        if (!completeness.isWhole() || !isShrunk) {
            sentences.add(completeness.inSentences(words));
        }
        data.shrinkage().ifPresent(since -> sentences.addAll(since.inSentences(words)));
        String organisation = words.name(manifest.organisation());
        return new Opening(
                organisation.isBlank() ? words.of(Word.REPORT) : organisation,
                extent(data, words),
                completeness.isWhole() && !isShrunk,
                words.of(completeness.isWhole() && isShrunk ? Word.SHRUNK : completeness.headline()),
                words.sentences(sentences),
                replayed(manifest, words));
    }

    private static List<String> replayed(Manifest manifest, Words words) {
        List<String> sentences = manifest.targets().stream()
                .filter(target -> !target.recordedAt().isEmpty())
                .map(target -> words.of(Word.REPLAYED, words.name(target.label()), words.time(target.recordedAt())))
                .toList();
        if (sentences.size() <= MOST_REPLAYED) {
            return sentences;
        }
        List<String> first = new ArrayList<>(sentences.subList(0, MOST_REPLAYED));
        first.add(words.of(Word.AND_MORE, sentences.size() - MOST_REPLAYED));
        return first;
    }

    private static String extent(ReportData data, Words words) {
        List<Unit> units = data.snapshot().units();
        long accounts = units.stream()
                .map(unit -> List.of(unit.provider(), unit.scope().account()))
                .distinct()
                .count();
        long regions = units.stream()
                .flatMap(unit -> data
                        .snapshot()
                        .regions(unit.provider(), unit.scope().account())
                        .stream()
                        .map(region -> List.of(unit.provider(), region)))
                .distinct()
                .count();
        return String.join(
                " · ",
                words.of(Word.ACCOUNTS, accounts),
                words.of(Word.REGIONS, regions),
                words.of(Word.ASSETS, data.snapshot().size()),
                words.of(Word.RULES, data.rules().size()),
                words.time(data.manifest().startedAt()));
    }
}
