package io.nephoscope.rules.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the checker takes a field for. Documents come from outside, so that what they really hold is looked at when it is read. */
enum Expected {
    STRING("a string"),
    INT("an int"),
    DOUBLE("a double"),
    BOOL("a bool"),
    TIMESTAMP("a timestamp"),
    LIST("a list"),
    /** Times are texts in documents, also those in lists. */
    TIMESTAMPS("a list of timestamps"),
    MAP("an object"),
    ANY("a value");

    private final String words;

    Expected(String words) {
        this.words = words;
    }

    /** The field as a value of this type; an unknown stays what it is, and anything else is an error that names the path. */
    Object check(Object field, String path) {
        if (field instanceof Unknown) {
            return field;
        }
        return switch (this) {
            case STRING -> field instanceof String ? field : mismatch(field, path);
            case BOOL -> field instanceof Boolean ? field : mismatch(field, path);
            case INT -> field instanceof Long ? field : whole(field, path);
            case DOUBLE -> field instanceof Double ? field : fractional(field, path);
            case TIMESTAMP -> field instanceof Instant ? field : time(field, path);
            case LIST -> field instanceof DocList ? field : mismatch(field, path);
            case TIMESTAMPS -> field instanceof DocList list ? times(list, path) : mismatch(field, path);
            case MAP -> field instanceof Doc ? field : mismatch(field, path);
            case ANY -> field == Absent.ABSENT ? RuleError.absent(path) : field;
        };
    }

    private Object whole(Object field, String path) {
        return field instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1L << 53
                ? (Object) number.longValue()
                : mismatch(field, path);
    }

    private Object fractional(Object field, String path) {
        return field instanceof Long number ? (Object) number.doubleValue() : mismatch(field, path);
    }

    private Object time(Object field, String path) {
        return field instanceof String text
                ? Times.parse(text).<Object>map(it -> it).orElseGet(() -> RuleError.of(path + " is no timestamp"))
                : mismatch(field, path);
    }

    private Object times(DocList list, String path) {
        List<Object> times = new ArrayList<>(list.size());
        for (Object item : list) {
            times.add(item == Absent.ABSENT ? item : TIMESTAMP.check(item, path + "[]"));
        }
        return DocList.copyOf(times);
    }

    private Object mismatch(Object field, String path) {
        return field == Absent.ABSENT
                ? RuleError.absent(path)
                : RuleError.of(path + " is " + describe(field) + " and not " + words);
    }

    /** What a value is, with its article. */
    static String describe(Object value) {
        if (value instanceof String) {
            return STRING.words;
        } else if (value instanceof Long) {
            return INT.words;
        } else if (value instanceof Double) {
            return DOUBLE.words;
        } else if (value instanceof Boolean) {
            return BOOL.words;
        } else if (value instanceof Instant) {
            return TIMESTAMP.words;
        } else if (value instanceof Duration) {
            return "a duration";
        } else if (value instanceof DocList) {
            return LIST.words;
        }
        return value instanceof Doc ? MAP.words : "an asset";
    }
}
