package io.nephoscope.cli.report;

import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Text from a cloud, made safe to look at: what would steer a terminal, turn the reading direction or hide from the eye is shown
 * as its escape, and a text without end is cut, visibly.
 */
public final class Escaped {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Escaped() {}

    /** The text on one line. */
    public static String line(String text) {
        return visible(text, false);
    }

    /** The text with its line breaks; CRLF is one of them. */
    public static String lines(String text) {
        return visible(text.replace("\r\n", "\n"), true);
    }

    /**
     * The text on one line, and no longer than the limit.
     *
     * @param limit in code points of the text as it was
     * @param more says how many code points were cut off
     */
    public static String line(String text, int limit, LongFunction<String> more) {
        if (text.length() <= limit) {
            return line(text);
        }
        int length = text.codePointCount(0, text.length());
        if (length <= limit) {
            return line(text);
        }
        return line(text.substring(0, text.offsetByCodePoints(0, limit))) + more.apply(length - limit);
    }

    private static String visible(String text, boolean keepLineBreaks) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if ((point == '\n' && keepLineBreaks) || !isInvisible(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(escape(point));
            }
        });
        return shown.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Scripts such as Persian need the two joiners; every other format character only deceives. */
    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> point != ZERO_WIDTH_JOINER && point != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, point > 0xFFFF ? "\\u{%x}" : "\\u%04x", point);
        };
    }
}
