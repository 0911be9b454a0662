package io.nephoscope.aws.identity;

import java.util.Locale;

/** Patterns of IAM, in which {@code *} stands for any characters and {@code ?} for one. */
final class Glob {
    private Glob() {}

    /** Whether a text matches, in time that grows with the product of the lengths, whatever the pattern is. */
    static boolean matches(String pattern, String text, boolean ignoresCase) {
        return ignoresCase
                ? matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                : matches(pattern, text);
    }

    /** Where the text goes on differently than the pattern, the last star takes one character more. */
    private static boolean matches(String pattern, String text) {
        int at = 0;
        int star = -1;
        int taken = 0;
        for (int i = 0; i < text.length(); ) {
            boolean goesOn = at < pattern.length();
            if (goesOn && pattern.charAt(at) == '*') {
                star = at++;
                taken = i;
            } else if (goesOn && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(left -> left == '*');
    }
}
