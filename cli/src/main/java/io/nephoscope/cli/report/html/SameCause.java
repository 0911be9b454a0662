package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.html.Page.CauseLine;
import io.nephoscope.cli.report.html.Page.UndecidedCause;
import io.nephoscope.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Undecided findings of one rule that lack the same: the first few by name, the others counted. */
final class SameCause {
    private static final int MOST_NAMED = 12;
    private static final int MOST_UNLISTED = 200;

    private final List<CauseLine> causes;
    private final Lines lines;
    private final List<String> assets = new ArrayList<>();
    private final Map<Unlisted, Set<String>> unlisted = new LinkedHashMap<>();
    private long count;
    private long named;

    /** What may be there, in one account. */
    private record Unlisted(String type, String account) {}

    SameCause(List<CauseLine> causes, Lines lines) {
        this.causes = causes;
        this.lines = lines;
    }

    void add(Finding.Subject asset) {
        count++;
        if (asset.isUnlisted() && unlisted.size() < MOST_UNLISTED) {
            unlisted.computeIfAbsent(new Unlisted(asset.type(), asset.scope().account()), key -> new TreeSet<>())
                    .add(lines.region(asset.scope().region()));
            named++;
        } else if (!asset.isUnlisted() && assets.size() < MOST_NAMED) {
            assets.add(lines.inShort(asset));
            named++;
        }
    }

    UndecidedCause row() {
        List<String> places = unlisted.entrySet().stream()
                .map(entry -> lines.words()
                        .of(
                                Word.ANYTHING_THERE,
                                lines.type(entry.getKey().type()),
                                lines.words().name(entry.getKey().account()),
                                lines.words().list(List.copyOf(entry.getValue()))))
                .toList();
        return new UndecidedCause(causes, count, places, assets, count - named);
    }
}
