package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** The operators {@code + - * / %} and {@code []}. Whole numbers never wrap around: what does not fit is an error. */
final class Arithmetic {
    private Arithmetic() {}

    static Object add(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? overflow() : (Object) sum;
        } else if (left instanceof Double a && right instanceof Double b) {
            return a + b;
        } else if (left instanceof String a && right instanceof String b) {
            return a + b;
        } else if (left instanceof DocList a && right instanceof DocList b) {
            return DocList.copyOf(Stream.concat(a.stream(), b.stream()).toList());
        } else if (left instanceof Instant a && right instanceof Duration b) {
            return Times.plus(a, b);
        } else if (left instanceof Duration a && right instanceof Instant b) {
            return Times.plus(b, a);
        } else if (left instanceof Duration a && right instanceof Duration b) {
            return Times.plus(a, b);
        }
        return undefined("+", left, right);
    }

    static Object subtract(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) < 0 ? overflow() : (Object) difference;
        } else if (left instanceof Double a && right instanceof Double b) {
            return a - b;
        } else if (left instanceof Instant a && right instanceof Instant b) {
            return Times.between(b, a);
        } else if (left instanceof Instant a && right instanceof Duration b) {
            return Times.plus(a, b.negated());
        } else if (left instanceof Duration a && right instanceof Duration b) {
            return Times.plus(a, b.negated());
        }
        return undefined("-", left, right);
    }

    static Object multiply(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long low = a * b;
            long high = Math.multiplyHigh(a, b);
            return high == (low >> 63) ? (Object) low : overflow();
        }
        return left instanceof Double a && right instanceof Double b ? a * b : undefined("*", left, right);
    }

    static Object divide(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return b == 0 ? byZero() : a == Long.MIN_VALUE && b == -1 ? overflow() : (Object) (a / b);
        }
        return left instanceof Double a && right instanceof Double b ? a / b : undefined("/", left, right);
    }

    static Object remainder(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return b == 0 ? byZero() : (Object) (a % b);
        }
        return undefined("%", left, right);
    }

    static Object negate(Object value) {
        if (value instanceof Long number) {
            return number == Long.MIN_VALUE ? overflow() : (Object) (-number);
        }
        return value instanceof Double number
                ? (Object) (-number)
                : RuleError.of(Text.of("there is no minus {0}", "{0}没有负值", Expected.describe(value)));
    }

    static Object index(Object container, Object index) {
        if (container instanceof DocList list && index instanceof Long position) {
            if (position < 0 || position >= list.size()) {
                return RuleError.of(
                        Text.of("the list has no item {0}, only {1}", "列表没有第 {0} 项，只有 {1} 项", position, list.size()));
            }
            Object item = list.get(position.intValue());
            return item == Absent.ABSENT ? RuleError.absent("item " + position) : item;
        } else if (container instanceof Doc map && index instanceof String key) {
            Object field = map.get(key);
            return field == Absent.ABSENT ? RuleError.absent("[\"" + key + "\"]") : field;
        }
        return undefined("[]", container, index);
    }

    static Object undefined(String operator, Object left, Object right) {
        return RuleError.of(Text.of(
                "{0} cannot be applied to {1} and {2}",
                "{0} 不能用于{1}和{2}", operator, Expected.describe(left), Expected.describe(right)));
    }

    static Object overflow() {
        return RuleError.of(Text.of("a whole number does not fit into 64 bits", "整数超出 64 位范围"));
    }

    private static Object byZero() {
        return RuleError.of(Text.of("division by zero", "除以零"));
    }
}
