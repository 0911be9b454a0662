package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import java.util.List;

/**
 * A table in Markdown under a heading.
 *
 * @param most how many characters it may have
 */
public record MarkdownTable(Words words, int most) {
    /**
     * As many rows as there is room for, and how many more there are.
     *
     * @param rows of cells that are Markdown already
     * @param all how many rows there are in all
     */
    public String of(String heading, List<String> columns, List<List<String>> rows, long all) {
        StringBuilder table = new StringBuilder("### ")
                .append(heading)
                .append("\n\n")
                .append(row(columns))
                .append("|")
                .append("---|".repeat(columns.size()))
                .append("\n");
        int shown = 0;
        for (List<String> cells : rows) {
            String row = row(cells);
            if (table.length() + row.length() > most) {
                break;
            }
            table.append(row);
            shown++;
        }
        if (all > shown) {
            table.append("\n").append(words.of(Word.MORE_ROWS, all - shown)).append("\n");
        }
        return table.append("\n").toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
