package io.nephoscope.types;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of a source, a file each. */
public final class TypeFiles {
    private static final String TYPE = "type";

    private TypeFiles() {}

    /**
     * The types of a provider, from the files that are packaged with it.
     *
     * @throws YamlException with every fault
     */
    public static List<AssetType> of(TypeSource source) {
        return CompiledTypes.of(source)
                .map(kept -> of(source, kept))
                .orElseGet(() -> packaged(source.folder(), source.dialect(), source.library()));
    }

    static List<AssetType> of(TypeSource source, CompiledTypes kept) {
        return read(kept.files(), new ArrayList<>(), source.dialect(), source.library(), kept);
    }

    /** The same of a source that is not compiled by the build. */
    public static List<AssetType> packaged(String folder, Dialect dialect, Library library) {
        return read(YamlFile.packaged(folder), dialect, library, Expressions.COMPILED);
    }

    /** @throws YamlException with every fault of every file, a file's first */
    public static List<AssetType> read(
            List<YamlFile> files, Dialect dialect, Library library, Expressions expressions) {
        List<YamlException> faults = new ArrayList<>();
        List<YamlNode> parsed = new ArrayList<>();
        files.forEach(file -> tried(faults, () -> parsed.add(file.parse())));
        return read(parsed, faults, dialect, library, expressions);
    }

    private static List<AssetType> read(
            List<YamlNode> files,
            List<YamlException> faults,
            Dialect dialect,
            Library library,
            Expressions expressions) {
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        files.forEach(file -> tried(faults, () -> {
            String name = file.field(TYPE).filled();
            if (nodes.putIfAbsent(name, file) != null) {
                throw file.field(TYPE).error(Text.of("another file declares {0} already.", "另一文件已声明 {0}。", name));
            }
        }));
        TypeReader reader = new TypeReader(dialect, library, expressions);
        Map<String, AssetType> types = new LinkedHashMap<>();
        parentsFirst(nodes)
                .forEach(node -> tried(faults, () -> {
                    AssetType type = reader.read(node);
                    types.put(type.name(), type);
                }));
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        return nodes.keySet().stream().map(types::get).toList();
    }

    private static void tried(List<YamlException> faults, Runnable part) {
        try {
            part.run();
        } catch (YamlException e) {
            faults.add(e);
        }
    }

    /** A type that is listed for each of another is read behind it: it is asked by the call that lists the other. */
    private static List<YamlNode> parentsFirst(Map<String, YamlNode> nodes) {
        Map<String, YamlNode> ordered = new LinkedHashMap<>();
        nodes.keySet().forEach(name -> place(name, nodes, ordered, nodes.size()));
        return List.copyOf(ordered.values());
    }

    private static void place(String name, Map<String, YamlNode> nodes, Map<String, YamlNode> ordered, int deepest) {
        YamlNode node = nodes.get(name);
        if (node == null || ordered.containsKey(name) || deepest == 0) {
            return;
        }
        parent(node).ifPresent(it -> place(it, nodes, ordered, deepest - 1));
        ordered.put(name, node);
    }

    private static Optional<String> parent(YamlNode type) {
        return type.optional("list")
                .filter(YamlNode::isMap)
                .flatMap(list -> list.optional("each"))
                .filter(YamlNode::isMap)
                .flatMap(each -> each.optional("parent"))
                .map(YamlNode::filled);
    }
}
