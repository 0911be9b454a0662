package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** " (did you mean X?)" where one of the known names is near, and nothing otherwise. */
    public static Text didYouMean(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> Text.of(" (did you mean {0}?)", "（是否指 {0}？）", name))
                .orElse(Text.EMPTY);
    }

    /** The known name that takes the fewest edits to reach, where those are few for its length. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(given, name) <= mostEdits(name))
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Two, more for long names, and never so many that nothing of a short one is left. */
    private static int mostEdits(String known) {
        return Math.min(Math.max(2, known.length() / 4), known.length() / 2);
    }

    private static int distance(String given, String known) {
        String from = given.toLowerCase(Locale.ROOT);
        String to = known.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
