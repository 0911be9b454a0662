package io.nephoscope.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** The order of values: numbers by value across their types, texts by character, times by the clock. */
final class Ordering {
    /** What NaN compares to: nothing, itself included. */
    static final int NONE = 2;

    private Ordering() {}

    /** Whether two values can be put in order at all. */
    static boolean isDefined(Object left, Object right) {
        if (left instanceof Long || left instanceof Double) {
            return right instanceof Long || right instanceof Double;
        } else if (left instanceof String) {
            return right instanceof String;
        } else if (left instanceof Instant) {
            return right instanceof Instant;
        } else if (left instanceof Duration) {
            return right instanceof Duration;
        }
        return left instanceof Boolean && right instanceof Boolean;
    }

    /** -1, 0, 1 or {@link #NONE}, for values whose order {@link #isDefined}. */
    static int compare(Object left, Object right) {
        if (left instanceof Long || left instanceof Double) {
            return numbers(left, right);
        } else if (left instanceof String a && right instanceof String b) {
            return Integer.signum(a.compareTo(b));
        } else if (left instanceof Instant a && right instanceof Instant b) {
            return Integer.signum(a.compareTo(b));
        } else if (left instanceof Duration a && right instanceof Duration b) {
            return Integer.signum(a.compareTo(b));
        }
        return left instanceof Boolean a && right instanceof Boolean b ? Integer.signum(a.compareTo(b)) : NONE;
    }

    /** The order of two numbers by value; {@link #NONE} where one is NaN or no number at all. */
    static int numbers(Object left, Object right) {
        if (left instanceof Long a) {
            return right instanceof Long b ? Long.compare(a, b) : right instanceof Double b ? mixed(a, b) : NONE;
        } else if (left instanceof Double a && right instanceof Double b) {
            double first = a;
            double second = b;
            return first < second ? -1 : first > second ? 1 : first == second ? 0 : NONE;
        }
        int reversed = left instanceof Double a && right instanceof Long b ? mixed(b, a) : NONE;
        return reversed == NONE ? NONE : -reversed;
    }

    private static int mixed(long left, double right) {
        if (Double.isNaN(right)) {
            return NONE;
        } else if (Double.isInfinite(right)) {
            return right > 0 ? -1 : 1;
        }
        return BigDecimal.valueOf(left).compareTo(new BigDecimal(right));
    }
}
