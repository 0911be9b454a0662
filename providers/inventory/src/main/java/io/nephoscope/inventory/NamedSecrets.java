package io.nephoscope.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that stand behind a name which says that they are one: {@code password=x}, {@code "token": "x"}, {@code --secret x},
 * {@code <Password>x</Password>}.
 */
final class NamedSecrets {
    private static final String NAME = "(?:passw(?:or)?d|passphrase|pwd|secret|token|signature|credential|cookie"
            + "|(?:api|access|account|auth|encryption|functions|master|private|secret|shared|signing|subscription)[_-]?key"
            + "|connection[_-]?string)";

    /** A name that ends so speaks of a secret without being one. */
    private static final String ABOUT =
            "(?:(?:disa|ena)bled|active|age|arns?|changed|class|code|count|date|duration|endpoint"
                    + "|exception|exists|expired|expires|expiry|file|format|ids?|issuetime|issuer|length|lifetime|manager|method"
                    + "|names?|operator|path|policies|policy|present|provider|ref|region|required|reset|rotated|rotation|set|source"
                    + "|status|state|time|timeout|tokens|ttl|type|uri|url|used|validity|version"
                    + "|(?:client|continuation|next|page|pagination)token)";

    private static final Pattern NAMED = Pattern.compile("(?i)" + NAME + "|(?<![a-z0-9])(?:pass|pw|pat|sig|otp)\\z");
    private static final Pattern SPEAKS_OF = Pattern.compile("(?i)" + ABOUT + "\\z");

    /** What nobody takes for a password, and what only says where one is kept. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)(?:true|false|yes|no|on|off|null|none|nil|undefined|n/a|-|\\d|required|optional|enabled|disabled|active"
                    + "|inactive|not_supported|no_information|arn:.*|https?://.*|\\[redacted]|\\*+)",
            Pattern.DOTALL);

    private static final String QUOTE = "(?:\\\\{0,3}[\"']|&quot;|&#34;|%22)";
    /** The groups: the name, and what binds the value to it: a colon, or anything else. */
    private static final Pattern BOUND = Pattern.compile("(?i)(" + NAME + "|(?<![a-z0-9])(?:pass|sig)(?![a-z0-9]))"
            + "[\\w.-]{0,60}+(?:" + QUOTE + "?\\s{0,5}=\\s{0,5}|(" + QUOTE + "?\\s{0,5}:\\s{1,5}|" + QUOTE
            + "\\s{0,5}:)"
            + "|(?<=[\\w.-])>\\s{0,5}(?=[^<\\s][^<]{0,4000}</)|(?<=--[\\w-]{0,60})\\s{1,3}(?!--))");

    private static final Pattern OPENING = Pattern.compile("(?:\\\\{1,3}[\"']|&quot;|&#34;|%22)?");
    private static final Pattern WORD_OF_A_SENTENCE = Pattern.compile("[A-Za-z]{1,40}[.,;:!?)]{0,3}[ \\t]{1,5}\\S");
    private static final String ENDS_VALUE = "\"'&;,\\<>";
    private static final int SHORTEST = 4;
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 60;

    private NamedSecrets() {}

    /** The text without them. */
    static String mask(String text) {
        return text.indexOf('=') >= 0
                        || text.contains(": ")
                        || text.contains("\":")
                        || text.contains("':")
                        || text.contains("&quot;:")
                        || text.contains("</")
                        || text.contains("--")
                ? masked(text)
                : text;
    }

    private static String masked(String text) {
        Matcher found = BOUND.matcher(text);
        Matcher opening = OPENING.matcher(text);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        while (found.find()) {
            int start = opening.region(found.end(), text.length()).lookingAt() ? opening.end() : found.end();
            int end = start < copied ? start : valueEnd(text, start, found.start(2) >= 0);
            int secret = end > start && isQuote(text.charAt(start)) ? start + 1 : start;
            String name = text.substring(nameStart(text, found.start()), nameEnd(text, found.end(1)));
            if (isSecret(name, text.substring(secret, end))) {
                masked.append(text, copied, secret).append(Secrets.REDACTED);
                copied = end;
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    /** Where a value ends that begins here; where it begins if there is none. */
    private static int valueEnd(String text, int start, boolean behindColon) {
        int limit = (int) Math.min(text.length(), (long) start + LONGEST);
        if (start < limit && isQuote(text.charAt(start))) {
            int end = start + 1;
            while (end < limit && text.charAt(end) != text.charAt(start) && text.charAt(end) != '\n') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return end == start + 1 ? start : Math.min(end, limit);
        }
        int end = start;
        while (end < limit && !Character.isWhitespace(text.charAt(end)) && ENDS_VALUE.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean isOther = end - start < SHORTEST
                || (behindColon
                        && ("{[(".indexOf(text.charAt(start)) >= 0
                                || WORD_OF_A_SENTENCE
                                        .matcher(text)
                                        .region(start, Math.min(text.length(), start + LONGEST_NAME))
                                        .lookingAt()));
        return isOther ? start : end;
    }

    private static boolean isQuote(char letter) {
        return letter == '"' || letter == '\'';
    }

    private static int nameStart(String text, int found) {
        int start = found;
        while (start > 0 && found - start < LONGEST_NAME && isPartOfName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int nameEnd(String text, int found) {
        int end = found;
        while (end < text.length() && end - found < LONGEST_NAME && isPartOfName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == '.';
    }

    /** Whether a value under a name is a secret as a whole. */
    static boolean isSecret(String name, String value) {
        return !value.isEmpty()
                && NAMED.matcher(name).find()
                && !SPEAKS_OF.matcher(name).find()
                && !HARMLESS.matcher(value).matches();
    }
}
