package io.nephoscope.expression;

import dev.cel.common.ast.CelExpr;

/** A part of an expression that the checker accepts and rules may not use. */
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long expression;
    private final String sentence;

    Unsupported(CelExpr expression, String sentence) {
        super(sentence);
        this.expression = expression.id();
        this.sentence = sentence;
    }

    /** The id by which the tree knows the part. */
    long expression() {
        return expression;
    }

    /** What is wrong with it. */
    String sentence() {
        return sentence;
    }
}
