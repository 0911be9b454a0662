package io.nephoscope.files;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
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
    private final Map<String, Text> places = new LinkedHashMap<>();
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
            Text place = e.getProblemMark().map(MappingReader::place).orElse(Text.EMPTY);
            throw new TargetException(
                    Text.of("{0}{1}: not YAML ({2}).", "{0}{1}：不是 YAML（{2}）。", file, place, e.getProblem()), e);
        } catch (YamlEngineException | NumberFormatException e) {
            throw new TargetException(Text.of("{0}: not YAML.", "{0}：不是 YAML。", file), e);
        }
    }

    private Mapping read() throws TargetException {
        events.next();
        if (!events.checkEvent(Event.ID.DocumentStart)) {
            throw new TargetException(Text.of(
                    "{0}, line 1, column 1: the file is empty; name the columns below columns.",
                    "{0} 第 1 行第 1 列：文件为空；请在 columns 之下写明各列。", file));
        }
        events.next();
        map(this::part);
        events.next();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw error(events.next(), Text.of("here should be the end of the file.", "此处应为文件末尾。"));
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
                        Text.of(
                                "there is no such field{0}; known here: {1}.",
                                "没有该字段{0}；此处可用：{1}。",
                                Suggestion.didYouMean(key.getValue(), PARTS),
                                String.join(", ", PARTS)));
        }
    }

    private void column(ScalarEvent key) throws TargetException {
        columns.put(key.getValue().strip(), standard(text()));
        places.put(key.getValue().strip(), Text.of("{0}{1}", "{0}{1}", file, place(key)));
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
        require(Event.ID.SequenceStart, Text.of("a list, as [a, b]", "列表，如 [a, b]"));
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            ScalarEvent item = text();
            ignored.add(item.getValue().strip());
        }
        events.next();
    }

    private String separator(ScalarEvent text) throws TargetException {
        if (text.getValue().isEmpty()) {
            throw error(
                    text,
                    Text.of(
                            "the separator is empty; write what stands between the items of a list.",
                            "分隔符为空；请写明列表各项之间的字符。"));
        }
        return text.getValue();
    }

    /** A column of the standard. */
    private Column standard(ScalarEvent name) throws TargetException {
        Column column = Column.of(name.getValue().strip());
        if (column.sort() == Column.Sort.OTHER) {
            throw error(
                    name,
                    Text.of(
                            "the standard has no field {0}{1}; it has {2}, tag:KEY and facet:NAME.",
                            "标准中没有字段 {0}{1}；可用：{2}、tag:KEY 和 facet:NAME。",
                            name.getValue(),
                            Suggestion.didYouMean(name.getValue(), Column.known()),
                            String.join(
                                    ", ", Field.ALL.stream().map(Field::name).toList())));
        }
        Optional<Text> fault = column.fault();
        if (fault.isPresent()) {
            throw error(name, Text.of("{0}.", "{0}。", fault.get()));
        }
        return column;
    }

    private void map(Entry entry) throws TargetException {
        require(Event.ID.MappingStart, Text.of("fields, each as \"name: value\"", "各字段，写作 \"name: value\""));
        Set<String> keys = new HashSet<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            ScalarEvent key = text();
            if (!keys.add(key.getValue().strip())) {
                throw error(key, Text.of("{0} stands here twice; keep one.", "{0} 在此出现两次；请保留一个。", key.getValue()));
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
        throw error(event, Text.of("here should be a single text.", "此处应为单个文本。"));
    }

    private void require(Event.ID id, Text what) throws TargetException {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw error(event, Text.of("here should be {0}.", "此处应为{0}。", what));
        }
    }

    private TargetException error(Event event, Text sentence) {
        return new TargetException(Text.of("{0}{1}: {2}", "{0}{1}：{2}", file, place(event), sentence)
                .map(words -> words.replaceAll("\\p{Cntrl}", "?")));
    }

    private static Text place(Event event) {
        return event.getStartMark().map(MappingReader::place).orElse(Text.EMPTY);
    }

    private static Text place(Mark mark) {
        return Text.of(", line {0}, column {1}", " 第 {0} 行第 {1} 列", mark.getLine() + 1, mark.getColumn() + 1);
    }
}
