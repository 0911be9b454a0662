package io.nephoscope.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import java.util.Optional;

/** What macros become in a checked tree, and the one that is ours. */
final class Macros {
    /** The name of the whole that an expression is about, which no expression can write. */
    static final String SUBJECT = "@subject";

    private static final String HAS = "has";

    /**
     * {@code has(Name)} and {@code has(Owner.Name)}: where the names of an expression are the fields of one thing, a name alone may be
     * asked about too.
     */
    static final CelMacro HAS_NAME = CelMacro.newGlobalMacro(HAS, 1, (factory, target, arguments) -> {
        CelExpr asked = arguments.get(0);
        return switch (asked.getKind()) {
            case IDENT ->
                Optional.of(factory.newSelect(
                        factory.newIdentifier(SUBJECT), asked.ident().name(), true));
            case SELECT ->
                Optional.of(factory.newSelect(
                        asked.select().operand(), asked.select().field(), true));
            default ->
                Optional.of(factory.reportError(
                        CelIssue.formatError(CelSourceLocation.NONE, "invalid argument to has() macro")));
        };
    });

    private Macros() {}

    static boolean isSubject(CelExpr part) {
        return part.getKind() == Kind.IDENT && part.ident().name().equals(SUBJECT);
    }

    /** Whether a loop keeps some of its items and changes none. */
    static boolean isFilter(CelComprehension loop) {
        CelExpr step = loop.loopStep();
        return step.getKind() == Kind.CALL
                && step.call().function().equals("_?_:_")
                && loop.accuInit().getKind() == Kind.LIST
                && added(step.call().args().get(1))
                        .filter(item -> item.getKind() == Kind.IDENT
                                && item.ident().name().equals(loop.iterVar()))
                        .isPresent();
    }

    /** The item that a step {@code result + [item]} adds. */
    static Optional<CelExpr> added(CelExpr step) {
        return step.getKind() == Kind.CALL && step.call().function().equals("_+_")
                ? Optional.of(step.call().args().get(1))
                        .filter(list -> list.getKind() == Kind.LIST)
                        .map(list -> list.list().elements().get(0))
                : Optional.empty();
    }
}
