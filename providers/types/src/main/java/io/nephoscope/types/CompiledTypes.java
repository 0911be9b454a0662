package io.nephoscope.types;

import io.nephoscope.expression.Bytes;
import io.nephoscope.expression.Contents;
import io.nephoscope.expression.Expression;
import io.nephoscope.expression.Library;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.yaml.YamlNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a provider's types, parsed, and their expressions, checked and compiled by the build, so that a start of the program need
 * not do it. They lie beside the files, with fingerprints of all the code that made them: what is not as it was then is read anew.
 */
final class CompiledTypes implements Expressions {
    private static final String FILE = "/types" + Contents.COMPILED;

    private final List<YamlNode> files;
    private final Map<String, byte[]> expressions;

    private CompiledTypes(List<YamlNode> files, Map<String, byte[]> expressions) {
        this.files = files;
        this.expressions = expressions;
    }

    static String file(TypeSource source) {
        return source.folder() + FILE;
    }

    /** Those that the build left; empty where there are none, or not of this code. */
    static Optional<CompiledTypes> of(TypeSource source) {
        try (InputStream in = source.getClass().getResourceAsStream("/" + file(source))) {
            return in == null ? Optional.empty() : from(in.readAllBytes(), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where other code made them than is here. */
    static Optional<CompiledTypes> from(byte[] bytes, TypeSource source) {
        return Bytes.read(bytes, in -> read(in, source));
    }

    private static Optional<CompiledTypes> read(DataInputStream in, TypeSource source) throws IOException {
        List<Long> basis = Bytes.readList(in, DataInputStream::readLong);
        if (!basis.equals(basis(source))) {
            return Optional.empty();
        }
        List<YamlNode> files = Bytes.readList(in, file -> YamlNode.kept(Bytes.readText(file), file));
        Map<String, byte[]> expressions = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            expressions.put(Bytes.readText(in), Bytes.readBlock(in));
        }
        return Optional.of(new CompiledTypes(files, expressions));
    }

    static byte[] bytes(TypeSource source, List<YamlNode> files, Map<String, Expression> expressions) {
        return Bytes.of(out -> {
            List<Long> basis = basis(source);
            out.writeInt(basis.size());
            for (long fingerprint : basis) {
                out.writeLong(fingerprint);
            }
            out.writeInt(files.size());
            for (YamlNode file : files) {
                Bytes.writeText(out, file.file());
                file.write(out);
            }
            out.writeInt(expressions.size());
            for (Map.Entry<String, Expression> entry : expressions.entrySet()) {
                Bytes.writeText(out, entry.getKey());
                Bytes.writeBlock(out, Bytes.of(entry.getValue()::write));
            }
        });
    }

    /** The inventory, the expressions, this reader, and the provider with its files. */
    private static List<Long> basis(TypeSource source) {
        return Stream.of(Schema.class, Expression.class, CompiledTypes.class, source.getClass())
                .flatMap(code -> Contents.around(code).stream())
                .toList();
    }

    /** Where an expression stands: a file has none twice at one place. */
    static String key(YamlNode source) {
        return source.file() + " " + source.path();
    }

    /** Each file, in the order of their names. */
    List<YamlNode> files() {
        return files;
    }

    @Override
    public boolean areChecked() {
        return true;
    }

    @Override
    public Expression expression(YamlNode source, Struct attributes, Library library) {
        return kept(source, library).orElseGet(() -> Expressions.COMPILED.expression(source, attributes, library));
    }

    @Override
    public Expression condition(YamlNode source, Struct attributes, Library library) {
        return kept(source, library).orElseGet(() -> Expressions.COMPILED.condition(source, attributes, library));
    }

    private Optional<Expression> kept(YamlNode source, Library library) {
        return Optional.ofNullable(expressions.get(key(source)))
                .map(bytes -> Bytes.read(bytes, in -> Expression.readWith(in, library)));
    }
}
