package io.nephoscope.inventory.gateway;

import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a provider's error means.
 *
 * @param sort what to do about it
 * @param code the provider's own code, as {@code NoSuchBucketPolicy}; empty where it gave none
 * @param message the provider's own words, without request ids, so that the same error reads the same twice
 * @param retryAfter how long the provider asks us to wait before the next try; empty where it does not say
 */
public record Failure(Sort sort, String code, Text message, Optional<Duration> retryAfter) {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    /** Longer messages are cut: they go into ledgers and reports. */
    private static final int LONGEST = 300;

    /** What is not even looked at, so that a page in place of an error costs nothing. */
    private static final int FAR_TOO_LONG = 10 * LONGEST;

    private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\s]+");

    /** An error with which the provider does not say when to try again. */
    public Failure(Sort sort, String code, Text message) {
        this(sort, code, message, Optional.empty());
    }

    /** What to do about an error. */
    public enum Sort {
        /** A permission is missing. */
        DENIED,
        /** Refused, and no permission of the caller would mend it. */
        BARRED,
        /** The credentials are refused. */
        SIGNED_OUT,
        /** Slow down and try again. */
        THROTTLED,
        /** No answer came: network, time-out. Trying again may help, but not for ever. */
        UNANSWERED,
        /** Trying again may help: server error. */
        TRANSIENT,
        /** What was asked about is not there: not a part of it, but the whole. */
        GONE,
        /** Trying again will not help. */
        PERMANENT
    }

    /** An answer that cannot be read, or an error of ours in place of one: nobody saw what it would have said. */
    public static Cause internal(String call, RuntimeException error) {
        if (error instanceof Unreadable unreadable) {
            return new Cause(call, Status.FAILED, "", unreadable.text().map(Failure::line));
        }
        LOG.debug("internal error in {}", call, error);
        Text words = Text.of("internal error: {0}", "内部错误：{0}", error);
        return new Cause(call, Status.FAILED, "", words.map(Failure::line));
    }

    /** A provider's words about a signature that is not of its own time: the credentials are not what is wrong. */
    public static Text ofAnotherTime(Text message) {
        return Text.of("the clock here and the provider's differ: {0}", "本机时钟与云服务商的时钟不一致：{0}", message);
    }

    /** The same in other words. */
    public Failure saying(Text otherMessage) {
        return new Failure(sort, code, otherMessage, retryAfter);
    }

    /** Code and message as one {@link #line(String)}. */
    public Text words() {
        return message.map(words -> line(code.isEmpty() || words.isEmpty() ? code + words : code + ": " + words));
    }

    /** A text as one line of bounded length, without control characters and secrets, whatever the provider sent. */
    public static String line(String text) {
        String known = Secrets.maskKnown(text);
        String start = Secrets.mask(known.substring(0, Math.min(known.length(), FAR_TOO_LONG)));
        // Once more, since control characters may stand within a secret.
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
