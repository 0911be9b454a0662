package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.Escaped;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text that a spreadsheet takes for a text, in whatever file it comes. Wherever a line of it begins like a formula an apostrophe is
 * put before, since a spreadsheet that saves as CSV would leave it bare; and control characters are shown as escapes.
 */
final class CellText {
    /** The full-width forms too: spreadsheets in Chinese and Japanese read them as their ASCII twins. */
    private static final String STARTS_FORMULA = "=+-@\t\r\0＝＋－＠";
    /** Excel cuts a cell at 32,767 characters without a word; we cut before, with one. */
    private static final int LONGEST = 32_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");

    private CellText() {}

    static String of(String text) {
        if (text.indexOf('\n') < 0) {
            return shortened(neutralised(text));
        }
        return shortened(Arrays.stream(LINE_BREAK.split(text, -1))
                .map(CellText::neutralised)
                .collect(Collectors.joining("\n")));
    }

    private static String neutralised(String line) {
        return (startsFormula(line) || startsFormula(line.stripLeading()) ? "'" : "") + Escaped.line(line);
    }

    private static boolean startsFormula(String line) {
        return !line.isEmpty() && STARTS_FORMULA.indexOf(line.charAt(0)) >= 0;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + String.format(Locale.ROOT, "… (%,d more characters)", text.length() - end);
    }
}
