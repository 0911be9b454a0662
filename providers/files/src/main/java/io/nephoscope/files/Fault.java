package io.nephoscope.files;

import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.doc.Text;
import java.util.Optional;

/**
 * What could not be read.
 *
 * @param row where people find it
 * @param column the column's name; empty where the row as a whole is at fault
 * @param reason one clause that says what is wrong and what would mend it
 * @param kind the kind of the asset that the row describes; empty where even that is not known
 * @param isRow whether the whole row was lost, and not a cell of it
 */
record Fault(Text row, String column, Text reason, Optional<Kind> kind, boolean isRow) {
    /** Whether an asset of this kind may be what was lost. */
    boolean mayConcern(Kind other) {
        return kind.isEmpty() || kind.get().equals(other);
    }

    /** One line that a terminal can show: cells may hold anything. */
    Text text() {
        Text place = column.isEmpty() ? row : Text.of("{0}, column {1}", "{0} {1} 列", row, column);
        return Text.of("{0}: {1}", "{0}：{1}", place, reason).map(words -> words.replaceAll("\\p{Cntrl}", "?"));
    }
}
