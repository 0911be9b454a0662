package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.rules.RuleInfo;
import java.util.regex.Pattern;

/** Texts in the Markdown of code hosts. What a text says is never taken for a tag, a link, an image or the name of somebody to call. */
public final class Markdown {
    /** Of the marks in ASCII these never begin anything. */
    private static final String HARMLESS = " ,;?%/'\"";

    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern ADDRESS = Pattern.compile("https://[\\x21-\\x7e&&[^\"'<>\\\\()\\[\\]`|]]+");
    /** Between the sign and the name nobody is called any more. */
    private static final String AT = "@&#8203;";

    private Markdown() {}

    /** A text of ours or of a rule, as running text. */
    public static String text(String text) {
        String safe = Escaped.lines(text);
        StringBuilder marked = new StringBuilder(safe.length());
        for (int i = 0; i < safe.length(); i++) {
            char letter = safe.charAt(i);
            switch (letter) {
                case '\n' -> marked.append("  \n");
                case '&' -> marked.append("&amp;");
                case '<' -> marked.append("&lt;");
                case '>' -> marked.append("&gt;");
                case '@' -> marked.append(AT);
                default -> marked.append(isMark(safe, i) ? "\\" : "").append(letter);
            }
        }
        return marked.toString();
    }

    private static boolean isMark(String text, int at) {
        char letter = text.charAt(at);
        if (letter == '.') {
            // The end of a sentence is none; the number of a list's item and an address are.
            boolean isEnd = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
            return !isEnd || (at > 0 && Character.isDigit(text.charAt(at - 1)));
        }
        return letter < 0x7F && !Character.isLetterOrDigit(letter) && HARMLESS.indexOf(letter) < 0;
    }

    /** A name or a value from a cloud, in a cell of a table or elsewhere: shown letter by letter. */
    public static String code(String name) {
        // A table takes a bar for the end of the cell, unless there is exactly one backslash before it.
        String line = Escaped.line(name).replace("\\|", "\\ |").replace("|", "\\|");
        String fence = "`".repeat(longest(line) + 1);
        boolean needsSpace = line.startsWith("`") || line.endsWith("`") || line.isBlank();
        return needsSpace ? fence + " " + line + " " + fence : fence + line + fence;
    }

    /** Lines to copy. */
    static String fenced(String language, String code) {
        String fence = "`".repeat(Math.max(3, longest(code) + 1));
        return fence + language + "\n" + code + "\n" + fence;
    }

    private static int longest(String text) {
        return TICKS.matcher(text)
                .results()
                .mapToInt(it -> it.group().length())
                .max()
                .orElse(0);
    }

    /** A reference; only an address that a browser may safely follow becomes a link. */
    static String link(RuleInfo.Reference reference) {
        String name = text(reference.name());
        return ADDRESS.matcher(reference.url()).matches() ? "[" + name + "](" + reference.url() + ")" : name;
    }
}
