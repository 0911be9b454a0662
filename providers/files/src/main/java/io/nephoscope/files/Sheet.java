package io.nephoscope.files;

import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Shapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file by kind, and what of it could not be read. */
final class Sheet {
    private final Map<Kind, List<Doc>> rows = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private int total;

    private Sheet() {}

    /** @throws TargetException where the file cannot be read at all, or has no header */
    static Sheet read(Path file) throws TargetException {
        String text = CsvText.read(file);
        if (text.isBlank()) {
            throw new TargetException(file + ": the file is empty; its first line must name the columns.");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            Header header = Header.of(file.toString(), records.next().toList());
            Sheet sheet = new Sheet();
            sheet.addAll(new Rows(String.valueOf(file.getFileName()), header, new Shapes()), parser, records);
            return sheet;
        } catch (IOException | UncheckedIOException e) {
            throw new TargetException(
                    file + ", line 1: the quotes of the header do not match; double each quote inside a quoted cell.",
                    e);
        }
    }

    private void addAll(Rows reader, CSVParser parser, Iterator<CSVRecord> records) {
        Set<String> ids = new HashSet<>();
        for (long line = parser.getCurrentLineNumber() + 1; ; line = parser.getCurrentLineNumber() + 1) {
            try {
                if (!records.hasNext()) {
                    return;
                }
                List<String> cells = records.next().toList();
                if (!cells.stream().allMatch(String::isBlank)) {
                    total++;
                    reader.read(line, cells, ids, faults::add)
                            .ifPresent(row -> rows.computeIfAbsent(row.kind(), key -> new ArrayList<>())
                                    .add(row.attributes()));
                }
            } catch (UncheckedIOException e) {
                total++;
                faults.add(reader.broken(line));
                return;
            }
        }
    }

    /** The one that the header has most of: comma, semicolon or tab. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String header, char delimiter) {
        return header.chars().filter(letter -> letter == delimiter).count();
    }

    List<Doc> rows(Kind kind) {
        return rows.getOrDefault(kind, List.of());
    }

    /** Everything that could not be read, in the order of lines. */
    List<Fault> faults() {
        return faults;
    }

    /** Of the rows that may describe assets of a kind, those that were lost: one sentence. */
    Optional<String> unreadRows(Kind kind) {
        return sentence(Fault::isRow, kind, " of " + total + " rows could not be read: ");
    }

    /** Of the rows of a kind that came in, the cells that were lost: one sentence. */
    Optional<String> unreadCells(Kind kind) {
        return sentence(fault -> !fault.isRow(), kind, " cells could not be read: ");
    }

    private Optional<String> sentence(Predicate<Fault> which, Kind kind, String ofWhat) {
        List<Fault> concerned = faults.stream()
                .filter(which)
                .filter(fault -> fault.mayConcern(kind))
                .toList();
        String more = concerned.size() > 1 ? "; and " + (concerned.size() - 1) + " more" : "";
        return concerned.stream().findFirst().map(first -> concerned.size() + ofWhat + first + more);
    }
}
