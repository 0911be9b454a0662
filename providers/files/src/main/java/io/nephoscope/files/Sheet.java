package io.nephoscope.files;

import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Importer;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The assets of a file by kind, and what of it could not be read. */
final class Sheet {
    private static final Set<String> TABLES = Set.of("csv", "tsv", "txt");
    private static final Set<String> LINES = Set.of("ndjson", "jsonl");

    private final Map<Kind, List<Doc>> rows = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private int total;

    private Sheet() {}

    /**
     * A file and how to read it.
     *
     * @param encoding in which it is written; empty to find out
     * @param sheet which of a workbook; empty for the first
     * @param branch to which it belongs
     * @param now after which what it says may have ended to hold
     */
    record Source(
            Path file,
            Mapping mapping,
            Optional<String> encoding,
            Optional<String> sheet,
            Branch branch,
            Instant now) {}

    /**
     * @param each told what became of each row
     * @throws TargetException where the file cannot be read at all, or has no header
     */
    static Sheet read(Source source, Consumer<Importer.Row> each) throws TargetException {
        FileText.require(source.file());
        Sheet sheet = new Sheet();
        Items items = XlsxFile.isOne(source.file()) ? sheet.workbook(source) : sheet.text(source);
        String name = String.valueOf(source.file().getFileName());
        RowReader reader =
                new RowReader(line -> items.place(name, line), source.mapping(), source.branch(), source.now());
        Consumer<RowReader.Read> take = read -> {
            sheet.add(read);
            each.accept(read.row());
        };
        items.read(item -> take.accept(reader.read(item)), (line, reason) -> take.accept(reader.lost(line, reason)));
        return sheet;
    }

    private void add(RowReader.Read read) {
        total++;
        faults.addAll(read.faults());
        read.attributes()
                .ifPresent(asset -> rows.computeIfAbsent(read.kind().orElseThrow(), key -> new ArrayList<>())
                        .add(asset));
    }

    private Items workbook(Source source) throws TargetException {
        XlsxItems table = XlsxItems.of(source.file(), source.sheet());
        notes.addAll(table.notes());
        check(source, table.header().names(), table.place(source.file(), table.headerLine()));
        return table;
    }

    /** By the file's ending, and where that says nothing by how the text begins. */
    private Items text(Source source) throws TargetException {
        if (source.sheet().isPresent()) {
            throw new TargetException(Text.of(
                    "{0}: this is no workbook, and has no sheets; leave out the setting sheet.",
                    "{0}：这不是工作簿，没有工作表；请去掉设置 sheet。", source.file()));
        }
        FileText file = FileText.read(source.file(), source.encoding());
        if (!file.charset().equals(StandardCharsets.UTF_8)) {
            notes.add(Text.of(
                    "The file is read as {0}.", "文件按 {0} 编码读取。", file.charset().name()));
        }
        String text = file.text();
        String name = String.valueOf(source.file().getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String first = text.stripLeading();
        boolean isJson = first.startsWith("{") || first.startsWith("[");
        if (isJson && !TABLES.contains(ending)) {
            return new JsonItems(text, LINES.contains(ending) || (first.startsWith("{") && !ending.equals("json")));
        }
        CsvItems table = CsvItems.of(source.file().toString(), text);
        check(source, table.header().names(), table.place(source.file(), 1));
        return table;
    }

    /** Holds the header against the standard. */
    private void check(Source source, List<String> header, Text at) throws TargetException {
        Mapping mapping = source.mapping();
        for (String name : mapping.named()) {
            if (!header.contains(name)) {
                throw new TargetException(Text.of(
                        "{0}: the file {1} has no column {2}{3}.",
                        "{0}：文件 {1} 没有列 {2}{3}。",
                        mapping.places().getOrDefault(name, Text.EMPTY),
                        String.valueOf(source.file().getFileName()),
                        name,
                        Suggestion.didYouMean(name, header)));
            }
        }
        Map<Column, String> sources = new HashMap<>();
        Set<String> names = new HashSet<>();
        mapping.constants().keySet().forEach(column -> sources.put(column, ""));
        List<String> others = new ArrayList<>();
        for (String name : header) {
            Optional<Column> column = name.isEmpty() ? Optional.empty() : mapping.column(name);
            if (column.isEmpty()) {
                continue;
            } else if (!names.add(name)) {
                throw new TargetException(
                        Text.of("{0}: the column {1} stands here twice; keep one.", "{0}：列 {1} 出现两次；请保留一个。", at, name));
            }
            Optional<Text> fault = column.get().fault();
            if (fault.isPresent()) {
                throw new TargetException(Text.of("{0}, column {1}: {2}.", "{0} {1} 列：{2}。", at, name, fault.get()));
            }
            String twin = column.get().isList()
                    ? ""
                    : Optional.ofNullable(sources.put(column.get(), name)).orElse("");
            if (!twin.isEmpty()) {
                throw new TargetException(Text.of(
                        "{0}: the columns {1} and {2} both give {3}; keep one.",
                        "{0}：列 {1} 和 {2} 都给出 {3}；请保留一个。", at, twin, name, column.get()));
            }
            if (column.get().sort() == Column.Sort.OTHER) {
                others.add(name);
            }
        }
        for (Field field : Field.ALL) {
            if (field.required() && !sources.containsKey(new Column(Column.Sort.FIELD, field.name()))) {
                throw new TargetException(Text.of(
                        "{0}: the header has no column {1}{2}; the first line must name the columns.",
                        "{0}：表头没有列 {1}{2}；第一行须为列名。", at, field.name(), nearest(field.name(), others)));
            }
        }
        for (String other : others) {
            Suggestion.nearest(other, Column.known())
                    .ifPresent(known -> notes.add(Text.of(
                            "The column {0} is none of the standard (did you mean {1}?); it is kept as it stands.",
                            "列 {0} 不在标准之内（是否指 {1}？）；按原样保留。", other, known)));
        }
    }

    private static Text nearest(String required, List<String> others) {
        return others.stream()
                .filter(other -> Suggestion.nearest(other, List.of(required)).isPresent())
                .findFirst()
                .map(other -> Text.of(" (is it {0}?)", "（是否为 {0}？）", other))
                .orElse(Text.EMPTY);
    }

    List<Doc> rows(Kind kind) {
        return rows.getOrDefault(kind, List.of());
    }

    /** Whether a row says that it belongs to a branch or below that, or cannot be read and may have said so. */
    boolean mayHold(String branch) {
        return faults.stream().anyMatch(Fault::isRow)
                || rows.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(
                                row -> row.get(Field.BRANCH) instanceof String own && BranchPath.isWithin(own, branch));
    }

    /** Everything that could not be read, in the order of lines. */
    List<Fault> faults() {
        return faults;
    }

    /** What is odd about the file as a whole. */
    List<Text> notes() {
        return notes;
    }

    /** Of the rows that may describe assets of a kind, those that were lost: one sentence. */
    Optional<Text> unreadRows(Kind kind) {
        List<Fault> lost = faults.stream()
                .filter(fault -> fault.isRow() && fault.mayConcern(kind))
                .toList();
        Text more = lost.size() > 1 ? Text.of("; and {0} more", "；另有 {0} 行", lost.size() - 1) : Text.EMPTY;
        return lost.stream()
                .findFirst()
                .map(first -> Text.of(
                        "{0} of {1} rows could not be read: {2}{3}",
                        "共 {1} 行，其中 {0} 行无法读取：{2}{3}", lost.size(), total, first.text(), more));
    }
}
