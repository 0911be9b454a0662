package io.nephoscope.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes an expression apart where it is joined. Loops stay whole: what is in them has no value by itself. */
final class Steps {
    private static final Set<String> JOINTS = Set.of(
            Operator.LOGICAL_AND.getFunction(),
            Operator.LOGICAL_OR.getFunction(),
            Operator.LOGICAL_NOT.getFunction(),
            Operator.CONDITIONAL.getFunction());

    private final CelCompiler compiler;
    private final Library library;
    private final CelUnparser unparser = CelUnparserFactory.newUnparser();

    Steps(CelCompiler compiler, CelOptions options, Library library) {
        // Else loops would be told as what they are made of.
        this.compiler = compiler.toCompilerBuilder()
                .setOptions(options.toBuilder().populateMacroCalls(true).build())
                .build();
        this.library = library;
    }

    /** @throws IllegalArgumentException where the text is no expression of these names */
    Step of(String text) {
        try {
            CelAbstractSyntaxTree whole = compiler.parse(text).getAst();
            return step(whole.getExpr(), whole.getSource());
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Step step(CelExpr part, CelSource source) throws CelValidationException {
        CelAbstractSyntaxTree tree = CelAbstractSyntaxTree.newParsedAst(part, source);
        List<Step> parts = new ArrayList<>();
        for (CelExpr inner : joined(part)) {
            parts.add(step(inner, source));
        }
        return new Step(
                unparser.unparse(tree), Lowering.lower(compiler.check(tree).getAst(), library), parts);
    }

    private static List<CelExpr> joined(CelExpr part) {
        return Parts.isCall(part) && JOINTS.contains(part.call().function())
                ? part.call().args()
                : List.of();
    }
}
