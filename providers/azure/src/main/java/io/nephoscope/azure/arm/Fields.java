package io.nephoscope.azure.arm;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;

/** Questions about fields of answers of the Resource Manager, which writes the same word now so and now so. */
public final class Fields {
    private Fields() {}

    /** Whether a field is one of some words, in whatever case. */
    public static Tri is(Object field, String... words) {
        return Tri.ask(
                field,
                known -> Tri.of(known instanceof String text && Stream.of(words).anyMatch(text::equalsIgnoreCase)));
    }

    /** The items of a list that are objects; none where the field is anything but a known list. */
    public static Stream<Doc> docs(Object list) {
        return list instanceof DocList known ? known.docs() : Stream.of();
    }

    /** The items of a list that are texts; none where the field is anything but a known list. */
    public static Stream<String> texts(Object list) {
        return list instanceof DocList known ? known.texts() : Stream.of();
    }

    /**
     * A time that is written as seconds since 1970, as Key Vault does; absent and unknown stay what they are.
     *
     * @throws DateTimeException where it is no time
     */
    public static Object time(Object seconds) {
        if (seconds instanceof Long known) {
            return Instant.ofEpochSecond(known).toString();
        } else if (seconds == Absent.ABSENT || seconds instanceof Unknown) {
            return seconds;
        }
        throw new DateTimeException("a time that is no number of seconds");
    }
}
