package io.nephoscope.types;

import io.nephoscope.expression.Expression;
import io.nephoscope.expression.Library;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks the files of a provider's types, and keeps what it read of them: a step of its build, after the classes. */
public final class TypeCompiler {
    private TypeCompiler() {}

    /**
     * @param arguments the class of the {@link TypeSource}, and the folder of classes from which the jar is made
     * @throws io.nephoscope.yaml.YamlException with every fault of every file
     * @throws ReflectiveOperationException where there is no such class
     * @throws IOException where the folder cannot be written
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        TypeSource source = Class.forName(arguments[0])
                .asSubclass(TypeSource.class)
                .getDeclaredConstructor()
                .newInstance();
        Path file = Path.of(arguments[1]).resolve(CompiledTypes.file(source));
        Files.createDirectories(file.getParent());
        Files.write(file, compiled(source));
    }

    static byte[] compiled(TypeSource source) {
        Kept kept = new Kept(new TreeMap<>());
        List<YamlFile> files = YamlFile.packaged(source.folder());
        TypeFiles.read(files, source.dialect(), source.library(), kept);
        return CompiledTypes.bytes(source, files.stream().map(YamlFile::parse).toList(), kept.byPlace());
    }

    /** Compiles, and keeps what it made. */
    private record Kept(Map<String, Expression> byPlace) implements Expressions {
        @Override
        public Expression expression(YamlNode source, Struct attributes, Library library) {
            return keep(source, Expressions.COMPILED.expression(source, attributes, library));
        }

        @Override
        public Expression condition(YamlNode source, Struct attributes, Library library) {
            return keep(source, Expressions.COMPILED.condition(source, attributes, library));
        }

        private Expression keep(YamlNode source, Expression made) {
            byPlace.put(CompiledTypes.key(source), made);
            return made;
        }
    }
}
