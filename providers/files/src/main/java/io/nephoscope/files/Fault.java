package io.nephoscope.files;

import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.doc.Text;
import java.util.Optional;

/**
 * What could not be read.
 *
 * @param file the file's name
 * @param line from 1
 * @param column the column's name; empty where the row as a whole is at fault
 * @param reason one clause that says what is wrong and what would mend it
 * @param kind the kind of the asset that the row describes; empty where even that is not known
 * @param isRow whether the whole row was lost, and not a cell of it
 */
record Fault(String file, long line, String column, Text reason, Optional<Kind> kind, boolean isRow) {
    /** Whether an asset of this kind may be what was lost. */
    boolean mayConcern(Kind other) {
        return kind.isEmpty() || kind.get().equals(other);
    }

    /** One line that a terminal can show: cells may hold anything. */
    Text text() {
        Text place = column.isEmpty()
                ? Text.of("{0}, line {1}", "{0} 第 {1} 行", file, line)
                : Text.of("{0}, line {1}, column {2}", "{0} 第 {1} 行 {2} 列", file, line, column);
        return Text.of("{0}: {1}", "{0}：{1}", place, reason).map(words -> words.replaceAll("\\p{Cntrl}", "?"));
    }
}
