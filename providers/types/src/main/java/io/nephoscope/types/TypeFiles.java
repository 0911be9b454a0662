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

/** The types of a source, a file each. */
public final class TypeFiles {
    private TypeFiles() {}

    /**
     * The types of a provider, from the files that are packaged with it.
     *
     * @throws YamlException with every fault
     */
    public static List<AssetType> of(TypeSource source) {
        return read(source, CompiledExpressions.of(source).orElse(Expressions.COMPILED));
    }

    static List<AssetType> read(TypeSource source, Expressions expressions) {
        return read(YamlFile.packaged(source.folder()), source.dialect(), source.library(), expressions);
    }

    /** The same of a source that is not compiled by the build. */
    public static List<AssetType> packaged(String folder, Dialect dialect, Library library) {
        return read(YamlFile.packaged(folder), dialect, library, Expressions.COMPILED);
    }

    /** @throws YamlException with every fault of every file, a file's first */
    public static List<AssetType> read(
            List<YamlFile> files, Dialect dialect, Library library, Expressions expressions) {
        TypeReader reader = new TypeReader(dialect, library, expressions);
        Map<String, AssetType> types = new LinkedHashMap<>();
        List<YamlException> faults = new ArrayList<>();
        for (YamlFile file : files) {
            try {
                YamlNode node = file.parse();
                AssetType type = reader.read(node);
                if (types.put(type.name(), type) != null) {
                    throw node.field("type")
                            .error(Text.of("another file declares {0} already.", "另一文件已声明 {0}。", type.name()));
                }
            } catch (YamlException e) {
                faults.add(e);
            }
        }
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        return List.copyOf(types.values());
    }
}
