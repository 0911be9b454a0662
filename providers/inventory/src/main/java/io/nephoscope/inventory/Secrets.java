package io.nephoscope.inventory;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Secrets that somebody left in a text: those with which this process signs in by their values, and others by the forms in which they come: what stands before one stays, as evidence. Every form takes
 * time in proportion to the text's length, whatever the text.
 */
public final class Secrets {
    /** In place of a secret. */
    public static final String REDACTED = "[redacted]";

    private static final List<Form> FORMS = List.of(
            form("PRIVATE KEY", "(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)(?s:.*?)(?=-----END|\\z)"),
            // An id that is the whole of a text names a key, as in a list of a user's keys; within a text its secret is
            // near, or right behind it.
            form("AKIA", "(?!\\A\\w+\\z)\\b(AKIA)[A-Z0-9]{16}\\b(?:[\\s:,;|/]{1,3}[A-Za-z0-9/+]{40}\\b)?"),
            form("ASIA", "(?!\\A\\w+\\z)\\b(ASIA)[A-Z0-9]{16}\\b(?:[\\s:,;|/]{1,3}[A-Za-z0-9/+]{40}\\b)?"),
            form("LTAI", "(?!\\A\\w+\\z)\\b(LTAI)[A-Za-z0-9]{12,26}\\b(?:[\\s:,;|/]{1,3}[A-Za-z0-9]{30}\\b)?"),
            form("AKID", "(?!\\A\\w+\\z)\\b(AKID)[A-Za-z0-9]{16,60}\\b(?:[\\s:,;|/]{1,3}[A-Za-z0-9]{32}\\b)?"),
            form("JDC_", "(?!\\A\\w+\\z)\\b(JDC_)[A-Z0-9]{16,60}\\b(?:[\\s:,;|/]{1,3}[A-Z0-9]{32}\\b)?"),
            form("HPUA", "(?!\\A\\w+\\z)\\b(HPUA)[A-Z0-9]{16}\\b(?:[\\s:,;|/]{1,3}[A-Za-z0-9]{40}\\b)?"),
            // The tokens of STS, which begin with what they all hold.
            form("o", "(?<![\\w+/=-])(FwoG|IQoJ|FQoG|FQoD|AQoD)[A-Za-z0-9+/=_-]{40,}"),
            form("AIza", "(?<![\\w-])(AIza)[\\w-]{35}(?![\\w-])"),
            form("gh", "(?<!\\w)(gh[oprsu]_)\\w{30,255}"),
            form("github_pat_", "(?<!\\w)(github_pat_)\\w{22,255}"),
            form("gl", "(?<![\\w-])(gl(?:agent|cbt|dt|ffct|ft|imt|pat|ptt|rt|soat)-)[\\w-]{20,}"),
            form("xox", "(?<![\\w-])(xox[a-z]-)[\\w-]{10,}"),
            form("xapp-", "(?<![\\w-])(xapp-)[\\w-]{10,}"),
            form("k", "(?<![\\w-])([rs]k_live_|[rs]k_test_|sk-proj-|sk-ant-|sk-(?=[A-Za-z0-9]{32}))[\\w-]{20,}"),
            form("npm_", "(?<!\\w)(npm_)\\w{36}"),
            form("hvs.", "(?<!\\w)(hvs\\.)[\\w-]{24,}"),
            form("eyJ", "(?<![\\w-])(eyJ)[\\w-]{8,}\\.eyJ[\\w-]{8,}(?:\\.[\\w-]*)?"),
            form(
                    "/",
                    "(hooks\\.slack\\.com/[a-z]{4,12}/|/open-apis/bot/v2/hook/|/webhook/send\\?key=)[^\\s\"'<>&]{8,}"),
            form("://", "(://[^\\s/?#:@\"'<>]{0,100}:)[^\\s/?#\"'<>]{1,200}(?=@)"),
            form(
                    "uthorization",
                    "(?i)(Authorization(?:\\\\{0,3}[\"'])?\\s{0,3}[:=]\\s{0,3}(?:\\\\{0,3}[\"'])?(?:(?:Basic|Bearer|Digest|Token"
                            + "|ApiKey|OAuth|Negotiate|NTLM|SharedKey\\w{0,8}|\\w{1,12}-HMAC-\\w{1,12}|[A-Z]{2,6}(?= ))\\s+)?)"
                            + "(?=[A-Za-z.,]{0,200}[^A-Za-z.,\\s])[^\\s\"',;{}<>\\\\]{4,}"
                            + "(?:,\\s{0,3}\\w{1,30}=[^\\s\"',;]{1,4000})*"),
            form("earer ", "(Bearer\\s{1,3})[\\w.~+/=-]{16,}"),
            form("asic ", "(Basic\\s{1,3})(?=[A-Za-z+/]{0,200}[0-9=])[A-Za-z0-9+/=]{8,}"));

    private Secrets() {}

    /**
     * @param hint what a text must contain to be looked at more closely: most texts contain none
     * @param hintLetters the letters of the hint
     * @param pattern its first group stays
     */
    private record Form(String hint, Letters hintLetters, Pattern pattern) {}

    private static Form form(String hint, String pattern) {
        return new Form(hint, Letters.of(hint), Pattern.compile(pattern));
    }

    /** The ASCII letters that a text is made of: tells at once what cannot be in it. */
    private record Letters(long low, long high) {
        static Letters of(String text) {
            long low = 0;
            long high = 0;
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter < 64) {
                    low |= 1L << letter;
                } else if (letter < 128) {
                    high |= 1L << letter;
                }
            }
            return new Letters(low, high);
        }

        boolean contain(Letters others) {
            return (low & others.low) == others.low && (high & others.high) == others.high;
        }
    }

    /**
     * Makes a secret known by its value: from now on no text that goes out of this process holds it, whatever stands around it, also in
     * Base64 or as in an address. For keys and tokens that are sent; not looked for is what may stand anywhere: what is shorter than 8
     * characters, and what is shorter than 16 and has not both letters and digits, as {@code administrator}.
     */
    public static void know(String value) {
        KnownSecrets.add(value);
    }

    /** The text without the secrets that are known by their values: before it is cut, for half of one would be known no more. */
    public static String maskKnown(String text) {
        return KnownSecrets.mask(text);
    }

    /** The text without the secrets in it. */
    public static String mask(String text) {
        String masked = KnownSecrets.mask(text);
        Letters letters = Letters.of(masked);
        for (Form form : FORMS) {
            if (letters.contain(form.hintLetters()) && masked.contains(form.hint())) {
                masked = form.pattern().matcher(masked).replaceAll("$1" + REDACTED);
            }
        }
        return NamedSecrets.mask(masked);
    }

    /** The value that stands under a name, without the secrets in it: all of it where the name says that it is one. */
    public static String mask(String name, String value) {
        return NamedSecrets.isSecret(name, value) ? REDACTED : mask(value);
    }
}
