package io.nephoscope.inventory.gateway;

import io.nephoscope.inventory.Secrets;
import java.util.regex.Pattern;

/**
 * What a provider's error means.
 *
 * @param sort what to do about it
 * @param code the provider's own code, as {@code NoSuchBucketPolicy}; empty where it gave none
 * @param message the provider's own words, without request ids, so that the same error reads the same twice
 */
public record Failure(Sort sort, String code, String message) {
    /** Longer messages are cut: they go into ledgers and reports. */
    private static final int LONGEST = 300;

    /** What is not even looked at, so that a page in place of an error costs nothing. */
    private static final int FAR_TOO_LONG = 10 * LONGEST;

    private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\s]+");

    /** What to do about an error. */
    public enum Sort {
        /** A permission is missing, or the credentials are refused. */
        DENIED,
        /** Slow down and try again. */
        THROTTLED,
        /** Trying again may help: network, time-out, server error. */
        TRANSIENT,
        /** Trying again will not help. */
        PERMANENT
    }

    /** Code and message as one line of bounded length, without control characters and secrets, whatever the provider sent. */
    String words() {
        String all = code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message;
        String start = all.substring(0, Math.min(all.length(), FAR_TOO_LONG));
        String line = Secrets.mask(BLANK.matcher(start).replaceAll(" ").strip());
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }

    /** Reads a provider's errors. */
    @FunctionalInterface
    public interface Reader {
        Failure read(Throwable error);
    }
}
