package io.nephoscope.expression;

/** A part of a compiled expression. An abstract class and no interface: on JDK 17 tests against interfaces are slow. */
abstract class Node {
    /** A value or an Unknown; never absent, for to read what is absent is an error of the rule. */
    abstract Object evaluate(Frame frame);

    /** The same, but what is absent stays absent. */
    Object field(Frame frame) {
        return evaluate(frame);
    }

    /** The same as the value of a whole expression: absent where a function says that there is none. */
    Object derived(Frame frame) {
        return evaluate(frame);
    }

    /** A value that needs no asset. */
    static final class Constant extends Node {
        final Object value;

        Constant(Object value) {
            this.value = value;
        }

        @Override
        Object evaluate(Frame frame) {
            return value;
        }
    }

    /** What the expression is about. */
    static final class Whole extends Node {
        @Override
        Object evaluate(Frame frame) {
            return frame.subject;
        }
    }

    /** The clock. */
    static final class Now extends Node {
        @Override
        Object evaluate(Frame frame) {
            return frame.now;
        }
    }
}
