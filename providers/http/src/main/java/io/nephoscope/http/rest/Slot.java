package io.nephoscope.http.rest;

import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where in a request something is written: {@code query.marker}, {@code header.X-Page} or {@code body.req.pageIndex}; without the first
 * word, a GET's query or a POST's body.
 *
 * @param name of the parameter or the header, or the path in the body
 */
record Slot(Where where, String name) {
    enum Where {
        QUERY,
        HEADER,
        BODY
    }

    private static final Pattern NOT_A_FILES = Pattern.compile(
            "(?i)x-(http-)?method(-override)?|host|connection|content-length|transfer-encoding|upgrade|expect|te|trailer");

    /** @param isPost whether the request has a body */
    static Slot of(String text, boolean isPost) {
        for (Where where : Where.values()) {
            String word = where.name().toLowerCase(Locale.ROOT) + ".";
            if (text.startsWith(word)) {
                return new Slot(where, text.substring(word.length()));
            }
        }
        return new Slot(isPost ? Where.BODY : Where.QUERY, text);
    }

    /**
     * The same as a file writes it at a place.
     *
     * @throws io.nephoscope.yaml.YamlException where a first word is nearly one of those that say where, and for a header that no file may set
     */
    static Slot of(YamlNode at, String text, boolean isPost) {
        String first = text.substring(0, Math.max(0, text.indexOf('.')));
        List<String> places = Stream.of(Where.values())
                .map(where -> where.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!places.contains(first) && Suggestion.nearest(first, places).isPresent()) {
            throw Words.unknown(at, first, places);
        }
        Slot slot = of(text, isPost);
        if (slot.where() == Where.HEADER) {
            requireHeader(at, slot.name());
        }
        return slot;
    }

    /** @throws io.nephoscope.yaml.YamlException for a header that no file may set */
    static void requireHeader(YamlNode at, String name) {
        if (NOT_A_FILES.matcher(name.strip()).matches()) {
            throw at.error(Text.of(
                    "a file may not set the header {0}, which says how a request is sent or what it does.",
                    "文件不可设置请求头 {0}：它决定请求如何发送或执行什么。", name));
        }
    }

    Question put(Question question, Object value) {
        return switch (where) {
            case QUERY -> question.inQuery(name, text(value));
            case HEADER -> question.inHeader(name.toLowerCase(Locale.ROOT), text(value));
            case BODY -> question.withBody(Paths.set(question.body(), name, value));
        };
    }

    /**
     * A value where only a text can stand: of several, one behind the other with commas between.
     *
     * @throws UnusableAnswer where one of a list holds a comma, and so would be two
     */
    static String text(Object value) {
        if (!(value instanceof DocList list)) {
            return String.valueOf(value);
        }
        for (Object one : list) {
            if (String.valueOf(one).contains(",")) {
                throw new UnusableAnswer(Text.of("not sent, since \"{0}\" would be two", "未发送：“{0}”会被视为两项", one));
            }
        }
        return list.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
