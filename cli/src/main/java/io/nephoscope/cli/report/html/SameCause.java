package io.nephoscope.cli.report.html;

import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.html.Page.CauseLine;
import io.nephoscope.cli.report.html.Page.UndecidedCause;
import io.nephoscope.rules.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Undecided findings of one rule that lack the same: a few by name, the others counted. */
final class SameCause {
    private static final int MOST_NAMED = 12;
    private static final int MOST_UNLISTED = 200;

    private final List<CauseLine> causes;
    private final Lines lines;
    private final EvenRows<String> assets;
    private final Map<Unlisted, NavigableSet<String>> unlisted = new LinkedHashMap<>();

    /** What may be there, in one account. */
    private record Unlisted(String type, String branch, String account) {}

    SameCause(String rule, List<CauseLine> causes, Lines lines) {
        this.causes = causes;
        this.lines = lines;
        this.assets = new EvenRows<>(MOST_NAMED, rule);
    }

    void add(Finding.Subject asset) {
        if (asset.isUnlisted()) {
            unlisted.computeIfAbsent(
                            new Unlisted(
                                    asset.type(),
                                    SeenAccount.of(asset).branchOrId(),
                                    asset.scope().account()),
                            key -> new TreeSet<>())
                    .add(asset.scope().region());
        } else {
            assets.add(SeenAccount.of(asset).branchOrId(), () -> lines.inShort(asset));
        }
    }

    UndecidedCause row() {
        EvenRows<Unlisted> places =
                EvenRows.of(MOST_UNLISTED, "", List.copyOf(unlisted.keySet()), Unlisted::branch, it -> it);
        long all = unlisted.values().stream().mapToLong(NavigableSet::size).sum();
        long shown = places.rows().stream().mapToLong(it -> regions(it).size()).sum();
        return new UndecidedCause(
                causes,
                all + assets.offered(),
                places.rows().stream().map(this::text).toList(),
                assets.rows(),
                all - shown + assets.leftOut());
    }

    private NavigableSet<String> regions(Unlisted there) {
        return unlisted.getOrDefault(there, new TreeSet<>());
    }

    private String text(Unlisted there) {
        List<String> regions = regions(there).stream().map(lines::region).toList();
        return lines.words()
                .of(
                        Word.ANYTHING_THERE,
                        lines.type(there.type()),
                        lines.words().name(there.account()),
                        lines.words().list(regions));
    }
}
