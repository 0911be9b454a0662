package io.nephoscope.inventory;

import java.util.List;
import java.util.regex.Pattern;

/** Secrets that somebody left in a text, by the forms in which they come: what stands before one stays, as evidence. */
public final class Secrets {
    /** In place of a secret. */
    public static final String REDACTED = "[redacted]";

    private static final List<Form> FORMS = List.of(
            new Form(
                    "PRIVATE KEY",
                    Pattern.compile(
                            "(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----).*?(?=-----END|\\z)",
                            Pattern.DOTALL)),
            // An id that is the whole of a text names a key, as in a list of a user's keys; within a text its secret is
            // near.
            new Form("AKIA", Pattern.compile("(?!\\A\\w+\\z)\\b(AKIA)[A-Z0-9]{16}\\b")),
            new Form("ASIA", Pattern.compile("(?!\\A\\w+\\z)\\b(ASIA)[A-Z0-9]{16}\\b")),
            new Form("LTAI", Pattern.compile("(?!\\A\\w+\\z)\\b(LTAI)[A-Za-z0-9]{12,26}\\b")),
            new Form("AKID", Pattern.compile("(?!\\A\\w+\\z)\\b(AKID)[A-Za-z0-9]{32}\\b")),
            new Form(
                    "=",
                    Pattern.compile(
                            "((?:secret|passw(?:or)?d|pwd|token|signature|api_?key|access_?key)[a-z0-9_-]{0,30}[\"']?"
                                    + "\\s{0,5}=\\s{0,5}[\"']?)[^\\s\"'&;,\\\\]{4,}",
                            Pattern.CASE_INSENSITIVE)));

    private Secrets() {}

    /** @param hint what a text must contain to be looked at more closely: most texts contain none */
    private record Form(String hint, Pattern pattern) {}

    /** The text without the secrets in it. */
    public static String mask(String text) {
        String masked = text;
        for (Form form : FORMS) {
            if (masked.contains(form.hint())) {
                masked = form.pattern().matcher(masked).replaceAll("$1" + REDACTED);
            }
        }
        return masked;
    }
}
