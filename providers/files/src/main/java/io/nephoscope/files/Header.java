package io.nephoscope.files;

import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a file, in order. */
record Header(List<String> columns) {
    static final String CLASS = "class";
    static final String NATIVE_ID = "native_id";
    static final String NAME = "name";
    static final String REGION = "region";
    /** The columns with a meaning, which are attributes of the same name. */
    static final List<String> FIXED = List.of(CLASS, NATIVE_ID, NAME, "address", "owner", "branch", REGION, "account");
    /** The attribute that holds the tags, and the prefix of their columns. */
    static final String TAG = "tag";
    /** The attribute that holds the facets, and the prefix of their columns. */
    static final String FACET = "facet";
    /** The attribute that holds every other column. */
    static final String COLUMNS = "columns";

    Header {
        columns = List.copyOf(columns);
    }

    /** @throws TargetException where the header lacks a column, has one twice, or one for a facet that no kind has */
    static Header of(String file, List<String> cells) throws TargetException {
        List<String> columns = new ArrayList<>();
        for (String cell : cells) {
            columns.add(named(cell.replaceAll("\\p{Cntrl}", " ").strip()));
        }
        for (String required : List.of(CLASS, NATIVE_ID)) {
            if (!columns.contains(required)) {
                throw new TargetException(file + ", line 1: the header has no column " + required
                        + nearest(required, columns) + "; the first line must name the columns.");
            }
        }
        Set<String> seen = new HashSet<>();
        Set<String> facets = facets();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw new TargetException(file + ", line 1: the column " + column + " stands here twice; keep one.");
            }
            String facet = below(FACET, column);
            if (!facet.isEmpty() && !facets.contains(facet)) {
                throw new TargetException(file + ", line 1, column " + column + ": no class has a facet " + facet
                        + Suggestion.didYouMean(facet, facets) + ".");
            }
        }
        return new Header(columns);
    }

    private static String named(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return FIXED.contains(lower) ? lower : cell;
    }

    private static String nearest(String required, List<String> columns) {
        return columns.stream()
                .filter(column -> !FIXED.contains(column)
                        && Suggestion.nearest(column, List.of(required)).isPresent())
                .findFirst()
                .map(column -> " (is it " + column + "?)")
                .orElse("");
    }

    private static Set<String> facets() {
        Set<String> names = new TreeSet<>();
        Kinds.all().forEach(kind -> names.addAll(kind.facets().fields().keySet()));
        return names;
    }

    /** What follows the prefix and a colon; empty for a column without them. */
    static String below(String prefix, String column) {
        return column.startsWith(prefix + ":")
                ? column.substring(prefix.length() + 1).strip()
                : "";
    }
}
