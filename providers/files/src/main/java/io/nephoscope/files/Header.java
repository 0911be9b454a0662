package io.nephoscope.files;

import io.nephoscope.inventory.doc.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What heads a table.
 *
 * @param names of the columns in order; empty for a column without one
 * @param mend what to do about a cell that has no column
 */
record Header(List<String> names, Text mend) {
    static Header of(List<String> cells, Text mend) {
        return new Header(
                cells.stream()
                        .map(cell -> cell.replaceAll("\\p{Cntrl}", " ").strip())
                        .toList(),
                mend);
    }

    /** @param cells texts, and what stands in place of one that cannot be read */
    void read(long line, List<Object> cells, Consumer<Item> each, Items.Lost lost) {
        Map<String, Object> values = new LinkedHashMap<>();
        Optional<Text> stray = Optional.empty();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < names.size() ? names.get(i) : "";
            Object value = cells.get(i) instanceof String text ? text.strip() : cells.get(i);
            if (!value.equals("") && column.isEmpty() && stray.isEmpty()) {
                stray = Optional.of(Text.of(
                        "cell {0} of the row, {1}, has no column in the header; {2}",
                        "该行第 {0} 个单元格 {1} 在表头中没有对应的列；{2}", i + 1, shown(value), mend));
            } else if (!value.equals("")) {
                values.put(column, value);
            }
        }
        if (stray.isPresent()) {
            lost.at(line, stray.get());
        } else if (!values.isEmpty()) {
            each.accept(new Item(line, values));
        }
    }

    private static Object shown(Object value) {
        return value instanceof Unread unread ? unread.reason() : Value.quoted(value.toString());
    }
}
