package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How people bring in assets that no cloud lists: what a file of them looks like, and a check of one before a scan takes it. Found
 * with {@link java.util.ServiceLoader}.
 */
public interface Importer {
    /** The fields of an asset, in order. */
    List<Described> fields();

    /** The first line of a table of assets, with every column. */
    String header();

    /** The JSON Schema of one asset, as in a line of NDJSON. */
    String schema();

    /**
     * Reads a file as a scan would, and says of each row what became of it.
     *
     * @param mapping a file that says which of its columns mean what
     * @param encoding in which the file is written, as {@code GB18030}; empty to find out
     * @param sheet of a workbook, which to read; empty for the first
     * @throws TargetException where the file or the mapping cannot be used at all
     */
    Check check(Path file, Optional<Path> mapping, Optional<String> encoding, Optional<String> sheet)
            throws TargetException;

    /**
     * What became of a file.
     *
     * @param notes what concerns the file as a whole
     */
    record Check(List<Row> rows, List<Text> notes) {
        public Check {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }

        public long count(State state) {
            return rows.stream().filter(row -> row.state() == state).count();
        }

        /** Whether everything that the file says came in. */
        public boolean isWhole() {
            return rows.stream().allMatch(row -> row.lost().isEmpty());
        }
    }

    /** What became of a row. */
    enum State {
        /** It came in, and it says everything that rules may ask of its class. */
        ACCEPTED,
        /** It came in; what it does not say, or what could not be read of it, is unknown. */
        GAPS,
        /** It did not come in. */
        REFUSED
    }

    /**
     * One row of a file.
     *
     * @param line where it begins, from 1
     * @param kind the class, as far as it is known; else empty
     * @param nativeId the id, as far as it is known; else empty
     * @param lost what it says and could not be read, each with its place and a mend
     * @param unsaid the columns of those facets of its class of which it says nothing, as {@code facet:encrypted}
     */
    record Row(long line, State state, String kind, String nativeId, List<Fault> lost, List<String> unsaid) {
        public Row {
            lost = List.copyOf(lost);
            unsaid = List.copyOf(unsaid);
        }
    }

    /**
     * What could not be read.
     *
     * @param column by the file's own name; empty where the row as a whole is at fault
     * @param reason one clause that says what is wrong, and what would mend it
     */
    record Fault(String column, Text reason) {}

    /**
     * A field of an asset.
     *
     * @param form what it may hold, in a word or three
     * @param aliases other names for it
     * @param means what it means
     */
    record Described(String name, Text form, boolean required, List<String> aliases, Text means) {
        public Described {
            aliases = List.copyOf(aliases);
        }
    }
}
