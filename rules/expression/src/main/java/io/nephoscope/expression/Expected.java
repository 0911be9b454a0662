package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the checker takes a field for. Documents come from outside, so that what they really hold is looked at when it is read. */
enum Expected {
    STRING("a string", "字符串"),
    INT("an int", "整数"),
    DOUBLE("a double", "小数"),
    BOOL("a bool", "布尔值"),
    TIMESTAMP("a timestamp", "时间"),
    LIST("a list", "列表"),
    /** Times are texts in documents, also those in lists. */
    TIMESTAMPS("a list of timestamps", "时间列表"),
    MAP("an object", "对象"),
    ANY("a value", "值");

    private final String en;
    private final String zh;

    Expected(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    private Text words() {
        return Text.of(en, zh);
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
                ? Times.parse(text)
                        .<Object>map(it -> it)
                        .orElseGet(() -> RuleError.of(Text.of("{0} is no timestamp", "{0} 不是 timestamp", path)))
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
                : RuleError.of(Text.of("{0} is {1} and not {2}", "{0} 是{1}而不是{2}", path, describe(field), words()));
    }

    /** What a value is, with its article. */
    static Text describe(Object value) {
        if (value instanceof String) {
            return STRING.words();
        } else if (value instanceof Long) {
            return INT.words();
        } else if (value instanceof Double) {
            return DOUBLE.words();
        } else if (value instanceof Boolean) {
            return BOOL.words();
        } else if (value instanceof Instant) {
            return TIMESTAMP.words();
        } else if (value instanceof Duration) {
            return Text.of("a duration", "时长");
        } else if (value instanceof DocList) {
            return LIST.words();
        }
        return value instanceof Doc ? MAP.words() : Text.of("an asset", "资产");
    }
}
