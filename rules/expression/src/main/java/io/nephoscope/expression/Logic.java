package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;

/** Truth with three values: what is unknown matters only where the known does not decide. */
final class Logic {
    private Logic() {}

    /** A truth value, an unknown as it is, and anything else as an error. */
    static Object truth(Object value) {
        return value instanceof Boolean || value instanceof Unknown
                ? value
                : RuleError.of(Text.of(
                        "{0} stands where true or false is needed",
                        "{0}出现在需要 true 或 false 的位置", Expected.describe(value)));
    }

    /** {@code &&} and {@code ||}: one value on either side decides. */
    static final class Junction extends Node {
        private final Node left;
        private final Node right;
        private final Boolean decisive;

        Junction(boolean decisive, Node left, Node right) {
            this.decisive = decisive;
            this.left = left;
            this.right = right;
        }

        @Override
        Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            if (decisive.equals(first)) {
                return first;
            }
            Object second = right.evaluate(frame);
            if (decisive.equals(second)) {
                return second;
            }
            return first instanceof Boolean && second instanceof Boolean ? second : unknown(first, second);
        }

        private static Unknown unknown(Object first, Object second) {
            return RuleError.join(truth(first), truth(second));
        }
    }

    /** The whole of a condition: what the checker took for a truth value must be one. */
    static final class Condition extends Node {
        private final Node operand;

        Condition(Node operand) {
            this.operand = operand;
        }

        @Override
        Object evaluate(Frame frame) {
            return truth(operand.evaluate(frame));
        }
    }

    static final class Not extends Node {
        private final Node operand;

        Not(Node operand) {
            this.operand = operand;
        }

        @Override
        Object evaluate(Frame frame) {
            Object value = operand.evaluate(frame);
            return value instanceof Boolean truth ? (Object) !truth : truth(value);
        }
    }

    static final class Conditional extends Node {
        private final Node condition;
        private final Node then;
        private final Node otherwise;

        Conditional(Node condition, Node then, Node otherwise) {
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        Object evaluate(Frame frame) {
            Object value = condition.evaluate(frame);
            if (value instanceof Boolean truth) {
                return truth ? then.evaluate(frame) : otherwise.evaluate(frame);
            }
            return truth(value);
        }

        @Override
        Object derived(Frame frame) {
            Object value = condition.evaluate(frame);
            if (value instanceof Boolean truth) {
                return truth ? then.derived(frame) : otherwise.derived(frame);
            }
            return truth(value);
        }
    }
}
