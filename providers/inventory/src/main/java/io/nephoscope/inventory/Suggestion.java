package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Suggestion {
    /** What words of earlier versions are called now. */
    private static final Map<String, String> FORMER = Map.of("tenant", "branch", "tenants", "branches");

    private Suggestion() {}

    /** " (did you mean X?)" where one of the known names is near, and nothing otherwise. */
    public static Text didYouMean(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> Text.of(" (did you mean {0}?)", "（是否指 {0}？）", name))
                .orElse(Text.EMPTY);
    }

    /** What the name is called now, or the known name that takes the fewest edits to reach, where those are few for its length. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        Optional<String> now = Optional.ofNullable(FORMER.get(given)).filter(known::contains);
        return now.isPresent() ? now : byEdits(given, known);
    }

    private static Optional<String> byEdits(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(given, name) <= mostEdits(name))
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Two, more for long names, and never so many that nothing of a short one is left. */
    private static int mostEdits(String known) {
        return Math.min(Math.max(2, known.length() / 4), known.length() / 2);
    }

    /** How many letters to put in, leave out, replace, or swap with the next. */
    private static int distance(String given, String known) {
        String from = given.toLowerCase(Locale.ROOT);
        String to = known.toLowerCase(Locale.ROOT);
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, i, to, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, int i, String to, int j) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean isSwap =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return isSwap ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
