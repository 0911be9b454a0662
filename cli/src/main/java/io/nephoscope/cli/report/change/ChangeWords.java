package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comparison in the words of its readers. */
record ChangeWords(Words words) {
    String title(Comparison comparison) {
        return words.of(
                Word.COMPARED,
                words.time(comparison.before().scan().startedAt()),
                words.time(comparison.now().scan().startedAt()));
    }

    String totals(Comparison comparison) {
        List<String> totals = new ArrayList<>(Arrays.stream(Change.values())
                .map(change -> words.name(change.text()) + " "
                        + words.number(comparison.of(change).size()))
                .toList());
        totals.add(words.of(Word.UNCHANGED, comparison.unchanged()));
        totals.add(words.of(Word.APPEARED, comparison.appeared()));
        return String.join(" · ", totals);
    }

    String reasons(Changed changed) {
        return changed.reasons().stream()
                .map(reason -> words.name(reason.text()))
                .sorted()
                .collect(Collectors.joining(words.of(Word.LIST_SEPARATOR)));
    }

    /** As {@code PASS → FAIL}. */
    String verdicts(Changed changed) {
        return verdict(changed.before()) + " → " + verdict(changed.now());
    }

    private String verdict(Optional<Result> result) {
        return result.map(
                        it -> words.of(it.verdict()) + (it.isWaived() ? " (" + words.of(Word.WAIVED_SHORT) + ")" : ""))
                .orElse("–");
    }
}
