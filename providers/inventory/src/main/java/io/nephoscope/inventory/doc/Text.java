package io.nephoscope.inventory.doc;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One text in every language. What we say is said in each of them ({@link #of}); what a cloud or a user said is quoted
 * ({@link #quoted}) and stands in all of them as it came.
 */
public record Text(String en, String zh) implements Comparable<Text> {
    public static final Text EMPTY = quoted("");

    private static final Comparator<Text> ORDER = Comparator.comparing(Text::en).thenComparing(Text::zh);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /**
     * A sentence of ours, or a part of one.
     *
     * @param arguments what stands for <code>{0}</code>, <code>{1}</code> and so on: a text in its language, anything else as it is
     */
    public static Text of(String en, String zh, Object... arguments) {
        return new Text(filled(en, arguments, Text::en), filled(zh, arguments, Text::zh));
    }

    /** Words that are not ours, and names: the same in every language. */
    public static Text quoted(String words) {
        return new Text(words, words);
    }

    /** Parts of one enumeration. */
    public static Text listed(List<Text> parts) {
        return joined(parts, ", ", "、");
    }

    /** Sentences, each on a line of its own. */
    public static Text lines(List<Text> sentences) {
        return joined(sentences, "\n", "\n");
    }

    /** Clauses in a row. */
    public static Text clauses(List<Text> clauses) {
        return joined(clauses, "; ", "；");
    }

    private static Text joined(List<Text> parts, String en, String zh) {
        return new Text(
                parts.stream().map(Text::en).collect(Collectors.joining(en)),
                parts.stream().map(Text::zh).collect(Collectors.joining(zh)));
    }

    private static String filled(String sentence, Object[] arguments, Function<Text, String> language) {
        if (arguments.length == 0) {
            return sentence;
        }
        return PLACE.matcher(sentence).replaceAll(place -> {
            Object argument = arguments[Integer.parseInt(place.group(1))];
            return Matcher.quoteReplacement(
                    argument instanceof Text text ? language.apply(text) : String.valueOf(argument));
        });
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }

    @JsonIgnore
    public boolean isEmpty() {
        return en.isEmpty() && zh.isEmpty();
    }

    /** Whether it reads the same in every language. */
    @JsonIgnore
    public boolean isSame() {
        return en.equals(zh);
    }

    /** The same in other letters, as without what is secret. */
    public Text map(UnaryOperator<String> change) {
        String changed = change.apply(en);
        return new Text(changed, isSame() ? changed : change.apply(zh));
    }

    @Override
    public int compareTo(Text other) {
        return ORDER.compare(this, other);
    }
}
