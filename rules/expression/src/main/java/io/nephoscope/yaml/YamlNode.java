package io.nephoscope.yaml;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file, with its place. */
public final class YamlNode {
    private final Source source;
    private final String path;
    private final Node node;

    /** @param text what the file holds; empty where that was parsed when the program was built */
    private record Source(String file, Optional<String> text) {}

    private YamlNode(Source source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    /** @throws YamlException where the file cannot be read or is not YAML */
    public static YamlNode read(Path file) {
        try {
            return parse(file.toString(), YamlText.read(file));
        } catch (NoSuchFileException e) {
            throw new YamlException(Text.of("There is no file {0}; check its name.", "没有文件 {0}；请检查文件名。", file), e);
        } catch (IOException e) {
            throw new YamlException(Text.of("{0}: cannot be read ({1}).", "{0}：无法读取（{1}）。", file, Said.by(e)), e);
        }
    }

    /** @throws YamlException where the text is not one YAML document */
    public static YamlNode parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(50)
                .setCodePointLimit(20_000_000)
                .build();
        try {
            Optional<Node> root = new Composer(settings, new ShallowParser(settings, text)).getSingleNode();
            return new YamlNode(
                    new Source(file, Optional.of(text)),
                    "",
                    root.orElseThrow(() ->
                            new YamlException(Text.of("{0}: the file is empty.", "{0}：文件为空。", place(file, 0, 0)))));
        } catch (MarkedYamlEngineException e) {
            Text at = e.getProblemMark()
                    .map(mark -> place(file, mark.getLine(), mark.getColumn()))
                    .orElseGet(() -> Text.quoted(file));
            throw new YamlException(Text.of("{0}: not YAML ({1}).", "{0}：不是 YAML（{1}）。", at, e.getProblem()), e);
        } catch (NumberFormatException e) {
            // The parser's own slip: it counts digits that are there, and not those of the escape.
            throw new YamlException(
                    Text.of(
                            "{0}: not YAML (an escape such as \\x41 lacks its digits).",
                            "{0}：不是 YAML（形如 \\x41 的转义缺少数字）。", file),
                    e);
        } catch (YamlEngineException e) {
            throw new YamlException(Text.of("{0}: not YAML ({1}).", "{0}：不是 YAML（{1}）。", file, Said.by(e)), e);
        }
    }

    /** Writes it, for {@link #kept} to read. */
    public void write(DataOutputStream out) throws IOException {
        NodeBytes.write(out, node);
    }

    /** What was written of a file. It knows where each value begins, and not where each character of it stands. */
    public static YamlNode kept(String file, DataInputStream in) throws IOException {
        return new YamlNode(new Source(file, Optional.empty()), "", NodeBytes.read(in));
    }

    private static Text place(String file, int line, int column) {
        return Text.of("{0}, line {1}, column {2}", "{0} 第 {1} 行第 {2} 列", file, line + 1, column + 1);
    }

    /** An error at this value: the place, the field and the sentence given, which says what is wrong and what would mend it. */
    public YamlException error(Text sentence) {
        return error(start(), sentence);
    }

    /**
     * An error inside a text that this value holds.
     *
     * @param line within the text, from 0
     * @param column within that line, from 0, in characters
     */
    public YamlException error(int line, int column, Text sentence) {
        Optional<Mark> start = node.getStartMark();
        return start.isPresent() && source.text.isPresent() && node instanceof ScalarNode scalar
                ? error(ScalarPlaces.of(source.text.get(), scalar, start.get(), line, column), sentence)
                : error(sentence);
    }

    private YamlException error(ScalarPlaces.Place at, Text sentence) {
        return new YamlException(Text.of("{0}: {1}", "{0}：{1}", place(at), sentence));
    }

    /** Where this value stands, as errors give it: the file, the line, the column and the field. */
    public Text place() {
        return place(start());
    }

    private Text place(ScalarPlaces.Place at) {
        Text place = place(file(), at.line(), at.column());
        return path.isEmpty() ? place : Text.of("{0}, field {1}", "{0}，字段 {1}", place, path);
    }

    private ScalarPlaces.Place start() {
        return node.getStartMark()
                .map(start -> new ScalarPlaces.Place(start.getLine(), start.getColumn()))
                .orElse(new ScalarPlaces.Place(0, 0));
    }

    public String file() {
        return source.file;
    }

    /** The field that it is, from the outermost on: {@code facets.encrypted}, {@code examples[0].name}; empty for the whole file. */
    public String path() {
        return path;
    }

    /** The line, from 1. */
    public int line() {
        return start().line() + 1;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The fields of a map, in order. */
    public Map<String, YamlNode> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw error(Text.of("here should be fields, each as \"name: value\".", "此处应为各字段，写作 \"name: value\"。"));
        }
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(source, path, tuple.getKeyNode());
            String name = key.text();
            if (fields.put(name, new YamlNode(source, below(name), tuple.getValueNode())) != null) {
                throw key.error(Text.of("the field {0} stands here twice; keep one.", "字段 {0} 在此出现两次；请保留一个。", name));
            }
        }
        return fields;
    }

    /** The fields of a map that may have these names and no others. */
    public Map<String, YamlNode> fields(Set<String> known) {
        Map<String, YamlNode> fields = fields();
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw key(name)
                            .error(Text.of(
                                    "there is no such field{0}; known here: {1}.",
                                    "没有该字段{0}；此处可用：{1}。",
                                    Suggestion.didYouMean(name, known),
                                    String.join(", ", known.stream().sorted().toList())));
                });
        return fields;
    }

    /** The name of a field that is there, where it stands: what it holds may begin lines below. */
    public YamlNode key(String name) {
        return ((MappingNode) node)
                .getValue().stream()
                        .map(tuple -> new YamlNode(source, below(name), tuple.getKeyNode()))
                        .filter(key -> key.text().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A field that must be there. */
    public YamlNode field(String name) {
        YamlNode value = fields().get(name);
        if (value == null) {
            throw error(Text.of("the field {0} is missing; add it.", "缺少字段 {0}；请补上。", name));
        }
        return value;
    }

    public Optional<YamlNode> optional(String name) {
        return Optional.ofNullable(fields().get(name)).filter(value -> !value.isNull());
    }

    public boolean isNull() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error(Text.of("here should be a list, each item after a dash.", "此处应为列表，每项前加短横线。"));
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(source, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error(Text.of("here should be a single text.", "此处应为单个文本。"));
        }
        return scalar.getValue();
    }

    /** True or false. */
    public boolean truth() {
        if (value() instanceof Boolean truth) {
            return truth;
        }
        throw error(Text.of("here can stand true or false.", "此处可写 true 或 false。"));
    }

    /** One of a few words. */
    public String oneOf(Collection<String> words) {
        if (!words.contains(filled())) {
            throw error(Text.of(
                    "here can stand {0}{1}.",
                    "此处可写 {0}{1}。",
                    String.join(", ", words.stream().sorted().toList()),
                    Suggestion.didYouMean(filled(), words)));
        }
        return filled();
    }

    /** A text that says something, without the spaces around it. */
    public String filled() {
        String text = text().strip();
        if (text.isEmpty()) {
            throw error(Text.of("the text is empty; write it.", "文本为空；请填写。"));
        }
        return text;
    }

    /** The value as data: a text, Long, Double, Boolean, list of the same, map to the same, or an empty Optional for null. */
    public Object value() {
        if (isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            fields().forEach((name, value) -> map.put(name, value.value()));
            return map;
        }
        if (isList()) {
            return items().stream().map(YamlNode::value).toList();
        }
        String text = text();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return Optional.empty();
        } else if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        } else if (tag.equals(Tag.INT)) {
            return wholeNumber(text);
        }
        return tag.equals(Tag.FLOAT) ? (Object) Double.valueOf(text) : text;
    }

    private Object wholeNumber(String text) {
        try {
            return Long.decode(text);
        } catch (NumberFormatException e) {
            throw error(Text.of("the number {0} is too large; put it in quotes.", "数字 {0} 过大；请加引号。", text));
        }
    }
}
