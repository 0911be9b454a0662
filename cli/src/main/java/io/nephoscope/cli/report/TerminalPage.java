package io.nephoscope.cli.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines on a terminal, none wider than it is. */
public record TerminalPage(PrintWriter out, Words words, Style style, int columns) {
    static final String INDENT = "  ";
    private static final String BETWEEN = " · ";

    public void blank() {
        out.println();
    }

    public void heading(Word heading) {
        blank();
        line(words.of(heading), style::strong);
    }

    /** What fits of the text. */
    public void line(String text, UnaryOperator<String> how) {
        out.println(how.apply(Columns.cut(text, columns)));
    }

    /** A line whose parts are styled and known to fit. */
    public void row(String styled) {
        out.println(styled);
    }

    public void paragraph(String indent, String text) {
        paragraph(indent, text, UnaryOperator.identity());
    }

    public void paragraph(String indent, String text, UnaryOperator<String> how) {
        Columns.wrap(text, columns - Columns.width(indent)).forEach(line -> out.println(indent + how.apply(line)));
    }

    /** A head, and beside it parts that are not broken: as many on each line as fit. */
    public void entry(String head, int width, List<String> parts) {
        String first = style.strong(Columns.left(Columns.cut(head, width), width));
        int rest = columns - INDENT.length() * 2 - width;
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            if (!line.isEmpty() && Columns.width(line + BETWEEN + part) > rest) {
                row(INDENT + first + INDENT + line);
                first = " ".repeat(width);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : BETWEEN).append(Columns.cut(part, rest));
        }
        row(INDENT + first + INDENT + line);
    }

    public void more(int more) {
        if (more > 0) {
            out.println(INDENT + style.quiet(words.of(Word.AND_MORE, more)));
        }
    }
}
