package io.nephoscope.files;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a mapping.
 *
 * <pre>{@code
 * columns: {资产编号: native_id, 资产类型: class, 内网IP: addresses, 是否加密: facet:encrypted}
 * values:
 *   class: {虚拟机: compute.vm, 数据库: database.relational}
 * constants: {environment: prod}
 * separator: "、"
 * ignore: [备注]
 * }</pre>
 */
final class MappingReader {
    private static final List<String> PARTS = List.of("columns", "values", "constants", "separator", "ignore");

    private final String file;
    private final Parser events;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<Column, Map<String, String>> values = new HashMap<>();
    private final Map<Column, String> constants = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private Optional<Pattern> separator = Optional.empty();

    /** Reads what follows a key. */
    private interface Entry {
        void read(ScalarEvent key) throws TargetException;
    }

    private MappingReader(String file, String text) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** @throws TargetException at the first fault, with its place */
    static Mapping read(Path path) throws TargetException {
        String file = path.toString();
        try {
            return new MappingReader(file, FileText.read(path, Optional.empty()).text()).read();
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark().map(MappingReader::place).orElse("");
            throw new TargetException(file + place + ": not YAML (" + e.getProblem() + ").", e);
        } catch (YamlEngineException | NumberFormatException e) {
            throw new TargetException(file + ": not YAML.", e);
        }
    }

    private Mapping read() throws TargetException {
        events.next();
        if (!events.checkEvent(Event.ID.DocumentStart)) {
            throw new TargetException(file + ", line 1, column 1: the file is empty; name the columns below columns.");
        }
        events.next();
        map(this::part);
        events.next();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw error(events.next(), "here should be the end of the file.");
        }
        return new Mapping(columns, values, constants, separator.orElse(Mapping.NONE.separator()), ignored, places);
    }

    private void part(ScalarEvent key) throws TargetException {
        switch (key.getValue()) {
            case "columns" -> map(this::column);
            case "values" -> map(this::translations);
            case "constants" -> map(this::constant);
            case "separator" -> separator = Optional.of(Pattern.compile(Pattern.quote(separator(text()))));
            case "ignore" -> list();
            default ->
                throw error(
                        key,
                        "there is no such field" + Suggestion.didYouMean(key.getValue(), PARTS) + "; known here: "
                                + String.join(", ", PARTS) + ".");
        }
    }

    private void column(ScalarEvent key) throws TargetException {
        columns.put(key.getValue().strip(), standard(text()));
        places.put(key.getValue().strip(), file + place(key));
    }

    private void translations(ScalarEvent key) throws TargetException {
        Map<String, String> translations = new HashMap<>();
        values.put(standard(key), translations);
        map(from -> translations.put(from.getValue().strip(), text().getValue().strip()));
    }

    private void constant(ScalarEvent key) throws TargetException {
        constants.put(standard(key), text().getValue().strip());
    }

    private void list() throws TargetException {
        require(Event.ID.SequenceStart, "a list, as [a, b]");
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            ScalarEvent item = text();
            ignored.add(item.getValue().strip());
        }
        events.next();
    }

    private String separator(ScalarEvent text) throws TargetException {
        if (text.getValue().isEmpty()) {
            throw error(text, "the separator is empty; write what stands between the items of a list.");
        }
        return text.getValue();
    }

    /** A column of the standard. */
    private Column standard(ScalarEvent name) throws TargetException {
        Column column = Column.of(name.getValue().strip());
        if (column.sort() == Column.Sort.OTHER) {
            throw error(
                    name,
                    "the standard has no field " + name.getValue()
                            + Suggestion.didYouMean(name.getValue(), Column.known())
                            + "; it has "
                            + String.join(
                                    ", ", Field.ALL.stream().map(Field::name).toList())
                            + ", tag:KEY and facet:NAME.");
        }
        Optional<String> fault = column.fault();
        if (fault.isPresent()) {
            throw error(name, fault.get() + ".");
        }
        return column;
    }

    private void map(Entry entry) throws TargetException {
        require(Event.ID.MappingStart, "fields, each as \"name: value\"");
        Set<String> keys = new HashSet<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            ScalarEvent key = text();
            if (!keys.add(key.getValue().strip())) {
                throw error(key, key.getValue() + " stands here twice; keep one.");
            }
            entry.read(key);
        }
        events.next();
    }

    private ScalarEvent text() throws TargetException {
        Event event = events.next();
        if (event instanceof ScalarEvent scalar) {
            return scalar;
        }
        throw error(event, "here should be a single text.");
    }

    private void require(Event.ID id, String what) throws TargetException {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw error(event, "here should be " + what + ".");
        }
    }

    private TargetException error(Event event, String sentence) {
        return new TargetException((file + place(event) + ": " + sentence).replaceAll("\\p{Cntrl}", "?"));
    }

    private static String place(Event event) {
        return event.getStartMark().map(MappingReader::place).orElse("");
    }

    private static String place(Mark mark) {
        return ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }
}
