package io.nephoscope.http.rest;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Words of a service file that several of its parts take. */
final class Words {
    static final String NONE = "none";

    private Words() {}

    /** The text of a field; empty where the field is not there. */
    static String text(YamlNode node, String field) {
        return node.optional(field).map(YamlNode::filled).orElse("");
    }

    /** One text or a list of them. */
    static List<String> texts(Optional<YamlNode> node) {
        return node.map(it -> it.isList() ? it.items() : List.of(it)).orElse(List.of()).stream()
                .map(YamlNode::filled)
                .toList();
    }

    static boolean isNone(YamlNode node) {
        return !node.isMap() && !node.isList() && node.text().equals(NONE);
    }

    static long number(YamlNode node) {
        if (node.value() instanceof Long number && number >= 0) {
            return number;
        }
        throw node.error(Text.of("here should be a whole number.", "此处应为整数。"));
    }

    /** Which of the words of an enumeration stands here, in lower case with hyphens as files write them. */
    static <E extends Enum<E>> E oneOf(YamlNode node, Class<E> words) {
        TreeSet<String> known = new TreeSet<>();
        Function<E, String> written =
                word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (E word : words.getEnumConstants()) {
            known.add(written.apply(word));
            if (written.apply(word).equals(node.filled())) {
                return word;
            }
        }
        throw unknown(node, node.filled(), known);
    }

    static YamlException unknown(YamlNode node, String given, Collection<String> known) {
        return node.error(Text.of(
                "{0} is not known here{1}; known: {2}.",
                "此处没有 {0}{1}；可用：{2}。", given, Suggestion.didYouMean(given, known), String.join(", ", known)));
    }
}
