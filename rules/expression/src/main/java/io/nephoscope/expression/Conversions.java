package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The functions that are named after the type that they give. */
final class Conversions {
    private static final Map<String, Boolean> TRUTHS = Map.of(
            "true", true, "True", true, "TRUE", true, "t", true, "1", true, "false", false, "False", false, "FALSE",
            false, "f", false, "0", false);

    private Conversions() {}

    static Object toInt(Object value) {
        if (value instanceof Double number) {
            return number > -0x1p63 && number < 0x1p63 ? (Object) number.longValue() : Arithmetic.overflow();
        } else if (value instanceof Instant time) {
            return time.getEpochSecond();
        } else if (value instanceof String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                return RuleError.of(Text.of("\"{0}\" is no int", "“{0}”不是 int", text));
            }
        }
        return value instanceof Long ? value : noWay("int", value);
    }

    static Object toDouble(Object value) {
        if (value instanceof Long number) {
            return number.doubleValue();
        } else if (value instanceof String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return RuleError.of(Text.of("\"{0}\" is no double", "“{0}”不是 double", text));
            }
        }
        return value instanceof Double ? value : noWay("double", value);
    }

    static Object toBool(Object value) {
        if (value instanceof String text) {
            Boolean truth = TRUTHS.get(text);
            return truth == null ? RuleError.of(Text.of("\"{0}\" is no bool", "“{0}”不是 bool", text)) : truth;
        }
        return value instanceof Boolean ? value : noWay("bool", value);
    }

    static Object toText(Object value) {
        if (value instanceof Duration duration) {
            return Times.format(duration);
        }
        return value instanceof String
                        || value instanceof Long
                        || value instanceof Double
                        || value instanceof Boolean
                        || value instanceof Instant
                ? value.toString()
                : noWay("string", value);
    }

    static Object toTimestamp(Object value) {
        if (value instanceof String text) {
            return Times.parse(text)
                    .<Object>map(time -> time)
                    .orElseGet(() -> RuleError.of(Text.of("\"{0}\" is no timestamp", "“{0}”不是 timestamp", text)));
        } else if (value instanceof Long seconds) {
            return Optional.of(seconds)
                    .filter(it -> Math.abs(it) < 1L << 40)
                    .map(Instant::ofEpochSecond)
                    .filter(Times::isInRange)
                    .<Object>map(time -> time)
                    .orElseGet(() -> RuleError.of(Text.of("{0} is no timestamp", "{0} 不是 timestamp", seconds)));
        }
        return value instanceof Instant ? value : noWay("timestamp", value);
    }

    static Object toDuration(Object value) {
        if (value instanceof String text) {
            return Times.parseDuration(text)
                    .<Object>map(duration -> duration)
                    .orElseGet(() -> RuleError.of(Text.of("\"{0}\" is no duration", "“{0}”不是 duration", text)));
        }
        return value instanceof Duration ? value : noWay("duration", value);
    }

    /** How many characters a text has, items a list, keys a map. */
    static Object size(Object value) {
        if (value instanceof String text) {
            return (long) text.codePointCount(0, text.length());
        } else if (value instanceof DocList list) {
            return list.stream()
                    .filter(item -> item instanceof Unknown unknown && unknown.isMore())
                    .findFirst()
                    .orElse((long) list.size());
        }
        return value instanceof Doc map
                ? keys(map)
                : RuleError.of(Text.of("{0} has no size", "{0}没有大小", Expected.describe(value)));
    }

    /** Whether a list has more items than a number: what is known of it may tell, though how many there are is unknown. */
    static Object moreThan(Object value, Object number) {
        long known = value instanceof DocList list
                ? list.stream()
                        .filter(item -> !(item instanceof Unknown unknown && unknown.isMore()))
                        .count()
                : 0;
        Object size = number instanceof Long least && known > least ? known : size(value);
        return size instanceof Long count && number instanceof Long least ? (Object) (count > least) : size;
    }

    private static Object keys(Doc map) {
        long count = 0;
        for (int i = 0; i < map.size(); i++) {
            Object field = map.at(i);
            if (field instanceof Unknown) {
                return field;
            }
            count += field == Absent.ABSENT ? 0 : 1;
        }
        return count;
    }

    private static Object noWay(String type, Object value) {
        return RuleError.of(Text.of("no {0} can be made of {1}", "{1}不能转换为 {0}", type, Expected.describe(value)));
    }
}
