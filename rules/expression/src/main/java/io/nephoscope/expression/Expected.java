package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the checker takes a field for. Documents come from outside, so that what they really hold is looked at when it is read: a list
 * and a map with all that they hold, the fields of an object of known fields when they are read in turn.
 *
 * @param of what every item of a list, or every value of a map, is taken for
 */
record Expected(Sort sort, Optional<Expected> of) {
    static final Expected STRING = new Expected(Sort.STRING);
    static final Expected INT = new Expected(Sort.INT);
    static final Expected DOUBLE = new Expected(Sort.DOUBLE);
    static final Expected BOOL = new Expected(Sort.BOOL);
    /** Times are texts in documents, also those in lists. */
    static final Expected TIMESTAMP = new Expected(Sort.TIMESTAMP);

    static final Expected ANY = new Expected(Sort.ANY);
    /** An object with known fields. */
    static final Expected OBJECT = new Expected(Sort.MAP);

    private static final String OF = " of ";

    enum Sort {
        STRING("a string", "字符串"),
        INT("an int", "整数"),
        DOUBLE("a double", "小数"),
        BOOL("a bool", "布尔值"),
        TIMESTAMP("a timestamp", "时间"),
        LIST("a list", "列表"),
        MAP("an object", "对象"),
        ANY("a value", "值");

        private final String en;
        private final String zh;

        Sort(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        private Text words() {
            return Text.of(en, zh);
        }

        private boolean holds(Object value) {
            return switch (this) {
                case STRING -> value instanceof String;
                case INT -> value instanceof Long;
                case DOUBLE -> value instanceof Double;
                case BOOL -> value instanceof Boolean;
                case TIMESTAMP -> value instanceof Instant;
                case LIST -> value instanceof DocList;
                case MAP -> value instanceof Doc;
                case ANY -> true;
            };
        }
    }

    private Expected(Sort sort) {
        this(sort, Optional.empty());
    }

    static Expected listOf(Expected item) {
        return new Expected(Sort.LIST, Optional.of(item));
    }

    static Expected mapOf(Expected value) {
        return new Expected(Sort.MAP, Optional.of(value));
    }

    /** As {@link #read} reads it. */
    String written() {
        return sort.name() + of.map(part -> OF + part.written()).orElse("");
    }

    static Expected read(String written) {
        String[] parts = written.split(OF, 2);
        return new Expected(Sort.valueOf(parts[0]), parts.length == 1 ? Optional.empty() : Optional.of(read(parts[1])));
    }

    /** The field as a value of this type; an unknown stays what it is, and anything else is an error that names the path. */
    Object check(Object field, String path) {
        return isKept(field) ? field : right(field, path).orElseGet(() -> wrong(field, path));
    }

    /** Empty where it is of another type. */
    private Optional<Object> right(Object field, String path) {
        if (isKept(field)) {
            return Optional.of(field);
        } else if (field instanceof DocList list && sort == Sort.LIST) {
            return Optional.of(items(list, path + "[]"));
        } else if (field instanceof Doc map && sort == Sort.MAP) {
            return Optional.of(values(map, path + "[]"));
        }
        return converted(field);
    }

    /** Whether it needs no change. */
    private boolean isKept(Object field) {
        if (field == Absent.ABSENT || field instanceof Unknown) {
            return field != Absent.ABSENT;
        }
        return sort.holds(field) && (of.isEmpty() || of.get().areKept(field));
    }

    private boolean areKept(Object fields) {
        if (sort == Sort.ANY) {
            return true;
        }
        if (fields instanceof DocList list) {
            for (int i = 0; i < list.size(); i++) {
                if (!isKept(list.get(i))) {
                    return false;
                }
            }
        } else if (fields instanceof Doc map) {
            for (int i = 0; i < map.size(); i++) {
                if (map.at(i) != Absent.ABSENT && !isKept(map.at(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of many that are wrong alike, there is one thing to say. */
    private DocList items(DocList list, String path) {
        Expected item = of.orElse(ANY);
        Map<Class<?>, Unknown> wrong = new HashMap<>();
        List<Object> items = new ArrayList<>(list.size());
        list.forEach(field -> items.add(item.right(field, path)
                .orElseGet(() -> wrong.computeIfAbsent(field.getClass(), it -> item.wrong(field, path)))));
        return DocList.copyOf(items);
    }

    /** A key whose value is absent is a key that is not there. */
    private Doc values(Doc map, String path) {
        Expected value = of.orElse(ANY);
        Doc.Builder values = Doc.builder();
        map.forEach((key, field) -> values.put(key, field == Absent.ABSENT ? field : value.check(field, path)));
        return values.build();
    }

    /** The same value as this type has it. */
    private Optional<Object> converted(Object field) {
        return switch (sort) {
            case INT ->
                field instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1L << 53
                        ? Optional.of(number.longValue())
                        : Optional.empty();
            case DOUBLE -> field instanceof Long number ? Optional.of(number.doubleValue()) : Optional.empty();
            case TIMESTAMP -> field instanceof String text ? Times.parse(text).map(time -> time) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Unknown wrong(Object field, String path) {
        if (field == Absent.ABSENT) {
            return RuleError.absent(path);
        }
        return sort == Sort.TIMESTAMP && field instanceof String
                ? RuleError.of(Text.of("{0} is no timestamp", "{0} 不是 timestamp", path))
                : RuleError.of(
                        Text.of("{0} is {1} and not {2}", "{0} 是{1}而不是{2}", path, describe(field), sort.words()));
    }

    /** What a value is, with its article. */
    static Text describe(Object value) {
        if (value instanceof Duration) {
            return Text.of("a duration", "时长");
        }
        for (Sort sort : Sort.values()) {
            if (sort != Sort.ANY && sort.holds(value)) {
                return sort.words();
            }
        }
        return Text.of("an asset", "资产");
    }
}
