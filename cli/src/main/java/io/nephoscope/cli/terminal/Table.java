package io.nephoscope.cli.terminal;

import io.nephoscope.cli.report.Columns;
import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns that stand straight, wide characters among them. What would steer the terminal is shown as its escape, and no cell is
 * without end, since every row is as wide as the widest.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int LONGEST_CELL = 240;

    private final List<List<String>> rows = new ArrayList<>();

    private final Words words;

    /** With its heading. */
    public Table(Language language, List<Text> heading) {
        this.words = new Words(language);
        add(heading.stream().map(name -> name.in(language)).toArray(String[]::new));
    }

    public void add(String... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> Escaped.line(cell, LONGEST_CELL, more -> words.of(Word.MORE_CHARACTERS, more)))
                .toList());
    }

    public void print(PrintStream out) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : GAP).append(Columns.left(row.get(i), widths[i]));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
