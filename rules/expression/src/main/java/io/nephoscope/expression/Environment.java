package io.nephoscope.expression;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
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
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The names that the rules on one type or kind may use, and what each of them holds. */
public final class Environment {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableQuotedIdentifierSyntax(true)
            .enableHeterogeneousNumericComparisons(true)
            .maxParseRecursionDepth(100)
            .build();
    private static final Set<CelStandardMacro> LOOPS =
            Sets.difference(CelStandardMacro.STANDARD_MACROS, Set.of(CelStandardMacro.HAS));

    private final CelTypes types;
    private final StructType asset;
    private final Library library;
    private final CelCompiler compiler;

    private Environment(CelTypes types, CelType asset, Library library, CelCompilerBuilder builder) {
        this.types = types;
        this.asset = types.structOf(asset).orElseThrow();
        this.library = library;
        builder.setOptions(OPTIONS).setTypeProvider(types);
        this.asset.fields().forEach(field -> builder.addVar(field.name(), field.type()));
        library.functions().forEach(function -> builder.addFunctionDeclarations(types.declared(function)));
        this.compiler = builder.build();
    }

    /** What a rule may use beside the fields of an asset. */
    private static Environment ofRules(CelTypes types, CelType asset) {
        return new Environment(
                types,
                asset,
                Library.NONE,
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addVar("now", SimpleType.TIMESTAMP));
    }

    /**
     * What an expression of a type's declaration sees: the attributes by their bare names, and the functions of a library. There is no
     * clock: what an asset is does not hang on when somebody looks.
     */
    public static Environment of(Struct attributes, Library library) {
        CelTypes types = new CelTypes(Types.of(List.of()));
        CelType subject = types.subjectOf(attributes);
        return new Environment(
                types,
                subject,
                library,
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardMacros(LOOPS)
                        .addMacros(Macros.HAS_NAME)
                        .addVar(Macros.SUBJECT, subject));
    }

    /** What rules on a type see: the asset with its attributes, facets and relations. */
    public static Environment of(AssetType type, Types types) {
        CelTypes celTypes = new CelTypes(types);
        return ofRules(celTypes, celTypes.assetOf(type));
    }

    /** What rules on a kind see: the facets, and what every asset has. */
    public static Environment of(Kind kind, Types types) {
        CelTypes celTypes = new CelTypes(types);
        return ofRules(celTypes, celTypes.assetOf(kind));
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
    public Expression expression(YamlNode source) {
        return lower(source, check(source), Lowering::lower);
    }

    /**
     * Takes an expression apart, for whoever wants to see how it came out.
     *
     * @throws IllegalArgumentException where it is none of these names
     */
    public Step steps(String expression) {
        return new Steps(compiler, OPTIONS, library).of(expression);
    }

    /** The checked tree of an expression. */
    CelAbstractSyntaxTree check(YamlNode source) {
        CelValidationResult parsed = compiler.parse(source.text());
        Wording wording = new Wording(source, types, asset, library);
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

    private Expression lower(
            YamlNode source,
            CelAbstractSyntaxTree tree,
            BiFunction<CelAbstractSyntaxTree, Library, Expression> lowering) {
        try {
            return lowering.apply(tree, library);
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
