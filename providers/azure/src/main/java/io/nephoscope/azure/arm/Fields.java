package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
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

    /** Whether a text holds a word, in whatever case; what is no text does not. */
    public static Tri mentions(Object field, String word) {
        return Tri.ask(
                field,
                known -> Tri.of(known instanceof String text
                        && text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))));
    }

    /** The last name of an id, or of a name that has that of its parent before it. */
    public static String lastName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** The native id of what a resource lies in as one of its {@code children}; empty where it does not. */
    public static String parent(String id, String children) {
        String plain = ArmResource.id(id);
        int end = plain.lastIndexOf("/" + ArmResource.id(children) + "/");
        return end < 0 ? "" : plain.substring(0, end);
    }

    /**
     * Whether a field is one word, where others are all that it may be besides, in whatever case; an absent one is not.
     *
     * @throws Unreadable where it is none of them: nobody knows what it means
     */
    public static Tri either(Object field, String word, String... others) {
        return Tri.ask(field, known -> {
            if (known == Absent.ABSENT || is(known, others).isTrue()) {
                return Tri.of(false);
            } else if (is(known, word).isTrue()) {
                return Tri.of(true);
            }
            throw new Unreadable(Text.of(
                    "the answer says \"{0}\" where {1} was expected",
                    "应答为“{0}”，而预期为 {1}",
                    known,
                    Text.listed(Stream.concat(Stream.of(word), Stream.of(others))
                            .map(Text::quoted)
                            .toList())));
        });
    }

    /**
     * The objects of a list; none where it is absent, or unknown and asked for elsewhere.
     *
     * @throws Unreadable where it is no list of objects: what stands there instead may decide, and nobody knows how
     */
    public static Stream<Doc> docs(Object list) {
        return items(list, Doc.class);
    }

    /**
     * The texts of a list, under the same terms.
     *
     * @throws Unreadable where it is no list of texts
     */
    public static Stream<String> texts(Object list) {
        return items(list, String.class);
    }

    private static <T> Stream<T> items(Object list, Class<T> type) {
        if (list == Absent.ABSENT || list instanceof Unknown) {
            return Stream.of();
        } else if (list instanceof DocList known && known.stream().allMatch(type::isInstance)) {
            return known.stream().map(type::cast);
        }
        throw new Unreadable(
                Text.of("the answer has a list that holds what nobody knows how to read", "应答的列表中有无法解读的内容"));
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
