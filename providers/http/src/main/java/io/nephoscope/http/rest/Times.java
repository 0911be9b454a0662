package io.nephoscope.http.rest;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a service writes times. Those that the schema of an answer names become ISO 8601; what is in no known form stays as it is, and a
 * rule that reads it says so. An empty text is no time.
 *
 * @param zone of the clocks behind times that are written without one
 * @param forms of those times
 */
record Times(ZoneId zone, List<DateTimeFormatter> forms, boolean millis, boolean seconds) {
    static final Times ISO = new Times(ZoneOffset.UTC, List.of(), false, false);

    /** Milliseconds of the year 2001, and seconds of 1973: what is less is no time of ours. */
    private static final long FIRST_MILLISECOND = 1_000_000_000_000L;

    private static final long FIRST_SECOND = 100_000_000L;
    private static final Set<String> WORDS = Set.of("zone", "forms");

    Times {
        forms = List.copyOf(forms);
    }

    static Times read(YamlNode node) {
        node.fields(WORDS);
        ZoneId zone = node.optional("zone").map(Times::zone).orElse(ZoneOffset.UTC);
        List<DateTimeFormatter> forms = new ArrayList<>();
        boolean millis = false;
        boolean seconds = false;
        for (YamlNode form : node.field("forms").items()) {
            switch (form.filled()) {
                case "iso" -> {}
                case "millis" -> millis = true;
                case "seconds" -> seconds = true;
                default -> forms.add(form(form));
            }
        }
        return new Times(zone, forms, millis, seconds);
    }

    private static ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.filled());
        } catch (DateTimeException e) {
            throw node.error(Text.of("{0} is no zone; write it as +08:00.", "{0} 不是时区；请写作 +08:00。", node.filled()));
        }
    }

    private static DateTimeFormatter form(YamlNode node) {
        try {
            return DateTimeFormatter.ofPattern(node.filled(), Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw node.error(Text.of(
                    "{0} is no form of times; write iso, millis, seconds, or letters as yyyy-MM-dd HH:mm:ss.",
                    "{0} 不是时间格式；请写 iso、millis、seconds，或形如 yyyy-MM-dd HH:mm:ss。", node.filled()));
        }
    }

    /** The object with every time of its schema in ISO 8601. */
    Doc in(Doc answer, Struct schema) {
        Doc timed = answer;
        for (Map.Entry<String, Schema> field : schema.fields().entrySet()) {
            Object written = answer.get(field.getKey());
            Object read = field(written, field.getValue());
            if (read != written) {
                timed = timed.with(field.getKey(), read);
            }
        }
        return timed;
    }

    Object field(Object written, Schema schema) {
        if (schema == Scalar.TIMESTAMP) {
            return time(written);
        } else if (schema instanceof Struct struct && written instanceof Doc doc) {
            return in(doc, struct);
        } else if (schema instanceof ListOf list && written instanceof DocList items) {
            List<Object> read =
                    items.stream().map(item -> field(item, list.item())).toList();
            return read.equals(items.stream().toList()) ? written : DocList.copyOf(read);
        } else if (schema instanceof MapOf map && written instanceof Doc doc) {
            Doc.Builder read = Doc.builder();
            doc.forEach((key, value) -> read.put(key, field(value, map.value())));
            return read.build();
        }
        return written;
    }

    private Object time(Object written) {
        if (written instanceof Long number && millis && number >= FIRST_MILLISECOND) {
            return Instant.ofEpochMilli(number).toString();
        } else if (written instanceof Long number && seconds && number >= FIRST_SECOND) {
            return Instant.ofEpochSecond(number).toString();
        } else if (written instanceof String text) {
            return text.isEmpty() ? Absent.ABSENT : time(text);
        }
        return written;
    }

    private String time(String text) {
        return forms.stream()
                .flatMap(form -> in(form, text).stream())
                .findFirst()
                .orElse(text);
    }

    private Optional<String> in(DateTimeFormatter form, String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, form).atZone(zone).toInstant().toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
