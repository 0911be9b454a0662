package io.nephoscope.files;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a cell as a schema says: true or false, whole numbers, lists with semicolons, objects as {@code key=value} with blanks
 * between. An empty list is written {@code none}.
 */
final class Cell {
    private static final String EMPTY_LIST = "none";

    private Cell() {}

    /** @throws IllegalArgumentException where the text is not of the schema, with one clause that says how */
    static Object read(String text, Schema schema) {
        if (schema instanceof Scalar scalar) {
            return scalar(text, scalar);
        } else if (schema instanceof Schema.ListOf list) {
            return list(text, list.item());
        } else if (schema instanceof Schema.Struct struct) {
            return object(text, struct.fields());
        }
        throw new IllegalArgumentException("a CSV file cannot hold such a value");
    }

    private static Object scalar(String text, Scalar scalar) {
        return switch (scalar) {
            case STRING, DYN -> text;
            case BOOL -> truth(text);
            case INT -> wholeNumber(text);
            case DOUBLE -> number(text);
            case TIMESTAMP -> time(text);
        };
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(quoted(text) + " is not true, false, yes or no");
        };
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(quoted(text) + " is not a whole number", e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(quoted(text) + " is not a number", e);
        }
    }

    private static String time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    quoted(text) + " is not a time with its zone, as 2026-01-31T00:00:00Z", e);
        }
    }

    private static DocList list(String text, Schema item) {
        List<Object> items = new ArrayList<>();
        if (!text.equals(EMPTY_LIST)) {
            for (String part : text.split(";", -1)) {
                if (!part.isBlank()) {
                    items.add(read(part.strip(), item));
                }
            }
        }
        return DocList.copyOf(items);
    }

    private static Doc object(String text, Map<String, Schema> fields) {
        Doc.Builder object = Doc.builder();
        for (String part : text.split("\\s+", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            Schema schema = fields.get(key);
            if (equals < 0 || schema == null) {
                throw new IllegalArgumentException(
                        quoted(part) + " is not one of " + String.join("=…, ", fields.keySet()) + "=…");
            }
            object.put(key, read(part.substring(equals + 1), schema));
        }
        Doc whole = object.build();
        for (String key : fields.keySet()) {
            if (!whole.keys().contains(key)) {
                throw new IllegalArgumentException(quoted(text) + " lacks " + key + "=…");
            }
        }
        return whole;
    }

    /** Long cells are cut: the line tells where the rest is. */
    static String quoted(String text) {
        int most = 60;
        return '"' + (text.length() > most ? text.substring(0, most) + "…" : text) + '"';
    }
}
