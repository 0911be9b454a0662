package io.nephoscope.cli.report.sheet;

import io.nephoscope.inventory.doc.Text;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param heading in English as programs know it
 * @param cell what a row says in it: a text, or a whole number as {@link Long}
 */
public record Column<T>(Text heading, Function<T, Object> cell) {
    public static <T> Column<T> text(Heading heading, Function<T, String> cell) {
        return new Column<>(heading.text(), cell::apply);
    }

    public static <T> Column<T> number(Heading heading, Function<T, Long> cell) {
        return number(heading.text(), cell);
    }

    public static <T> Column<T> number(Text heading, Function<T, Long> cell) {
        return new Column<>(heading, cell::apply);
    }
}
