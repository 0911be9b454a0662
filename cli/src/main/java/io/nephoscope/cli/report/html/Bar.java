package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.Words;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts as a bar.
 *
 * @param parts in the order of {@link Words#VERDICTS}, together 100 percent; none where there is nothing to show
 * @param spoken the same in words, for those who do not see it
 */
public record Bar(List<Part> parts, String spoken) {
    private static final List<Verdict> SHOWN =
            Words.VERDICTS.stream().filter(it -> it != Verdict.NOT_APPLICABLE).toList();

    public Bar {
        parts = List.copyOf(parts);
    }

    /** A part of at least one percent: what is there can be seen. */
    public record Part(Verdict verdict, int percent) {}

    static Bar of(Counts counts, Words words) {
        String spoken = SHOWN.stream()
                .map(verdict -> words.of(verdict) + " " + words.number(counts.of(verdict)))
                .collect(Collectors.joining(", "));
        return new Bar(parts(counts), spoken);
    }

    private static List<Part> parts(Counts counts) {
        List<Verdict> present =
                SHOWN.stream().filter(verdict -> counts.of(verdict) > 0).toList();
        long total = present.stream().mapToLong(counts::of).sum();
        List<Part> parts = new ArrayList<>();
        for (Verdict verdict : present) {
            parts.add(new Part(verdict, Math.max(1, Math.round(counts.of(verdict) * 100f / total))));
        }
        int sum = parts.stream().mapToInt(Part::percent).sum();
        if (sum != 100 && !parts.isEmpty()) {
            Part widest =
                    parts.stream().max(Comparator.comparingInt(Part::percent)).get();
            parts.set(parts.indexOf(widest), new Part(widest.verdict(), widest.percent() + 100 - sum));
        }
        return parts;
    }
}
