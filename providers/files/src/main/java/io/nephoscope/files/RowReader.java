package io.nephoscope.files;

import io.nephoscope.inventory.Importer;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** Reads what one file says of its assets. A value that cannot be read costs that field, and a row only where it is the row's identity. */
final class RowReader {
    private static final Column CLASS = new Column(Column.Sort.FIELD, Field.CLASS);
    private static final Column NATIVE_ID = new Column(Column.Sort.FIELD, Field.NATIVE_ID);
    private static final Column BRANCH = new Column(Column.Sort.FIELD, Field.BRANCH);
    private static final Column REGION = new Column(Column.Sort.FIELD, Field.REGION);

    private final LongFunction<Text> place;
    private final Mapping mapping;
    private final Value value;
    private final Branch branch;
    private final Instant now;
    private final Shapes shapes = new Shapes();
    private final Set<String> ids = new HashSet<>();
    /** Most rows leave the same fields out: one unknown each is enough. */
    private final Map<Text, Unknown> unsaid = new HashMap<>();

    /** What a row says in one place, with the file's own name for it. */
    private record Given(String source, Object value) {}

    /**
     * What became of a row.
     *
     * @param attributes the asset's; empty where the row is lost
     */
    record Read(
            long line,
            Optional<Kind> kind,
            String nativeId,
            Optional<Doc> attributes,
            List<Fault> faults,
            List<String> unsaid) {
        Importer.Row row() {
            boolean isWhole = faults.isEmpty() && unsaid.isEmpty();
            return new Importer.Row(
                    line,
                    attributes.isEmpty()
                            ? Importer.State.REFUSED
                            : isWhole ? Importer.State.ACCEPTED : Importer.State.GAPS,
                    kind.map(Kind::name).orElse(""),
                    nativeId,
                    faults.stream()
                            .map(fault -> new Importer.Fault(fault.column(), fault.reason()))
                            .toList(),
                    unsaid);
        }
    }

    /**
     * @param place how people find a row, by its line
     * @param now after which what a row says may have ended to hold
     */
    RowReader(LongFunction<Text> place, Mapping mapping, Branch branch, Instant now) {
        this.place = place;
        this.mapping = mapping;
        this.value = new Value(mapping.separator());
        this.branch = branch;
        this.now = now;
    }

    /** What could not be read at all. */
    Read lost(long line, Text reason) {
        Fault fault = new Fault(place.apply(line), "", reason, Optional.empty(), true);
        return new Read(line, Optional.empty(), "", Optional.empty(), List.of(fault), List.of());
    }

    Read read(Item item) {
        Row row = new Row(item.line());
        item.values().forEach((source, held) -> row.add(source, held));
        mapping.constants().forEach((column, text) -> row.given.putIfAbsent(column, List.of(new Given("", text))));
        return row.read();
    }

    /** Whether a row is told from others by it. */
    private static boolean isIdentity(Column column) {
        return column.sort() == Column.Sort.TAG
                || List.of(CLASS, NATIVE_ID, BRANCH, REGION).contains(column);
    }

    private static Unknown unknown(Status status, Text message) {
        return Unknown.because(new Cause(FileType.READ.call(), status, "", message));
    }

    /** One row while it is read. */
    private final class Row {
        private final long line;
        private final Map<Column, List<Given>> given = new LinkedHashMap<>();
        private final Map<String, Object> others = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        /** What is said in two ways, or in a cell that cannot be read, is not known. */
        private final Map<Column, Unknown> lost = new HashMap<>();

        private Optional<Kind> kind = Optional.empty();

        Row(long line) {
            this.line = line;
        }

        void add(String source, Object held) {
            mapping.column(source).ifPresent(column -> {
                List<Given> there = given.computeIfAbsent(column, key -> new ArrayList<>());
                Object value =
                        held instanceof Unread unread ? fault(source, unread.reason(), isIdentity(column)) : held;
                if (column.sort() == Column.Sort.OTHER) {
                    others.put(source, value instanceof Unknown ? value : Value.text(value));
                } else if (value instanceof Unknown unknown) {
                    lost.put(column, unknown);
                } else if (there.isEmpty() || column.isList()) {
                    there.add(new Given(source, held));
                } else {
                    lost.put(
                            column,
                            fault(
                                    source,
                                    Text.of("{0} is given twice; keep one", "{0} 给出了两次；请保留一个", column),
                                    isIdentity(column)));
                }
            });
        }

        Read read() {
            Optional<String> named = text(CLASS);
            kind = named.flatMap(Kinds::named);
            Optional<String> id = text(NATIVE_ID);
            String region = text(REGION).orElse("");
            if (faults.stream().anyMatch(Fault::isRow)) {
                return new Read(line, kind, id.orElse(""), Optional.empty(), faults, List.of());
            } else if (kind.isEmpty()) {
                Text reason = named.isEmpty()
                        ? Text.of("the cell is empty; write a class, as compute.vm", "单元格为空；请写类别，如 compute.vm")
                        : noClass(named.get());
                fault(source(CLASS), reason, true);
            } else if (id.isEmpty()) {
                fault(
                        source(NATIVE_ID),
                        Text.of("the cell is empty; every asset needs an id", "单元格为空；每个资产都需要编号"),
                        true);
            } else if (!ids.add(kind.get() + "\n" + region + "\n" + id.get())) {
                Text twin = Text.of(
                        "a row before this one has the id {0} and the same class and region",
                        "前面已有一行的编号为 {0}，且类别和区域相同", Value.quoted(id.get()));
                fault(source(NATIVE_ID), twin, true);
            }
            Optional<String> branch = faults.stream().anyMatch(Fault::isRow) ? Optional.empty() : branch();
            if (faults.stream().anyMatch(Fault::isRow)) {
                return new Read(line, kind, id.orElse(""), Optional.empty(), faults, List.of());
            }
            return whole(kind.orElseThrow(), id.orElseThrow(), branch);
        }

        private Read whole(Kind known, String id, Optional<String> branch) {
            Doc.Builder attributes = Doc.builder(shapes);
            for (Field field : Field.ALL) {
                attributes.put(field.name(), field(field));
            }
            branch.ifPresent(path -> attributes.put(Field.BRANCH, path));
            Doc.Builder columns = Doc.builder(shapes);
            others.forEach(columns::put);
            Doc whole = attributes
                    .put(Field.TAGS, tags())
                    .put(Field.FACETS, facets(known, attributes.build().get(Field.VALID_UNTIL)))
                    .put(Field.COLUMNS, columns.build())
                    .build();
            List<String> unsaid = known.facets().fields().keySet().stream()
                    .filter(facet -> Kind.COMMON.field(facet).isEmpty())
                    .filter(facet -> FileType.facet(facet, whole::get) instanceof Unknown unknown
                            && unknown.causes().get(0).outcome() == Status.NOT_SAID)
                    .map(facet -> Column.ofFacet(facet).toString())
                    .toList();
            return new Read(line, kind, id, Optional.of(whole), faults, unsaid);
        }

        /** Of a tag without a column, and of one whose cell is empty, nobody said that the asset does not have it. */
        private Object tags() {
            Doc.Builder tags = Doc.builder(shapes);
            given.forEach((column, cells) -> {
                if (column.sort() == Column.Sort.TAG) {
                    cells.forEach(
                            cell -> tags.put(column.name(), Value.text(mapping.translated(column, cell.value()))));
                }
            });
            Doc said = tags.build();
            return said.size() == 0
                    ? unsaid(Text.quoted(Field.TAGS))
                    : said.with(Doc.OTHERS, unsaid(Text.of("other tags", "其他标签")));
        }

        private Text noClass(String text) {
            try {
                Form.KIND.read(text);
                return Text.EMPTY;
            } catch (Unreadable e) {
                return e.text();
            }
        }

        /** A text by which the row is told from others. */
        private Optional<String> text(Column column) {
            return given.getOrDefault(column, List.of()).stream()
                    .findFirst()
                    .map(cell -> Value.text(mapping.translated(column, cell.value())))
                    .filter(text -> !text.isEmpty());
        }

        private String source(Column column) {
            return given.getOrDefault(column, List.of()).stream()
                    .findFirst()
                    .map(Given::source)
                    .filter(source -> !source.isEmpty())
                    .orElse(column.name());
        }

        private Optional<String> branch() {
            try {
                return text(BRANCH).map(branch::below);
            } catch (Unreadable e) {
                fault(source(BRANCH), e.text(), true);
                return Optional.empty();
            }
        }

        private Object field(Field field) {
            Column column = new Column(Column.Sort.FIELD, field.name());
            List<Given> cells = given.getOrDefault(column, List.of());
            if (lost.containsKey(column)) {
                return lost.get(column);
            } else if (cells.isEmpty()) {
                return unsaid(Text.quoted(field.name()));
            }
            List<Object> items = new ArrayList<>();
            for (Given cell : cells) {
                Object translated = mapping.translated(column, cell.value());
                List<Object> parts = field.form().isList() ? value.items(translated) : List.of(translated);
                parts.forEach(part -> items.add(item(field, column, cell.source(), part)));
            }
            return field.form().isList() ? DocList.copyOf(items) : items.get(0);
        }

        /** A bad item of a list costs that item. */
        private Object item(Field field, Column column, String source, Object part) {
            try {
                return field.form().read(Value.text(mapping.translated(column, part)));
            } catch (Unreadable e) {
                return fault(source, e.text(), false);
            }
        }

        /** The facets; of those that fields say, only that they hold no more. */
        private Doc facets(Kind known, Object until) {
            Doc.Builder facets = Doc.builder(shapes);
            FileType.facets(known).fields().forEach((facet, schema) -> {
                Column column = Column.ofFacet(facet);
                List<Given> cells = given.getOrDefault(column, List.of());
                Optional<Unknown> over = over(column, until);
                if (over.isPresent() && !cells.isEmpty() && !lost.containsKey(column)) {
                    facets.put(facet, over.get());
                } else if (column.sort() == Column.Sort.FACET) {
                    facets.put(facet, facet(column, cells, schema));
                }
            });
            given.forEach((column, cells) -> {
                if (column.sort() == Column.Sort.FACET
                        && (known.facets().field(column.name()).isEmpty() || Field.isFacet(column.name()))) {
                    Text reason = column.fault()
                            .orElseGet(() -> Text.of(
                                    "the class {0} has no facet {1}; leave the cell empty",
                                    "类别 {0} 没有 facet {1}；请将单元格留空", known, column.name()));
                    cells.forEach(cell -> facets.put(column.name(), fault(cell.source(), reason, false)));
                }
            });
            return facets.build();
        }

        /** Why what a column says may hold no more; empty where it holds. */
        private Optional<Unknown> over(Column column, Object until) {
            if (until instanceof String time && Instant.parse(time).isBefore(now)) {
                return Optional.of(unknown(
                        Status.NOT_SAID,
                        Text.of("{0}, since what it says held until {1}", "{0}（所述内容的有效期至 {1}）", column, until)));
            }
            return until instanceof Unknown unread && unread.causes().get(0).outcome() != Status.NOT_SAID
                    ? Optional.of(unread)
                    : Optional.empty();
        }

        private Object facet(Column column, List<Given> cells, Schema schema) {
            if (lost.containsKey(column)) {
                return lost.get(column);
            } else if (cells.isEmpty()) {
                return unsaid(Text.quoted(column.toString()));
            }
            try {
                Object translated = mapping.translated(column, cells.get(0).value());
                return value.read(translated, schema);
            } catch (Unreadable e) {
                return fault(cells.get(0).source(), e.text(), false);
            }
        }

        private Unknown unsaid(Text name) {
            return unsaid.computeIfAbsent(name, key -> unknown(Status.NOT_SAID, key));
        }

        /** Keeps a fault; the answer is the field that it leaves behind. */
        private Unknown fault(String source, Text reason, boolean isRow) {
            Fault fault = new Fault(place.apply(line), source, reason, kind, isRow);
            faults.add(fault);
            return unknown(Status.FAILED, fault.text());
        }
    }
}
