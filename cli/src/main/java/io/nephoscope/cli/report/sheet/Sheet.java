package io.nephoscope.cli.report.sheet;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table, whatever it is written as.
 *
 * @param rows a walk that hands on each row, the same ones in the same order whenever it is made
 */
public record Sheet<T>(List<Column<T>> columns, Consumer<Consumer<T>> rows) {
    public Sheet {
        columns = List.copyOf(columns);
    }

    /** Hands on each row as its cells: texts and whole numbers. */
    public void cells(Consumer<List<Object>> each) {
        rows.accept(row -> each.accept(
                columns.stream().map(column -> column.cell().apply(row)).toList()));
    }
}
