package io.nephoscope.rules.expression;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.yaml.YamlException;
import io.nephoscope.rules.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The names that the rules on one type or kind may use, and what each of them holds. */
public final class Environment {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableQuotedIdentifierSyntax(true)
            .enableHeterogeneousNumericComparisons(true)
            .maxParseRecursionDepth(100)
            .build();

    private final CelTypes types;
    private final StructType asset;
    private final CelCompiler compiler;

    private Environment(CelTypes types, CelType asset) {
        this.types = types;
        this.asset = types.structOf(asset).orElseThrow();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setOptions(OPTIONS)
                .setTypeProvider(types)
                .addVar("now", SimpleType.TIMESTAMP);
        this.asset.fields().forEach(field -> builder.addVar(field.name(), field.type()));
        this.compiler = builder.build();
    }

    /** What rules on a type see: the asset with its attributes, facets and relations. */
    public static Environment of(AssetType type, Types types) {
        CelTypes celTypes = new CelTypes(types);
        return new Environment(celTypes, celTypes.assetOf(type));
    }

    /** What rules on a kind see: the facets, and what every asset has. */
    public static Environment of(Kind kind, Types types) {
        CelTypes celTypes = new CelTypes(types);
        return new Environment(celTypes, celTypes.assetOf(kind));
    }

    /**
     * Compiles a condition.
     *
     * @throws YamlException with every fault of the expression, each at its line and column
     */
    public Expression condition(YamlNode source) {
        CelAbstractSyntaxTree tree = check(source);
        CelKind result = tree.getResultType().kind();
        if (result != CelKind.BOOL && result != CelKind.DYN) {
            throw source.error(
                    0,
                    0,
                    Text.of(
                            "the expression must be true or false, and this is {0}.",
                            "表达式须为 true 或 false，而此处为 {0}。", Wording.withArticle(tree.getResultType())));
        }
        return lower(source, tree, Lowering::condition);
    }

    /** Compiles an expression of any type. */
    Expression expression(YamlNode source) {
        return lower(source, check(source), Lowering::lower);
    }

    /** The checked tree of an expression. */
    CelAbstractSyntaxTree check(YamlNode source) {
        CelValidationResult parsed = compiler.parse(source.text());
        Wording wording = new Wording(source, types, asset);
        if (parsed.hasError()) {
            throw wording.syntax(parsed.getErrors());
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            CelValidationResult checked = compiler.check(tree);
            if (checked.hasError()) {
                throw wording.types(tree, checked.getErrors());
            }
            return checked.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("an expression without faults that cannot be compiled", e);
        }
    }

    private static Expression lower(
            YamlNode source, CelAbstractSyntaxTree tree, Function<CelAbstractSyntaxTree, Expression> lowering) {
        try {
            return lowering.apply(tree);
        } catch (Unsupported e) {
            throw Wording.refused(source, tree.getSource(), e);
        }
    }

    /**
     * Whether a path leads somewhere: {@code attributes.Versioning.Status}, {@code facets.public}, {@code related.bucket.name}.
     *
     * @throws YamlException where it does not, at the place of the path
     */
    public void requirePath(YamlNode path) {
        CelType at = asset;
        List<String> walked = new ArrayList<>();
        for (String step : path.text().replaceAll("\\[\\d+]", "").split("\\.", -1)) {
            at = elements(at);
            if (at.kind() == CelKind.DYN || at.kind() == CelKind.MAP) {
                return;
            }
            Optional<StructType> struct = types.structOf(at);
            Optional<StructType.Field> field = struct.flatMap(it -> it.findField(step));
            if (field.isEmpty()) {
                throw path.error(Text.quoted(Wording.noField(
                        step,
                        walked.isEmpty() ? "an asset" : String.join(".", walked),
                        struct.map(StructType::fieldNames).orElse(ImmutableSet.of()))));
            }
            walked.add(step);
            at = field.get().type();
        }
    }

    private static CelType elements(CelType type) {
        return type.kind() == CelKind.LIST ? elements(type.parameters().get(0)) : type;
    }
}
