package io.nephoscope.rules.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Optional;

/** What the loop macros become in a checked tree. */
final class Macros {
    private Macros() {}

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
