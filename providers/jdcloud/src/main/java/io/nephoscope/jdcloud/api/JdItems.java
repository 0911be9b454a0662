package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Items of answers as documents hold them. */
public final class JdItems {
    /** Some products write times without a zone: those of the clocks in their data centres. */
    private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    /** Milliseconds of the year 2001: what is less is no time of ours. */
    private static final long FIRST_MILLISECOND = 1_000_000_000_000L;

    private JdItems() {}

    /** The item with its times in ISO 8601, as far as they can be read; what cannot stays, and a rule that reads it says so. */
    static Doc timed(Doc item, Struct schema) {
        Doc timed = item;
        for (Map.Entry<String, Schema> field : schema.fields().entrySet()) {
            if (field.getValue() == Schema.Scalar.TIMESTAMP) {
                Object written = item.get(field.getKey());
                Object time = time(written);
                if (time != written) {
                    timed = timed.with(field.getKey(), time);
                }
            }
        }
        return timed;
    }

    private static Object time(Object written) {
        if (written instanceof Long millis && millis >= FIRST_MILLISECOND) {
            return Instant.ofEpochMilli(millis).toString();
        } else if (written instanceof String text && text.isEmpty()) {
            return Absent.ABSENT;
        } else if (written instanceof String text) {
            try {
                return LocalDateTime.parse(text, WITHOUT_ZONE)
                        .toInstant(BEIJING)
                        .toString();
            } catch (DateTimeException e) {
                return written;
            }
        }
        return written;
    }

    /** Reads the tags that most products write as a list of objects with a key and a value. */
    public static Function<Doc, Map<String, String>> tags() {
        return item -> {
            Map<String, String> tags = new TreeMap<>();
            item.list("tags").docs().forEach(tag -> tags.put(tag.text("key"), tag.text("value")));
            return tags;
        };
    }
}
