package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.HashSet;
import java.util.Set;

/** Nodes that need the values of all their parts: an unknown part makes the whole unknown. */
final class Strict {
    private Strict() {}

    /** A function of one known value; it gives a value or an error. */
    @FunctionalInterface
    interface One {
        Object apply(Object value);
    }

    /** A function of two known values; it gives a value or an error. */
    @FunctionalInterface
    interface Two {
        Object apply(Object left, Object right);
    }

    static final class Unary extends Node {
        private final One function;
        private final Node operand;

        Unary(One function, Node operand) {
            this.function = function;
            this.operand = operand;
        }

        @Override
        Object evaluate(Frame frame) {
            Object value = operand.evaluate(frame);
            return value instanceof Unknown ? value : function.apply(value);
        }
    }

    static final class Binary extends Node {
        private final Two function;
        private final Node left;
        private final Node right;

        Binary(Two function, Node left, Node right) {
            this.function = function;
            this.left = left;
            this.right = right;
        }

        @Override
        Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            Object second = right.evaluate(frame);
            return first instanceof Unknown || second instanceof Unknown
                    ? RuleError.join(first, second)
                    : function.apply(first, second);
        }
    }

    /** {@code ==} and {@code !=}, with the commonest case at hand. */
    static final class Equal extends Node {
        private final Node left;
        private final Node right;
        private final boolean wanted;

        Equal(boolean wanted, Node left, Node right) {
            this.wanted = wanted;
            this.left = left;
            this.right = right;
        }

        @Override
        Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            Object second = right.evaluate(frame);
            if (first instanceof String a && second instanceof String b) {
                return a.equals(b) == wanted;
            }
            Object equal = Equality.equal(first, second);
            return equal instanceof Boolean truth ? (Object) (truth == wanted) : equal;
        }
    }

    /** {@code <}, {@code <=}, {@code >} and {@code >=}. */
    static final class Compare extends Node {
        private final Node left;
        private final Node right;
        private final boolean less;
        private final boolean orEqual;

        Compare(boolean less, boolean orEqual, Node left, Node right) {
            this.less = less;
            this.orEqual = orEqual;
            this.left = left;
            this.right = right;
        }

        @Override
        Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            Object second = right.evaluate(frame);
            if (first instanceof Unknown || second instanceof Unknown) {
                return RuleError.join(first, second);
            }
            if (!Ordering.isDefined(first, second)) {
                return RuleError.of(Text.of(
                        "{0} and {1} cannot be put in order",
                        "{0}和{1}无法比较大小", Expected.describe(first), Expected.describe(second)));
            }
            int order = Ordering.compare(first, second);
            return order == 0 ? orEqual : order == (less ? -1 : 1);
        }
    }

    /** {@code in} a list of texts that the expression itself holds. */
    static final class AmongTexts extends Node {
        private final Node item;
        private final Set<String> texts;

        AmongTexts(Node item, Set<String> texts) {
            this.item = item;
            this.texts = new HashSet<>(texts);
        }

        @Override
        Object evaluate(Frame frame) {
            Object value = item.evaluate(frame);
            return value instanceof Unknown ? value : value instanceof String text && texts.contains(text);
        }
    }
}
