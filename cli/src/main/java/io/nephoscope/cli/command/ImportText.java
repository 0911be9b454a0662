package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Visible;
import io.nephoscope.inventory.Importer;
import io.nephoscope.inventory.Importer.State;
import java.io.PrintStream;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a file, for people: what was lost row by row, what was left unsaid by class, and the count.
 *
 * @param every whether the rows of which nothing was lost are named too
 */
record ImportText(PrintStream out, boolean every) {
    private static final int LONGEST = 400;

    void print(Importer.Check check) {
        check.notes().forEach(note -> line(note.en()));
        check.rows().forEach(this::lost);
        SortedMap<String, SortedMap<String, Integer>> unsaid = new TreeMap<>();
        SortedMap<String, Integer> rows = new TreeMap<>();
        for (Importer.Row row : check.rows()) {
            if (row.state() != State.REFUSED) {
                rows.merge(row.kind(), 1, Integer::sum);
                row.unsaid()
                        .forEach(facet -> unsaid.computeIfAbsent(row.kind(), key -> new TreeMap<>())
                                .merge(facet, 1, Integer::sum));
            }
        }
        unsaid.forEach((kind, facets) ->
                facets.forEach((facet, count) -> line(kind + ": " + count + " of " + rows.getOrDefault(kind, 0)
                        + " do not say facet:" + facet + ", so that rules on it are UNKNOWN there.")));
        line(check.rows().size() + " rows: " + check.count(State.ACCEPTED) + " accepted, " + check.count(State.GAPS)
                + " accepted with gaps, " + check.count(State.REFUSED) + " refused.");
    }

    private void lost(Importer.Row row) {
        String what = row.state() == State.REFUSED ? "refused" : "accepted with a gap";
        for (Importer.Fault fault : row.lost()) {
            String column = fault.column().isEmpty() ? "" : ", column " + fault.column();
            line(place(row) + column + ": " + what + ": " + fault.reason().en() + ".");
        }
        if (every && row.lost().isEmpty()) {
            line(place(row) + ": accepted"
                    + (row.unsaid().isEmpty() ? "" : ", without " + String.join(", ", row.unsaid())) + ".");
        }
    }

    private static String place(Importer.Row row) {
        return "line " + row.line()
                + (row.nativeId().isEmpty() ? "" : ", " + (row.kind() + " " + row.nativeId()).strip());
    }

    private void line(String text) {
        out.println(Visible.line(text, LONGEST, more -> "… (" + more + " more characters)"));
    }
}
