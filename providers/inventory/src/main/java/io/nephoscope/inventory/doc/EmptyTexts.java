package io.nephoscope.inventory.doc;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What an empty text in an answer means: nothing. Where one server leaves out the cluster of a database that has none, another writes
 * its empty name, and to take that for a name would put the database into a cluster. So an empty text is absent, wherever the name of
 * its field is the provider's own. Where somebody else chose the words, an empty one is what was said: the value of a tag or of a
 * setting, whether it stands beside its key or under it.
 */
public final class EmptyTexts {
    /** Maps in which keys and values are the customer's. */
    private static final Set<String> OWN_WORDS = Set.of("tags", "labels");

    private EmptyTexts() {}

    /** The document of an answer without its empty texts; in lists, whose positions hold, they are absent items. */
    public static Doc absent(Doc answer) {
        Doc.Builder kept = Doc.builder();
        answer.forEach((name, field) -> {
            if (isOwn(name, answer::has) || OWN_WORDS.contains(name)) {
                kept.put(name, field);
            } else if (!field.equals("")) {
                kept.put(name, absent(field));
            }
        });
        return kept.build();
    }

    private static Object absent(Object field) {
        if (field instanceof Doc doc) {
            return absent(doc);
        } else if (field instanceof DocList list) {
            return DocList.copyOf(list.stream().map(EmptyTexts::absent).toList());
        }
        return field.equals("") ? Absent.ABSENT : field;
    }

    /**
     * Whether a field holds somebody's own words: {@code value}, {@code tagValue} beside {@code tagKey}, {@code ParameterValue} beside
     * {@code ParameterName}.
     *
     * @param siblings whether a field of a name stands beside it
     */
    public static boolean isOwn(String name, Predicate<String> siblings) {
        return name.equalsIgnoreCase("value")
                || (name.endsWith("Value")
                        && (siblings.test(name.replace("Value", "Key"))
                                || siblings.test(name.replace("Value", "Name"))));
    }
}
