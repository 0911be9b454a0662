package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Items of answers as documents hold them. */
public final class JdItems {
    /** Some products write times without a zone: those of the clocks in their data centres. */
    private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    /** Milliseconds of the year 2001: what is less is no time of ours. */
    private static final long FIRST_MILLISECOND = 1_000_000_000_000L;

    /** The attribute that holds the tags of the products whose listings have them. */
    public static final String TAGS = "tags";

    /** Why the tags of the other products are unknown: the product that knows of all of them is not asked. */
    public static final Text NO_TAGS = Text.of("the listing of this product has no tags", "该产品的列表不含标签");

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

    /**
     * Reads the tags that many products write as a list of objects with a key and a value. No document says that a list which is left out
     * means that there are none.
     */
    public static Object tags(Attributes item) {
        Object list = item.get(TAGS);
        if (!(list instanceof DocList known)) {
            return list == Absent.ABSENT
                    ? Unknown.because(new Cause(
                            "",
                            Status.NOT_SAID,
                            "",
                            Text.of("the answer of the listing leaves out {0}", "列表的应答缺少 {0}", TAGS)))
                    : list;
        }
        Doc.Builder tags = Doc.builder();
        known.docs().forEach(tag -> tags.put(tag.text("key"), tag.text("value")));
        return tags.build();
    }
}
