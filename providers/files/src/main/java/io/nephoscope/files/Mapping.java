package io.nephoscope.files;

import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the columns of a file that knows nothing of the standard are read.
 *
 * @param columns what each column is for, by its name in the file
 * @param values of a column of the standard, what each of the file's own texts stands for
 * @param constants what every row holds where it says nothing itself
 * @param separator of the items of a list
 * @param ignored the columns that are left out
 * @param places where in the mapping file each column of the file is named, for messages
 */
record Mapping(
        Map<String, Column> columns,
        Map<Column, Map<String, String>> values,
        Map<Column, String> constants,
        Pattern separator,
        Set<String> ignored,
        Map<String, Text> places) {
    /** A file that names its columns as the standard does. */
    static final Mapping NONE = new Mapping(Map.of(), Map.of(), Map.of(), Pattern.compile("[;；]"), Set.of(), Map.of());

    /** What a column of the file is for; empty where it is left out. */
    Optional<Column> column(String name) {
        if (ignored.contains(name)) {
            return Optional.empty();
        }
        Column mapped = columns.get(name);
        return Optional.of(mapped == null ? Column.of(name) : mapped);
    }

    /** What the file's own text stands for. */
    Object translated(Column column, Object given) {
        String meant = values.getOrDefault(column, Map.of()).get(Value.text(given));
        return meant == null ? given : meant;
    }

    /** The columns that it names. */
    List<String> named() {
        return List.copyOf(places.keySet());
    }
}
