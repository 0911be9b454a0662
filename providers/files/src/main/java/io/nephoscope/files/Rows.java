package io.nephoscope.files;

import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the rows of a file.
 *
 * @param file the file's name
 */
record Rows(String file, Header header, Shapes shapes) {
    /** An asset that a row describes. */
    record Row(Kind kind, Doc attributes) {}

    /** The row's asset; empty where it is lost, which the faults then say. A bad cell of a facet costs the facet only. */
    Optional<Row> read(long line, List<String> cells, Set<String> ids, Consumer<Fault> faults) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < header.columns().size() ? header.columns().get(i) : "";
            String text = cells.get(i).strip();
            if (column.isEmpty() && !text.isEmpty()) {
                String reason = "cell " + (i + 1) + " of the row, " + Cell.quoted(text)
                        + ", has no column in the header; quote cells that hold the delimiter";
                faults.accept(new Fault(file, line, "", reason, Optional.empty(), true));
                return Optional.empty();
            }
            if (!text.isEmpty()) {
                byColumn.put(column, text);
            }
        }
        String name = byColumn.getOrDefault(Header.CLASS, "");
        Optional<Kind> kind = Kinds.named(name);
        if (kind.isEmpty()) {
            List<String> known = Kinds.all().stream().map(Kind::name).toList();
            String reason = name.isEmpty()
                    ? "the cell is empty; write a class, as compute.vm"
                    : "there is no class " + Cell.quoted(name) + Suggestion.didYouMean(name, known);
            faults.accept(new Fault(file, line, Header.CLASS, reason, kind, true));
            return Optional.empty();
        }
        String id = byColumn.getOrDefault(Header.NATIVE_ID, "");
        if (id.isEmpty() || !ids.add(name + "\n" + byColumn.getOrDefault(Header.REGION, "") + "\n" + id)) {
            String reason = id.isEmpty()
                    ? "the cell is empty; every asset needs an id"
                    : "a row before this one has the id " + Cell.quoted(id) + " and the same class and region";
            faults.accept(new Fault(file, line, Header.NATIVE_ID, reason, kind, true));
            return Optional.empty();
        }
        return Optional.of(new Row(kind.get(), attributes(line, kind.get(), byColumn, faults)));
    }

    /** The row at which the file stops being CSV: what follows it is lost too. */
    Fault broken(long line) {
        String reason = "the quotes do not match, so that nothing from here on was read; double each quote inside a"
                + " quoted cell";
        return new Fault(file, line, "", reason, Optional.empty(), true);
    }

    private Doc attributes(long line, Kind kind, Map<String, String> byColumn, Consumer<Fault> faults) {
        Doc.Builder attributes = Doc.builder(shapes);
        Doc.Builder tags = Doc.builder(shapes);
        Doc.Builder others = Doc.builder(shapes);
        for (String column : header.columns()) {
            String text = byColumn.getOrDefault(column, "");
            String tag = Header.below(Header.TAG, column);
            String facet = Header.below(Header.FACET, column);
            if (!text.isEmpty() && Header.FIXED.contains(column)) {
                attributes.put(column, text);
            } else if (!text.isEmpty() && !tag.isEmpty()) {
                tags.put(tag, text);
            } else if (!text.isEmpty()
                    && !facet.isEmpty()
                    && kind.facets().field(facet).isEmpty()) {
                String reason = "the class " + kind + " has no facet " + facet + "; leave the cell empty";
                faults.accept(new Fault(file, line, column, reason, Optional.of(kind), false));
            } else if (!text.isEmpty() && facet.isEmpty()) {
                others.put(column, text);
            }
        }
        return attributes
                .put(Header.TAG, tags.build())
                .put(Header.FACET, facets(line, kind, byColumn, faults))
                .put(Header.COLUMNS, others.build())
                .build();
    }

    private Doc facets(long line, Kind kind, Map<String, String> byColumn, Consumer<Fault> faults) {
        Doc.Builder facets = Doc.builder(shapes);
        kind.facets().fields().forEach((facet, schema) -> {
            String column = Header.FACET + ":" + facet;
            if (!header.columns().contains(column)) {
                facets.put(facet, unknown(Status.NOT_COLLECTED, "the file has no column " + column));
            } else if (!byColumn.containsKey(column)) {
                facets.put(facet, unknown(Status.NOT_COLLECTED, file + ", line " + line + ": " + column + " is empty"));
            } else {
                facets.put(facet, facet(line, kind, column, byColumn.get(column), schema, faults));
            }
        });
        return facets.build();
    }

    private Object facet(long line, Kind kind, String column, String text, Schema schema, Consumer<Fault> faults) {
        try {
            return Cell.read(text, schema);
        } catch (IllegalArgumentException e) {
            Fault fault = new Fault(file, line, column, String.valueOf(e.getMessage()), Optional.of(kind), false);
            faults.accept(fault);
            return unknown(Status.FAILED, fault.toString());
        }
    }

    private static Unknown unknown(Status status, String message) {
        return Unknown.because(new Cause(FileType.READ.call(), status, "", message));
    }
}
