package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an answer must hold to be one. Whatever stands between us and a cloud may answer in its place, and half of an answer may be
 * lost: where what the provider always sends is missing, nothing was said, which is not the same as "there is none".
 *
 * @param document the name of the document that the answer is, where its format has one: the outermost element of XML
 * @param members what the provider always sends, as paths in the answer: {@code Owner}, {@code Attributes.QueueArn}; of two with a bar
 *     between them, one
 * @param each what it always sends of each item of a list
 * @param nothing why it may leave out everything; empty where it does not
 */
public record Proof(String document, List<String> members, List<String> each, String nothing) {
    /** Nobody has said yet what proves an answer. */
    public static final Proof UNDECLARED = new Proof("", List.of(), List.of(), "");

    private static final Pattern EITHER = Pattern.compile("\\|");

    public Proof {
        members = List.copyOf(members);
        each = List.copyOf(each);
    }

    /** An answer that always holds these. */
    public static Proof holding(String... members) {
        return new Proof("", List.of(members), List.of(), "");
    }

    /** An answer that is known by the name of its document. */
    public static Proof named(String document) {
        return new Proof(document, List.of(), List.of(), "");
    }

    /** An answer that may hold nothing at all. */
    public static Proof nothing(String why) {
        return new Proof("", List.of(), List.of(), why);
    }

    /** The same, known by the name of its document too. */
    public Proof in(String otherDocument) {
        return new Proof(otherDocument, members, each, nothing);
    }

    /** The same, of whose listed items each always holds these. */
    public Proof each(String... ofItem) {
        return new Proof(document, members, List.of(ofItem), nothing);
    }

    /** Says of an answer, or of an item, that it lacks a member. */
    public static Text without(String member) {
        return Text.of("it leaves out what is always sent ({0})", "应答缺少必有的内容（{0}）", member);
    }

    /** Says it of an item of a list. */
    public static Text withoutOfItem(String member) {
        return Text.of("of an item {0}", "列表中有一项：{0}", without(member));
    }

    public boolean isDeclared() {
        return !equals(UNDECLARED);
    }

    /** The first member that an answer lacks. */
    public Optional<String> missing(Doc answer) {
        return missing(path -> Paths.get(answer, path));
    }

    /**
     * The first member that an answer lacks.
     *
     * @param field the field at a path of the answer
     */
    public Optional<String> missing(Function<String, Object> field) {
        return members.stream()
                .filter(ways -> EITHER.splitAsStream(ways).noneMatch(path -> isThere(field.apply(path))))
                .findFirst();
    }

    /** The first member that an item of a list lacks. */
    public Optional<String> missingOf(Doc item) {
        return each.stream().filter(path -> !isThere(Paths.get(item, path))).findFirst();
    }

    static boolean isThere(Object field) {
        return field != Absent.ABSENT;
    }
}
